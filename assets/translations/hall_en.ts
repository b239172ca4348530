<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>ActionButton</name>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Bấm lần nữa</source>
        <translation>Press again</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Chờ bổ sung</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
</context>
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Quý vị hẹn lúc mấy giờ?</source>
        <translation>When is your appointment?</translation>
    </message>
    <message>
        <source>Đến quá sớm hoặc quá muộn so với giờ hẹn thì xếp theo giờ lấy số. Không thấy giờ hẹn? Xin gặp cán bộ hướng dẫn.</source>
        <translation>Much too early or too late, you are placed by the time you take a number. Your time is not here? Please ask the guide.</translation>
    </message>
</context>
<context>
    <name>BarActions</name>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Chờ bổ sung</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Vắng</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Tạm nghỉ</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Đóng quầy</source>
        <translation>Close counter</translation>
    </message>
    <message>
        <source>Làm việc tiếp</source>
        <translation>Resume work</translation>
    </message>
    <message>
        <source>Mở quầy</source>
        <translation>Open counter</translation>
    </message>
    <message>
        <source>Đang gọi…</source>
        <translation>Calling…</translation>
    </message>
    <message>
        <source>Số tiếp theo</source>
        <translation>Next number</translation>
    </message>
</context>
<context>
    <name>BarButton</name>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Bấm lần nữa</source>
        <translation>Press again</translation>
    </message>
</context>
<context>
    <name>BarChoices</name>
    <message>
        <source>Chuyển %1 đến…</source>
        <translation>Transfer %1 to…</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
</context>
<context>
    <name>BarPage</name>
    <message>
        <source>Đang kết nối với máy chủ…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>Bộ phận không có quầy %1</source>
        <translation>The hall has no counter %1</translation>
    </message>
    <message>
        <source>Chưa đến giờ làm việc</source>
        <translation>The day has not been opened</translation>
    </message>
    <message>
        <source>Quầy đang đóng</source>
        <translation>The counter is closed</translation>
    </message>
    <message>
        <source>Quầy đang tạm nghỉ</source>
        <translation>The counter is on a break</translation>
    </message>
    <message>
        <source>Quầy đang trống</source>
        <translation>The counter is free</translation>
    </message>
    <message>
        <source>Chưa có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>Đang gọi · lần %1</source>
        <translation>Being called · call %1</translation>
    </message>
    <message>
        <source>Đang gọi</source>
        <translation>Being called</translation>
    </message>
    <message numerus="yes">
        <source>thường %n phút</source>
        <translation>
            <numerusform>usually %n min</numerusform>
            <numerusform>usually %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chờ</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Mất kết nối</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>từ %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>lâu nhất %1 phút</source>
        <translation>longest %1 min</translation>
    </message>
    <message>
        <source>Lớn</source>
        <translation>Large</translation>
    </message>
</context>
<context>
    <name>BoardNotice</name>
    <message>
        <source>Hiện ngoài giờ làm việc</source>
        <translation>The hall is closed now</translation>
    </message>
    <message>
        <source>Đang kết nối với máy chủ…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>Số trên phiếu của quý vị vẫn được giữ nguyên.</source>
        <translation>The number on your ticket still holds.</translation>
    </message>
    <message>
        <source>Giờ phát số: %1 đến %2</source>
        <translation>Numbers are given from %1 to %2</translation>
    </message>
    <message>
        <source>Xin mời quý vị trở lại trong giờ làm việc.</source>
        <translation>Please come back during opening hours.</translation>
    </message>
    <message>
        <source>Xin quý vị vui lòng chờ và nghe cán bộ gọi tại quầy.</source>
        <translation>Please wait and listen for the officer&apos;s call at the counter.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Quý vị ngồi ở quầy nào?</source>
        <translation>Which counter are you at?</translation>
    </message>
    <message>
        <source>Bộ phận chưa có quầy nào</source>
        <translation>This hall has no counters yet</translation>
    </message>
    <message>
        <source>Đang kết nối với máy chủ…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>Người phụ trách máy cần nạp cấu hình của bộ phận.</source>
        <translation>Whoever looks after this computer needs to load the hall&apos;s configuration.</translation>
    </message>
    <message>
        <source>Danh sách quầy sẽ tự hiện khi có kết nối.</source>
        <translation>The counters appear by themselves once there is a connection.</translation>
    </message>
</context>
<context>
    <name>ClaimBar</name>
    <message>
        <source>Bỏ chọn</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>ClaimButtons</name>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Tôi có hẹn</source>
        <translation>Appointment</translation>
    </message>
</context>
<context>
    <name>ClaimPage</name>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>CounterBadge</name>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
</context>
<context>
    <name>CounterTile</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đang đóng</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Xếp Hàng: chọn quầy</source>
        <translation>Xếp Hàng: choose a counter</translation>
    </message>
