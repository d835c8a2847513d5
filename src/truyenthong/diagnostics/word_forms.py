"""What can be wrong with a filled-in Word form as a file (TT601 to TT609)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Severity

TT601 = Diagnostic(
    code="TT601",
    severity=Severity.ERROR,
    title="không mở được biểu mẫu Word",
    reason=(
        "Tệp bị hỏng, quá lớn hoặc chứa thứ không an toàn, nên không ô nào được đọc. Đơn vị mở tệp bằng "
        "Word, lưu lại thành tệp .docx mới rồi gửi lại."
    ),
    bad="tệp .docx bị cắt ngang khi gửi",
    good="tệp .docx mở được bằng Word",
)
TT602 = Diagnostic(
    code="TT602",
    severity=Severity.ERROR,
    title="một ô của biểu mẫu có hai nội dung khác nhau",
    reason=(
        "Ô bị chép thành hai chỗ trong tệp và mỗi chỗ ghi một khác, nên không biết chỗ nào đúng. Chỗ thứ "
        "nhất được đọc, chỗ sau chỉ được nêu ra."
    ),
    bad="Người phát ngôn: Nguyễn Văn A\nNgười phát ngôn: Trần Thị B",
    good="Người phát ngôn: Trần Thị B",
)
TT603 = Diagnostic(
    code="TT603",
    severity=Severity.WARNING,
    title="biểu mẫu mất ô, bảng hoặc cột",
    reason=(
        "Một phần của biểu mẫu đã bị xóa khỏi tệp, nên không đọc được gì ở đó. Không có số liệu thì để trống "
        "ô, đừng xóa ô."
    ),
    bad="bảng «Tin, bài theo kênh» không còn cột «Đã gửi»",
    good="bảng giữ nguyên các cột, ô không có số liệu để trống",
)
TT604 = Diagnostic(
    code="TT604",
    severity=Severity.WARNING,
    title="có chữ nằm ngoài các ô của biểu mẫu",
    reason=(
        "Chữ ghi ở chỗ không thuộc ô nào (giữa hai bảng, trong cột tự thêm, trong ô tên mục) thì không biết "
        "là của mục nào, nên không được ghi nhận."
    ),
    bad="cột tự thêm «Ghi chú» trong bảng «Tin, bài theo kênh»",
    good="điều cần nói thêm ghi vào ô «Đề xuất, kiến nghị»",
)

TT605 = Diagnostic(
    code="TT605",
    severity=Severity.WARNING,
    title="có chữ gõ bằng phông chữ cũ",
    reason=(
        "Phông .VnTime, VNI-Times… chỉ đúng với bảng mã cũ của chúng (TCVN3, VNI); đọc theo Unicode thì ra "
        "chữ khác. Chữ in hoa của TCVN3 còn nằm ở phông, không nằm ở chữ."
    ),
    bad="«B¸o c¸o» bằng phông .VnTime",
    good="«Báo cáo» bằng phông Times New Roman, bộ gõ Unicode",
)

ALL = (TT601, TT602, TT603, TT604, TT605)
