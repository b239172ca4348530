// Times and dates as the board writes them, in the hall's time zone: the words of `display/calendar_text.py`.
const WEEKDAYS = {
  vi: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const MONTHS = [
  ...["Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu"],
  ...["Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp"],
];
const FIRST_DAYS = 10;
const FORMATS = new Map();

// The hall's time of a moment (ms since 1970 UTC): `clock` 08:42, `date` Thứ Ba 24/11/2026, `iso` 2026-11-24.
export function localTime(ms, timeZone, language) {
  const parts = {};
  for (const part of formatOf(timeZone).formatToParts(new Date(ms))) parts[part.type] = part.value;
  // Some browsers call midnight 24
  const hour = String(Number(parts.hour) % 24).padStart(2, "0");
  const iso = `${parts.year}-${parts.month}-${parts.day}`;
  const weekday = WEEKDAYS[language][new Date(`${iso}T00:00:00Z`).getUTCDay()];
  return { clock: `${hour}:${parts.minute}`, date: `${weekday} ${parts.day}/${parts.month}/${parts.year}`, iso };
}

// 16 tháng Mười âm lịch, of `{day, month, leap}`.
export function lunarText(lunar) {
  const day = lunar.day <= FIRST_DAYS ? `mùng ${lunar.day}` : String(lunar.day);
  return `${day} tháng ${MONTHS[lunar.month - 1]}${lunar.leap ? " nhuận" : ""} âm lịch`;
}

function formatOf(timeZone) {
  if (!FORMATS.has(timeZone)) {
    FORMATS.set(
      timeZone,
      new Intl.DateTimeFormat("en-GB", {
        timeZone,
        hour12: false,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
      }),
    );
  }
  return FORMATS.get(timeZone);
}