</context>
<context>
    <name>CurrentCard</name>
    <message>
        <source>Đang phục vụ</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Đang gọi · lần %1</source>
        <translation>Calling · call %1</translation>
    </message>
    <message>
        <source>Đang gọi</source>
        <translation>Calling</translation>
    </message>
    <message numerus="yes">
        <source>gọi lúc %1 · chờ %n phút</source>
        <translation>
            <numerusform>called %1 · waited %n min</numerusform>
            <numerusform>called %1 · waited %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>từ khi bắt đầu</source>
        <translation>since the start</translation>
    </message>
    <message>
        <source>từ khi gọi</source>
        <translation>since the call</translation>
    </message>
    <message numerus="yes">
        <source>thường %n phút</source>
        <translation>
            <numerusform>usually %n min</numerusform>
            <numerusform>usually %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã hiện trên bảng</source>
        <translation>Shown on the board</translation>
    </message>
    <message>
        <source>Chưa hiện trên bảng</source>
        <translation>Not yet on the board</translation>
    </message>
    <message>
        <source>Đã đọc loa</source>
        <translation>Spoken</translation>
    </message>
    <message>
        <source>Chưa đọc loa</source>
        <translation>Not yet spoken</translation>
    </message>
    <message>
        <source>Đã in phiếu</source>
        <translation>Ticket printed</translation>
    </message>
    <message>
        <source>Chưa in phiếu</source>
        <translation>Ticket not printed yet</translation>
    </message>
    <message>
        <source>In phiếu bị lỗi</source>
        <translation>Printing failed</translation>
    </message>
</context>
<context>
    <name>DeskNotice</name>
    <message>
        <source>Người dân đã đến: bấm Bắt đầu. Chưa thấy: Gọi lại, hoặc Vắng mặt.</source>
        <translation>The citizen came: press Start. Not seen: Recall, or No-show.</translation>
    </message>
</context>
<context>
    <name>DeskState</name>
    <message>
        <source>Đang kết nối với máy chủ…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>Bộ phận không có quầy %1</source>
        <translation>This hall has no counter %1</translation>
    </message>
    <message>
        <source>Chưa đến giờ làm việc</source>
        <translation>Not yet open</translation>
    </message>
    <message>
        <source>Quầy đang đóng</source>
        <translation>The counter is closed</translation>
    </message>
    <message>
        <source>Quầy đang tạm nghỉ</source>
        <translation>The counter is on a break</translation>
    </message>
    <message>
        <source>Quầy đang trống</source>
        <translation>The counter is free</translation>
    </message>
    <message>
        <source>Chưa có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>Màn hình sẽ tự hiện khi có kết nối.</source>
        <translation>The screen appears by itself once there is a connection.</translation>
    </message>
    <message>
        <source>Xin chọn quầy khác.</source>
        <translation>Please choose another counter.</translation>
    </message>
    <message>
        <source>Quầy mở được khi bộ phận mở ngày làm việc.</source>
        <translation>The counter can open once the hall has opened the day.</translation>
    </message>
    <message numerus="yes">
        <source>Quầy tạm nghỉ, không gọi ai. %n người đang chờ.</source>
        <translation>
            <numerusform>The counter is on a break and calls nobody. %n person is waiting.</numerusform>
            <numerusform>The counter is on a break and calls nobody. %n people are waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n người đang chờ, lâu nhất %1 phút.</source>
        <translation>
            <numerusform>%n person is waiting, for %1 min.</numerusform>
            <numerusform>%n people are waiting, the longest for %1 min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa có ai chờ các lĩnh vực của quầy này.</source>
        <translation>Nobody is waiting for this counter&apos;s fields.</translation>
    </message>
    <message>
        <source>Số mới sẽ hiện bên phải ngay khi có người lấy.</source>
        <translation>A new number appears on the right as soon as somebody takes one.</translation>
    </message>
    <message>
        <source>Đang mở…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Mở quầy</source>
        <translation>Open counter</translation>
    </message>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Làm việc tiếp</source>
        <translation>Resume work</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>%1 đi bổ sung giấy tờ, hẹn quay lại sau…</source>
        <translation>%1 fetches a paper and is expected back in…</translation>
    </message>
    <message>
        <source>Quầy tạm nghỉ vì…</source>
        <translation>The counter takes a break for…</translation>
    </message>
    <message>
        <source>Gọi %1 trước lượt vì…</source>
        <translation>Call %1 before the turn because…</translation>
    </message>
    <message>
        <source>In lại phiếu %1 ở…</source>
        <translation>Print ticket %1 again at…</translation>
    </message>
    <message>
        <source>Lâu nhất được phép</source>
        <translation>The longest allowed</translation>
    </message>
    <message>
        <source>%1 phút</source>
        <translation>%1 minutes</translation>
    </message>
    <message>
        <source>Nghỉ giải lao</source>
        <translation>A rest</translation>
    </message>
    <message>
        <source>Nghỉ trưa</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>Họp</source>
        <translation>A meeting</translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation>Other work</translation>
    </message>
    <message>
        <source>Người yếu mệt</source>
        <translation>Frail or unwell</translation>
    </message>
    <message>
        <source>Có trẻ nhỏ</source>
        <translation>With a small child</translation>
    </message>
    <message>
        <source>Sửa một nhầm lẫn</source>
        <translation>Mending a mistake</translation>
    </message>
    <message>
        <source>Phụ trách yêu cầu</source>
        <translation>The supervisor asks for it</translation>
    </message>
    <message>
        <source>%1: sắp hết giấy</source>
        <translation>%1: paper ends soon</translation>
    </message>
    <message>
        <source>%1: hết giấy in</source>
        <translation>%1: out of paper</translation>
    </message>
    <message>
        <source>%1: nắp máy in mở</source>
        <translation>%1: printer cover open</translation>
    </message>
    <message>
        <source>%1: kẹt dao cắt</source>
        <translation>%1: cutter jammed</translation>
    </message>
    <message>
        <source>%1: mất kết nối máy in</source>
        <translation>%1: printer does not answer</translation>
    </message>
    <message>
        <source>%1: máy in bị lỗi</source>
        <translation>%1: printer fault</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Ưu tiên: %1</source>
        <translation>Priority: %1</translation>
    </message>
    <message>
        <source>Hẹn</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Hẹn %1</source>
        <translation>Appointment %1</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>Giúp lĩnh vực khác</source>
        <translation>Helping another field</translation>
    </message>
    <message>
        <source>Gọi trước lượt: %1</source>
        <translation>Before the turn: %1</translation>
    </message>
    <message>
        <source>Quay lại sau bổ sung</source>
        <translation>Back with the paper</translation>
    </message>
    <message>
        <source>Quay lại sau khi lỡ lượt</source>
        <translation>Back after a missed call</translation>
    </message>
    <message>
        <source>Chuyển đến</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>Chuyển riêng đến quầy này</source>
        <translation>Sent to this counter</translation>
    </message>
    <message>
        <source>đến trước</source>
        <translation>came first</translation>
    </message>
    <message>
        <source>Loa không đọc: lượt gọi đã xong</source>
        <translation>Not spoken: the call was over</translation>
    </message>
    <message>
        <source>Loa không đọc: đã gọi lại</source>
        <translation>Not spoken: called again meanwhile</translation>
    </message>
    <message>
        <source>Loa không đọc: đến lượt đọc thì đã muộn</source>
        <translation>Not spoken: too late by then</translation>
    </message>
    <message>
        <source>Loa không đọc: quá nhiều lượt gọi</source>
        <translation>Not spoken: too many calls</translation>
    </message>
    <message>
        <source>Loa không đọc: giờ yên lặng</source>
        <translation>Not spoken: quiet hours</translation>
    </message>
    <message>
        <source>Loa không đọc: giọng đọc bị lỗi</source>
        <translation>Not spoken: the voice failed</translation>
    </message>
    <message>
        <source>Loa không đọc: không phát được tiếng</source>
        <translation>Not spoken: no sound</translation>
    </message>
    <message>
        <source>Loa không đọc</source>
        <translation>Not spoken</translation>
    </message>
    <message>
        <source>Thời hạn: %1</source>
        <translation>Time limit: %1</translation>
    </message>
    <message>
        <source>Phí, lệ phí: %1</source>
        <translation>Fee: %1</translation>
    </message>
    <message>
        <source>Hoàn tác bắt đầu</source>
        <translation>Undo start</translation>
    </message>
    <message>
        <source>Hoàn tác kết thúc</source>
        <translation>Undo finish</translation>
    </message>
    <message>
        <source>Hoàn tác vắng mặt %1</source>
        <translation>Undo no-show of %1</translation>
    </message>
    <message>
        <source>Hoàn tác chờ bổ sung %1</source>
        <translation>Undo hold of %1</translation>
    </message>
