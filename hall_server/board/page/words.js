// The words of the page, Vietnamese and English, one line each. What a board in a window says, this one says in the same
// words (a test holds them against its translations); %1 and %2 are filled in.
const WORDS = {
  calling: ["Mời công dân có số", "Now calling number"],
  number: ["Số", "Number"],
  counter: ["Quầy", "Counter"],
  waiting: ["Số người đang chờ", "People waiting"],
  paused: ["tạm nghỉ", "paused"],
  noNumbers: ["hết số", "no more numbers"],
  hoursOver: ["trên %1 giờ", "over %1 h"],
  hoursOverShort: ["> %1 giờ", "> %1 h"],
  minutesUnder: ["dưới %1 phút", "under %1 min"],
  minutesUnderShort: ["< %1 ph", "< %1 min"],
  minutes: ["%1–%2 phút", "%1–%2 min"],
  minutesShort: ["%1–%2 ph", "%1–%2 m"],
  following: ["tiếp: %1", "next: %1"],
  closing: ["Đã hết giờ phát số.", "No more numbers are given now."],
  stillServed: ["Quý vị đang chờ vẫn được phục vụ.", "Everybody waiting will still be served."],
  tooSmall: ["Lắp đặt: từ %1 không đọc được chữ nhỏ", "Installer: small text cannot be read from %1"],
  hotline: ["Đường dây nóng: %1", "Hotline: %1"],
  nobodyYet: ["Chưa có số nào được gọi", "No number has been called yet"],
  takeASeat: ["Mời quý vị ngồi chờ, số được gọi sẽ hiện tại đây.", "Please take a seat; called numbers appear here."],
  closed: ["Hiện ngoài giờ làm việc", "The hall is closed now"],
  connectingToServer: ["Đang kết nối với máy chủ…", "Connecting to the server…"],
  numberHolds: ["Số trên phiếu của quý vị vẫn được giữ nguyên.", "The number on your ticket still holds."],
  hours: ["Giờ phát số: %1 đến %2", "Numbers are given from %1 to %2"],
  comeBack: ["Xin mời quý vị trở lại trong giờ làm việc.", "Please come back during opening hours."],
  listen: [
    "Xin quý vị vui lòng chờ và nghe cán bộ gọi tại quầy.",
    "Please wait and listen for the officer's call at the counter.",
  ],
  connecting: ["Đang kết nối…", "Connecting…"],
  stale: [
    "Mất kết nối từ %1. Thông tin dưới đây có thể đã cũ.",
    "No connection since %1. What is shown below may be out of date.",
  ],
  sorry: ["Xin lỗi quý vị, %1 chờ lâu hơn trên phiếu%2.", "We are sorry, %1 takes longer than printed%2."],
  sorryNow: [", nay không quá %1 phút", ", now %1 minutes at most"],
  // The page's own words
  caption: ["Mời công dân có số %1 đến quầy số %2", "Number %1, please go to counter %2"],
  unmute: ["Chạm hoặc bấm OK để bật tiếng", "Touch or press OK to turn the sound on"],
  enterCode: ["Nhập mã của màn hình này", "Enter this screen's code"],
  codeHow: ["Lấy mã tại máy chủ: ./hall server board tv-1", "Make a code at the server: ./hall server board tv-1"],
  join: ["Vào", "Join"],
};

// The words under `name` in `language`, with %1 and %2 filled in.
export function say(language, name, ...values) {
  const text = WORDS[name][language === "en" ? 1 : 0];
  return values.reduce((filled, value, index) => filled.replace(`%${index + 1}`, String(value)), text);
}
