"""Findings about a filled-in form as a file, in Word or Excel (TT601 to TT609, TT666 to TT669)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT601 = error(
    "TT601",
    "không mở được tệp biểu mẫu",
    reason=(
        "Tệp bị hỏng, quá lớn hoặc chứa thứ không an toàn, nên không ô nào được đọc. Đơn vị mở tệp bằng "
        "Word (hoặc Excel), lưu lại thành tệp mới cùng loại rồi gửi lại."
    ),
    bad="tệp .docx, .xlsx bị cắt ngang khi gửi",
    good="tệp .docx mở được bằng Word, tệp .xlsx mở được bằng Excel",
)
TT602 = error(
    "TT602",
    "một ô của biểu mẫu có hai nội dung khác nhau",
    reason=(
        "Ô bị chép thành hai chỗ trong tệp và mỗi chỗ ghi một khác, nên không biết chỗ nào đúng. Chỗ thứ "
        "nhất được đọc, chỗ sau chỉ được nêu ra."
    ),
    bad="Người phát ngôn: Nguyễn Văn A\nNgười phát ngôn: Trần Thị B",
    good="Người phát ngôn: Trần Thị B",
)
TT603 = warning(
    "TT603",
    "biểu mẫu mất ô, bảng hoặc cột",
    reason=(
        "Một phần của biểu mẫu đã bị xóa khỏi tệp, nên không đọc được gì ở đó. Không có số liệu thì để trống "
        "ô, đừng xóa ô."
    ),
    bad="bảng «Tin, bài theo kênh» không còn cột «Đã gửi»",
    good="bảng giữ nguyên các cột, ô không có số liệu để trống",
)
TT604 = warning(
    "TT604",
    "có chữ nằm ngoài các ô của biểu mẫu",
    reason=(
        "Chữ ghi ở chỗ không thuộc ô nào (giữa hai bảng, trong cột tự thêm, trong ô tên mục) thì không biết "
        "là của mục nào, nên không được ghi nhận."
    ),
    bad="cột tự thêm «Ghi chú» trong bảng «Tin, bài theo kênh»",
    good="điều cần nói thêm ghi vào ô «Đề xuất, kiến nghị»",
)

TT605 = warning(
    "TT605",
    "có chữ gõ bằng phông chữ cũ",
    reason=(
        "Phông .VnTime, VNI-Times… chỉ đúng với bảng mã cũ của chúng (TCVN3, VNI); đọc theo Unicode thì ra "
        "chữ khác. Chữ in hoa của TCVN3 còn nằm ở phông, không nằm ở chữ."
    ),
    bad="«B¸o c¸o» bằng phông .VnTime",
    good="«Báo cáo» bằng phông Times New Roman, bộ gõ Unicode",
)

TT606 = error(
    "TT606",
    "ô Excel báo lỗi, hoặc có công thức chưa tính",
    reason=(
        "Ô báo #REF!, #N/A… hoặc chứa công thức mà tệp không lưu kết quả thì không có số liệu nào để đọc. "
        "Chương trình không tính thay Excel: số ấy không ai ở đơn vị đã nhìn thấy."
    ),
    bad="=Sheet2!B4 báo #REF!",
    good="12",
)
TT607 = notice(
    "TT607",
    "ngày đứng trong ô Excel dưới dạng số thứ tự",
    reason=(
        "Excel giữ ngày bằng số thứ tự; ô bị đổi định dạng thì hiện số ấy. Trong ô ghi ngày, số được đọc "
        "thành đúng ngày mà Excel hiểu và được nêu ra để đối chiếu."
    ),
    bad="44346",
    good="30/5/2021",
)
TT608 = warning(
    "TT608",
    "bảng trong tệp Excel có ô gộp",
    reason=(
        "Ô gộp qua nhiều hàng chỉ giữ nội dung ở hàng đầu; các hàng sau được đọc là trống, vì không biết đơn "
        "vị muốn lặp lại hay để trống."
    ),
    bad="ô «Website Ngành» gộp qua ba hàng",
    good="mỗi hàng ghi riêng nội dung của nó",
)
TT666 = warning(
    "TT666",
    "phần bị gạch bỏ hoặc bị ẩn không được đọc",
    reason=(
        "Người đọc thấy chữ gạch ngang là chữ đã bỏ, và không thấy chữ ẩn, chữ trắng trên nền trắng. Biểu "
        "được đọc như người đọc: phần ấy không ghi nhận, chỉ nêu ra."
    ),
    bad="số 9 gạch ngang rồi số 3, đọc liền thành 93",
    good="3",
)
TT667 = warning(
    "TT667",
    "ô Excel có nội dung đang bị ẩn",
    reason=(
        "Hàng, cột hoặc trang bị ẩn (thường do bộ lọc) vẫn được đọc, để không mất số liệu; nhưng người xem "
        "tệp không thấy, nên được nêu ra."
    ),
    bad="hàng 7 có số liệu và đang ẩn",
    good="mọi hàng có số liệu đều hiện",
)
TT668 = warning(
    "TT668",
    "ô Excel hiện số khác số nó giữ",
    reason=(
        "Định dạng của ô làm tròn số: ô hiện 12 mà giữ 12,4. Số được đọc là số người xem nhìn thấy; số trong "
        "ô được nêu ra để đối chiếu."
    ),
    bad="ô giữ 12,4, hiện 12",
    good="ô giữ 12, hiện 12",
)
TT669 = warning(
    "TT669",
    "ô ghi ngày có lẽ sai năm",
    reason=(
        "Gõ một năm vào ô định dạng ngày thì Excel hiểu là số thứ tự và hiện một ngày của năm 1905. Ô chỉ "
        "hiện ngày và tháng thì năm là năm Excel tự thêm khi gõ."
    ),
    bad="gõ 2021, ô hiện 13/7/1905",
    good="27/5/2021",
)