</context>
<context>
    <name>DestinationTile</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chờ · chưa có quầy mở</source>
        <translation>
            <numerusform>%n waiting · no counter open</numerusform>
            <numerusform>%n waiting · no counter open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chờ · quầy %1</source>
        <translation>
            <numerusform>%n waiting · counter %1</numerusform>
            <numerusform>%n waiting · counter %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Đang bận</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Đang rảnh</source>
        <translation>Free</translation>
    </message>
</context>
<context>
    <name>DutyTile</name>
    <message numerus="yes">
        <source>%n người chờ</source>
        <translation>
            <numerusform>%n person waiting</numerusform>
            <numerusform>%n people waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Phục vụ</source>
        <translation>Serves</translation>
    </message>
    <message>
        <source>Giúp thêm</source>
        <translation>Helps</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>Giờ phát số: %1 – %2</source>
        <translation>Numbers are given %1–%2</translation>
    </message>
    <message>
        <source>Xin báo cán bộ hướng dẫn.</source>
        <translation>Please tell the guide.</translation>
    </message>
    <message>
        <source>Số quý vị đã lấy vẫn còn nguyên giá trị.</source>
        <translation>Numbers already taken still hold.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đường dây nóng %1</source>
        <translation>Hotline %1</translation>
    </message>
    <message>
        <source>Đang kết nối với máy chủ…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>Máy lấy số đang mất kết nối</source>
        <translation>This machine has lost its connection</translation>
    </message>
    <message>
        <source>Máy lấy số mất kết nối từ&#xa0;%1</source>
        <translation>This machine has had no connection since %1</translation>
    </message>
    <message>
        <source>Máy lấy số chưa được cài đặt</source>
        <translation>This machine is not set up yet</translation>
    </message>
    <message>
        <source>Chưa đến giờ phát số</source>
        <translation>Numbers are not given yet</translation>
    </message>
    <message>
        <source>Đã hết giờ phát số hôm nay</source>
        <translation>No more numbers are given today</translation>
    </message>
    <message>
        <source>Hiện chưa phát số</source>
        <translation>Numbers are not given right now</translation>
    </message>
    <message>
        <source>Bộ phận đang nghỉ giữa buổi</source>
        <translation>The hall is on its break</translation>
    </message>
    <message>
        <source>Đang nghỉ giữa buổi. Mở&#xa0;lại lúc&#xa0;%1</source>
        <translation>On break. Open again at&#xa0;%1</translation>
    </message>
    <message>
        <source>Đã phát số cuối cùng của hôm nay</source>
        <translation>Today&apos;s last number has been given</translation>
    </message>
    <message>
        <source>%1 đang tạm ngừng phát số</source>
        <translation>%1: no numbers for the moment</translation>
    </message>
    <message>
        <source>Chưa nhận được trả lời của máy chủ</source>
        <translation>The server has not answered</translation>
    </message>
    <message>
        <source>Dự kiến phát số lại lúc %1.</source>
        <translation>Numbers should be given again at %1.</translation>
    </message>
    <message>
        <source>Quý vị chưa có số. Số cấp muộn, nếu có, không dùng được.</source>
        <translation>You have no number. One given late, if any, cannot be used.</translation>
    </message>
    <message>
        <source>Xin quý vị chờ giây lát.</source>
        <translation>Please wait a moment.</translation>
    </message>
    <message>
        <source>Máy đang tự kết nối lại. Xin quý vị chờ giây lát, hoặc báo cán bộ hướng dẫn.</source>
        <translation>It is reconnecting by itself. Please wait a moment, or tell the guide.</translation>
    </message>
    <message>
        <source>Mời quý vị ngồi chờ hoặc quay lại lúc %1.</source>
        <translation>Please take a seat, or come back at %1.</translation>
    </message>
    <message>
        <source>Mời quý vị ngồi nghỉ; ai đã có số vẫn được gọi theo thứ tự.</source>
        <translation>Please take a seat. Whoever has a number is still called in order.</translation>
    </message>
    <message>
        <source>Xin lỗi quý vị. Mời quý vị quay lại vào ngày làm việc tiếp theo.</source>
        <translation>We are sorry. Please come back on the next working day.</translation>
    </message>
    <message>
        <source>Mời quý vị chọn lĩnh vực khác hoặc quay lại sau.</source>
        <translation>Please choose another field, or come back later.</translation>
    </message>
    <message>
        <source>Xin quý vị lấy số lại sau ít phút, hoặc báo cán bộ hướng dẫn.</source>
        <translation>Please try again in a few minutes, or tell the guide.</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>tạm nghỉ</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>hết số</source>
        <translation>no more numbers</translation>
    </message>
    <message>
        <source>trên %1 giờ</source>
        <translation>over %1 h</translation>
    </message>
    <message>
        <source>%1–%2 phút</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>%1–%2 ph</source>
        <translation>%1–%2 m</translation>
    </message>
    <message>
        <source>&gt; %1 giờ</source>
        <translation>&gt; %1 h</translation>
    </message>
    <message>
        <source>dưới %1 phút</source>
        <translation>under %1 min</translation>
    </message>
    <message>
        <source>&lt; %1 ph</source>
        <translation>&lt; %1 min</translation>
    </message>
    <message>
        <source>tiếp: %1</source>
        <translation>next: %1</translation>
    </message>
</context>
<context>
    <name>FieldGrid</name>
    <message>
        <source>Số người đang chờ</source>
        <translation>People waiting</translation>
    </message>
</context>
<context>
    <name>FieldTile</name>
    <message>
        <source>Đang lấy số…</source>
        <translation>Getting your number…</translation>
    </message>
    <message>
        <source>Mở lại lúc %1</source>
        <translation>Opens again at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n người chờ</source>
        <translation>
            <numerusform>%n person waiting</numerusform>
            <numerusform>%n people waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa mở quầy</source>
        <translation>No counter open yet</translation>
    </message>
    <message>
        <source>Không phải chờ</source>
        <translation>No waiting</translation>
    </message>
    <message>
        <source>Tạm ngừng</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Chờ %1</source>
        <translation>Wait %1</translation>
    </message>
    <message>
        <source>quầy %1</source>
        <translation>counter %1</translation>
    </message>
    <message>
        <source>chưa mở quầy</source>
        <translation>no counter open yet</translation>
    </message>
</context>
<context>
    <name>FieldsSheet</name>
    <message>
        <source>Quầy %1 phục vụ lĩnh vực nào?</source>
        <translation>Which fields does counter %1 serve?</translation>
    </message>
    <message>
        <source>Chạm để đổi: Phục vụ, Giúp thêm khi rảnh, Không. Bằng phím: mũi tên hoặc chữ dãy số, dấu cách; Enter để lưu.</source>
        <translation>Touch to change: serves, helps when free, no. By keys: arrows or the letter of a series, space; Enter saves.</translation>
    </message>
    <message>
        <source>Lưu, áp dụng ngay</source>
        <translation>Save, in force at once</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Hôm nay quý vị cần làm việc gì?</source>
        <translation>What can we help you with today?</translation>
    </message>
    <message>
        <source>Chạm vào một ô để lấy số. Cần giúp đỡ? Xin gặp cán bộ hướng dẫn.</source>
        <translation>Touch a tile to get a number. Need help? Please ask the guide.</translation>
    </message>
    <message>
        <source>Quý vị vẫn lấy được số: số hiện trên màn hình để ghi lại hoặc chụp ảnh.</source>
        <translation>You can still take a number: it is shown on the screen to note down or photograph.</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>Máy này không đọc được thẻ căn cước</source>
        <translation>This kiosk cannot read identity cards</translation>
    </message>
    <message>
        <source>Chưa đúng mã trên thẻ căn cước, xin thử lại</source>
        <translation>That was not the code of an identity card, please try again</translation>
    </message>
    <message>
        <source>Xin đưa mã vuông trên thẻ căn cước vào máy quét</source>
        <translation>Please show the square code on your identity card to the scanner</translation>
    </message>
    <message>
        <source>%1: mỗi người một số.</source>
        <translation>%1: one number for each person.</translation>
    </message>
    <message>
        <source>Xin gặp cán bộ hướng dẫn để lấy số.</source>
        <translation>Please ask a member of staff for a number.</translation>
    </message>
    <message>
        <source>Máy chỉ xem quý vị đã có số chưa; không lưu số thẻ, họ tên hay địa chỉ, cuối ngày xóa hết. Không muốn quét? Xin gặp cán bộ hướng dẫn.</source>
        <translation>The kiosk only checks whether you have a number already. It keeps no card number, name or address, and all is deleted when the day closes. You would rather not? Please ask a member of staff.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>IssuingPage</name>
    <message>
        <source>Máy chủ trả lời chậm, xin quý vị chờ thêm</source>
        <translation>The server is slow to answer, please wait a little longer</translation>
    </message>
    <message>
        <source>Đang lấy số…</source>
        <translation>Getting your number…</translation>
    </message>
    <message>
        <source>Máy vẫn đang hỏi lại. Quý vị chỉ được cấp một số, không bị trùng.</source>
        <translation>We keep asking. You will be given only one number, never two.</translation>
    </message>
    <message>
        <source>Nếu quý vị thôi chờ, số cấp muộn sẽ tự hủy.</source>
        <translation>If you stop waiting, a number given late is cancelled by itself.</translation>
    </message>
    <message>
        <source>Xin chờ giây lát, không cần chạm lại.</source>
        <translation>One moment please, no need to touch again.</translation>
    </message>
    <message>
        <source>Thôi không chờ nữa</source>
        <translation>Stop waiting</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Trực tuyến</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Mất kết nối từ %1</source>
        <translation>No connection since %1</translation>
    </message>
    <message>
        <source>Mất kết nối từ %1. Thông tin dưới đây có thể đã cũ.</source>
        <translation>No connection since %1. What is shown below may be out of date.</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message numerus="yes">
        <source>Còn %n mục bên dưới</source>
        <translation>
            <numerusform>%n more below</numerusform>
            <numerusform>%n more below</numerusform>
        </translation>
    </message>
    <message>
        <source>Lên đầu danh sách</source>
        <translation>Back to the top</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Mời công dân có số</source>
        <translation>Now calling number</translation>
    </message>
</context>
<context>
    <name>NextButton</name>
    <message>
        <source>Đang gọi…</source>
        <translation>Calling…</translation>
    </message>
    <message>
        <source>Gọi số tiếp theo</source>
        <translation>Call next number</translation>
    </message>
    <message>
        <source>Xong, gọi số tiếp theo</source>
        <translation>Done, call next</translation>
    </message>
    <message>
        <source>Xong, chưa có ai chờ</source>
        <translation>Done, nobody waiting</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Đóng quầy %1?</source>
        <translation>Close counter %1?</translation>
    </message>
    <message>
        <source>%1 không đến?</source>
        <translation>%1 did not come?</translation>
    </message>
    <message>
        <source>Bấm Đóng quầy (F10) lần nữa. Thôi: Esc.</source>
        <translation>Press Close counter (F10) again. Leave it: Esc.</translation>
    </message>
    <message>
        <source>Bấm Vắng mặt (F7) lần nữa. Thôi: Esc.</source>
        <translation>Press No-show (F7) again. Leave it: Esc.</translation>
    </message>
    <message>
        <source>Chưa biết máy chủ đã nhận lệnh hay chưa</source>
        <translation>It is not known whether the server received this</translation>
    </message>
    <message>
        <source>Đã nhận một lần bấm, xin chờ</source>
        <translation>One press is on its way, please wait</translation>
    </message>
    <message>
        <source>Xin xem lại số đang ở quầy khi có kết nối, rồi bấm lại nếu cần.</source>
        <translation>Once connected, check the number at your counter, then press again if needed.</translation>
    </message>
    <message>
        <source>Lệnh trước đang được gửi; lần bấm này không tính.</source>
        <translation>The previous command is being sent; this press does not count.</translation>
    </message>
    <message>
        <source>Mất kết nối: lần bấm này không được gửi đi</source>
        <translation>No connection: this press was not sent</translation>
    </message>
    <message>
        <source>Không máy lấy số nào in được lúc này</source>
        <translation>No kiosk can print now</translation>
    </message>
    <message>
        <source>Bộ phận chưa mở ngày làm việc</source>
        <translation>The hall has not opened the day yet</translation>
    </message>
    <message>
        <source>Quầy đang đóng</source>
        <translation>The counter is closed</translation>
    </message>
    <message>
        <source>Chưa có ai ở quầy</source>
        <translation>Nobody is at the counter</translation>
    </message>
    <message>
        <source>Chưa có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>%1 đang được gọi, chưa bắt đầu</source>
        <translation>%1 has been called, service has not started</translation>
    </message>
    <message>
        <source>%1 đang được phục vụ</source>
        <translation>%1 is being served</translation>
    </message>
    <message>
        <source>%1 còn ở quầy</source>
        <translation>%1 is still at the counter</translation>
    </message>
    <message>
        <source>Quầy đang mở</source>
        <translation>The counter is open</translation>
    </message>
    <message>
        <source>Quầy đang tạm nghỉ</source>
        <translation>The counter is on a break</translation>
    </message>
    <message>
        <source>Quầy không tạm nghỉ</source>
        <translation>The counter is not on a break</translation>
    </message>
    <message>
        <source>Không có ai đang vắng</source>
        <translation>Nobody is away</translation>
    </message>
    <message>
        <source>Không có bước nào để hoàn tác</source>
        <translation>There is no step to undo</translation>
    </message>
    <message>
        <source>Bộ phận không cho giữ chỗ</source>
        <translation>This hall does not keep places</translation>
    </message>
    <message>
        <source>Bộ phận không cho gọi trước lượt</source>
        <translation>This hall does not call before the turn</translation>
    </message>
    <message>
        <source>Không có lĩnh vực hay quầy nào khác để chuyển</source>
        <translation>There is no other field or counter to transfer to</translation>
    </message>
    <message>
        <source>Số này không còn trong danh sách chờ</source>
        <translation>This number is no longer waiting</translation>
    </message>
    <message>
        <source>Chưa có thông tin từ máy chủ</source>
        <translation>Nothing has come from the server yet</translation>
    </message>
    <message>
        <source>Màn hình tự kết nối lại. Xin bấm lại khi có chữ Trực tuyến.</source>
        <translation>The screen reconnects by itself. Press again once it says Live.</translation>
    </message>
    <message>
        <source>Xin mở quầy trước (F10).</source>
        <translation>Open the counter first (F10).</translation>
    </message>
    <message>
        <source>Xin bấm Làm việc tiếp (F9).</source>
        <translation>Press Resume work (F9).</translation>
    </message>
    <message>
        <source>Chỉ lấy lại được một bước, trong thời gian ngắn sau đó.</source>
        <translation>One step only, and only shortly after it.</translation>
    </message>
    <message>
        <source>Xin gọi số tiếp theo trước (F2).</source>
        <translation>Call the next number first (F2).</translation>
    </message>
    <message>
        <source>Người dân đã đến: Bắt đầu (F3). Không đến: Vắng mặt (F7).</source>
        <translation>The citizen came: Start (F3). Did not come: No-show (F7).</translation>
    </message>
    <message>
        <source>Xong việc: Kết thúc (F8), hoặc gọi luôn số tiếp theo (F2).</source>
        <translation>Done: Finish (F8), or call the next number at once (F2).</translation>
    </message>
    <message>
        <source>Xin kết thúc, chuyển, hoặc báo vắng trước.</source>
        <translation>Finish, transfer or mark as no-show first.</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Xóa</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>OptionSheet</name>
    <message>
        <source>Lý do được ghi lại; người bị vượt lượt có thể hỏi.</source>
        <translation>The reason goes on the record; whoever is overtaken may ask.</translation>
    </message>
    <message>
        <source>Giữ số và thứ tự chờ. Chọn bằng chữ số, mũi tên rồi Enter, hoặc chạm.</source>
        <translation>Number and place are kept. Choose by digit, by arrows and Enter, or by touch.</translation>
    </message>
    <message>
        <source>Phiếu có dòng “BẢN IN LẠI”; số và thứ tự chờ giữ nguyên.</source>
        <translation>It is marked “BẢN IN LẠI” (reprint); number and turn stay as they are.</translation>
    </message>
    <message>
        <source>Không ai được gọi đến quầy cho đến khi làm việc tiếp.</source>
        <translation>Nobody is called to this counter until work is resumed.</translation>
    </message>
</context>
<context>
    <name>OptionTile</name>
    <message>
        <source>đến %1</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang %1 / %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>PaperNotice</name>
    <message>
        <source>Số này vẫn là của quý vị. Xin chụp ảnh màn hình hoặc ghi lại số.</source>
        <translation>This number is still yours. Please photograph the screen or note the number down.</translation>
    </message>
    <message>
        <source>Đang in phiếu…</source>
        <translation>Printing your ticket…</translation>
    </message>
    <message>
        <source>Phiếu đã in xong</source>
        <translation>Your ticket is printed</translation>
    </message>
    <message>
        <source>Phiếu đã in, dao chưa cắt</source>
        <translation>Your ticket is printed but not cut</translation>
    </message>
    <message>
        <source>Đang nhờ máy khác in…</source>
        <translation>Asking another kiosk to print…</translation>
    </message>
    <message>
        <source>Phiếu in ở %1</source>
        <translation>Your ticket comes out at %1</translation>
    </message>
    <message>
        <source>Xin ghi nhớ số này</source>
        <translation>Please remember this number</translation>
    </message>
    <message>
        <source>Chưa rõ phiếu đã in được chưa</source>
        <translation>We are not sure that your ticket was printed</translation>
    </message>
    <message>
        <source>Xin lỗi, máy in đang hết giấy</source>
        <translation>Sorry, the printer is out of paper</translation>
    </message>
    <message>
        <source>Xin lỗi, nắp máy in đang mở</source>
        <translation>Sorry, the printer&apos;s cover is open</translation>
    </message>
    <message>
        <source>Xin lỗi, dao cắt giấy đang bị kẹt</source>
        <translation>Sorry, the paper cutter is jammed</translation>
    </message>
    <message>
        <source>Xin lỗi, máy in đang bị lỗi</source>
        <translation>Sorry, the printer has a fault</translation>
    </message>
    <message>
        <source>Xin lỗi, máy in đang mất kết nối</source>
        <translation>Sorry, the printer is not connected</translation>
    </message>
    <message>
        <source>Xin lỗi, phiếu chưa in được</source>
        <translation>Sorry, your ticket could not be printed</translation>
    </message>
    <message>
        <source>Mời quý vị nhận phiếu ở khe phía dưới.</source>
        <translation>Please take your ticket from the slot below.</translation>
    </message>
    <message>
        <source>Mời quý vị nhận phiếu và giữ phiếu đến khi được gọi.</source>
        <translation>Please take your ticket and keep it until you are called.</translation>
    </message>
    <message>
        <source>Xin nhẹ tay xé phiếu ở khe phía dưới.</source>
        <translation>Please tear your ticket off gently at the slot below.</translation>
    </message>
    <message>
        <source>Xin chờ giây lát. Số vẫn là của quý vị.</source>
        <translation>One moment, please. The number is yours.</translation>
    </message>
    <message>
        <source>Mời quý vị sang máy ấy nhận phiếu. Phiếu có ghi “Bản in lại”.</source>
        <translation>Please collect it there. It is marked “Bản in lại” (reprint).</translation>
    </message>
    <message>
        <source>Mời quý vị chụp ảnh màn hình hoặc ghi lại số.</source>
        <translation>Please photograph the screen or note the number down.</translation>
    </message>
    <message>
        <source>Nếu không thấy phiếu ở khe, xin chụp ảnh màn hình. Số vẫn là của quý vị.</source>
        <translation>If there is no ticket in the slot, please photograph the screen. The number is still yours.</translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>Máy in đang hết giấy</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>Nắp máy in đang mở</source>
        <translation>The printer&apos;s cover is open</translation>
    </message>
    <message>
        <source>Dao cắt giấy đang bị kẹt</source>
        <translation>The paper cutter is jammed</translation>
    </message>
    <message>
        <source>Máy in đang mất kết nối</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>Máy in đang bị lỗi</source>
        <translation>The printer has a fault</translation>
    </message>
    <message>
        <source>Mời quý vị lấy số ở máy khác.</source>
        <translation>Please take your number at another kiosk.</translation>
    </message>
    <message>
        <source>Mời quý vị lấy số ở %1.</source>
        <translation>Please take your number at %1.</translation>
    </message>
    <message>
        <source>Xin báo cán bộ hướng dẫn thay cuộn giấy.</source>
        <translation>Please ask the staff to change the paper.</translation>
    </message>
    <message>
        <source>Xin báo cán bộ hướng dẫn đóng nắp máy in.</source>
        <translation>Please ask the staff to close the cover.</translation>
    </message>
    <message>
        <source>Xin báo cán bộ hướng dẫn gỡ giấy kẹt.</source>
        <translation>Please ask the staff to free the paper.</translation>
    </message>
    <message>
        <source>Xin báo cán bộ hướng dẫn xem nguồn điện và dây của máy in.</source>
        <translation>Please ask the staff to check its power and cable.</translation>
    </message>
    <message>
        <source>Xin báo cán bộ hướng dẫn tắt máy in rồi bật lại.</source>
        <translation>Please ask the staff to switch it off and on.</translation>
    </message>
</context>
<context>
    <name>PriorityPage</name>
    <message>
        <source>Quý vị thuộc diện nào?</source>
        <translation>Which of these are you?</translation>
    </message>
    <message>
        <source>Chỉ chọn khi đúng với quý vị; cán bộ có thể xin xem giấy tờ. Phiếu chỉ ghi diện ưu tiên, không ghi lý do riêng.</source>
        <translation>Choose only what is true for you; the officer may ask for papers. The ticket says the class only, never your own reason.</translation>
    </message>
</context>
<context>
    <name>QuietPlace</name>
    <message>
        <source>Chưa có số nào được gọi</source>
        <translation>No number has been called yet</translation>
    </message>
    <message>
        <source>Mời quý vị ngồi chờ, số được gọi sẽ hiện tại đây.</source>
        <translation>Please take a seat; called numbers appear here.</translation>
    </message>
</context>
<context>
    <name>RecentCalls</name>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SignWindow</name>
    <message>
        <source>Xếp Hàng: bảng quầy %1</source>
        <translation>Xếp Hàng: sign of counter %1</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Không có quầy này trong khu vực</source>
        <translation>No such counter in this zone</translation>
    </message>
    <message>
        <source>Quầy tạm nghỉ</source>
        <translation>Counter on break</translation>
    </message>
    <message>
        <source>Mời quý vị vào quầy</source>
        <translation>Please come to the counter</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Xin chờ gọi số</source>
        <translation>Please wait for your number</translation>
    </message>
    <message>
        <source>Xin nghe cán bộ gọi</source>
        <translation>Please listen to the officer</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Quý vị còn ở đây không?</source>
        <translation>Are you still there?</translation>
    </message>
    <message numerus="yes">
        <source>Màn hình trở về trang đầu sau %n giây.</source>
        <translation>
            <numerusform>The screen returns to the start in %n second.</numerusform>
            <numerusform>The screen returns to the start in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tôi vẫn ở đây</source>
        <translation>I am still here</translation>
    </message>
</context>
<context>
    <name>TickerLine</name>
    <message>
        <source>Đã hết giờ phát số.</source>
        <translation>No more numbers are given now.</translation>
    </message>
    <message>
        <source>Quý vị đang chờ vẫn được phục vụ.</source>
        <translation>Everybody waiting will still be served.</translation>
    </message>
    <message>
        <source>Đường dây nóng: %1</source>
        <translation>Hotline: %1</translation>
    </message>
    <message>
        <source>Lắp đặt: từ %1 không đọc được chữ nhỏ</source>
        <translation>Installer: small text cannot be read from %1</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Số của quý vị</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>mã %1</source>
        <translation>code %1</translation>
    </message>
    <message numerus="yes">
        <source>người chờ trước</source>
        <translation>
            <numerusform>person before you</numerusform>
            <numerusform>people before you</numerusform>
        </translation>
    </message>
    <message>
        <source>dự kiến chờ</source>
        <translation>expected wait</translation>
    </message>
    <message>
        <source>quầy: xem bảng gọi</source>
        <translation>counter: see the board</translation>
    </message>
    <message>
        <source>quầy sẽ gọi</source>
        <translation>counters that call you</translation>
    </message>
    <message>
        <source>In phiếu ở %1</source>
        <translation>Print at %1</translation>
    </message>
    <message>
        <source>Trong lúc chờ</source>
        <translation>While you wait</translation>
    </message>
    <message>
        <source>Mời quý vị ngồi nghỉ, theo dõi bảng gọi số và nghe loa. Khi đến lượt, bảng và loa báo số %1 cùng số quầy.</source>
        <translation>Please take a seat, watch the board and listen. When it is your turn, both announce number %1 with its counter.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message numerus="yes">
        <source>Màn hình tự đóng sau %n giây</source>
        <translation>
            <numerusform>This screen closes in %n second</numerusform>
            <numerusform>This screen closes in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Xếp Hàng</source>
        <translation>Xếp Hàng</translation>
    </message>
    <message>
        <source>%1 · giúp %2</source>
        <translation>%1 · helps %2</translation>
    </message>
    <message>
        <source>Chọn quầy khác</source>
        <translation>Choose another counter</translation>
    </message>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Tạm nghỉ</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Bấm lần nữa để đóng</source>
        <translation>Press again to close</translation>
    </message>
    <message>
        <source>Đóng quầy</source>
        <translation>Close counter</translation>
    </message>
</context>
<context>
    <name>TransferSheet</name>
    <message>
        <source>Chuyển %1 đến…</source>
        <translation>Transfer %1 to…</translation>
    </message>
    <message>
        <source>Giữ số và thứ tự chờ. Chọn bằng mũi tên, chữ dãy số hoặc số quầy, rồi Enter.</source>
        <translation>Number and place are kept. Choose with the arrows, the series letter or the counter number, then Enter.</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>báo vắng %1</source>
        <translation>missed at %1</translation>
    </message>
    <message>
        <source>quá hẹn %1</source>
        <translation>overdue since %1</translation>
    </message>
    <message>
        <source>hẹn %1</source>
        <translation>back by %1</translation>
    </message>
    <message>
        <source>phiếu chưa in</source>
        <translation>not printed</translation>
    </message>
    <message>
        <source>đang in lại phiếu</source>
        <translation>being printed again</translation>
    </message>
    <message>
        <source>Đã quay lại</source>
        <translation>Is back</translation>
    </message>
    <message>
        <source>Phiếu chưa in được: xin đọc số cho người dân. Thứ tự chờ: %1.</source>
        <translation>The ticket was not printed: please tell the person the number. Place: %1.</translation>
    </message>
    <message>
        <source>Thứ tự chờ: %1.</source>
        <translation>Place: %1.</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Gọi trước lượt</source>
        <translation>Call now</translation>
    </message>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Bấm lần nữa để hủy</source>
        <translation>Press again to cancel</translation>
    </message>
    <message>
        <source>Hủy số này</source>
        <translation>Cancel this number</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Tìm số: %1</source>
        <translation>Search: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n người · lâu nhất %1 phút</source>
        <translation>
            <numerusform>%n person · %1 min</numerusform>
            <numerusform>%n people · longest %1 min</numerusform>
        </translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Thôi tìm</source>
        <translation>End search</translation>
    </message>
    <message>
        <source>Gọi không đến</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Giúp lĩnh vực khác khi rảnh</source>
        <translation>Helped when free</translation>
    </message>
    <message>
        <source>Đi bổ sung giấy tờ</source>
        <translation>Fetching a paper</translation>
    </message>
    <message>
        <source>Chưa có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>Không có số nào như vậy</source>
        <translation>No such number</translation>
    </message>
</context>
<context>
    <name>WallboardWindow</name>
    <message>
        <source>Xếp Hàng: bảng gọi số</source>
        <translation>Xếp Hàng: wallboard</translation>
    </message>
</context>
</TS>
