"""What can be wrong with the files of a workspace as files (TT391 to TT399)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice

TT391 = error(
    "TT391",
    "đuôi tệp không phải .yaml",
    reason=(
        "Bài nộp phải nằm trong tệp có đuôi .yaml viết thường. Đuôi khác (.yml, .YAML) dễ sinh ra hai tệp "
        "cho cùng một nhiệm vụ mà không ai để ý; tệp .yaml.txt (Notepad tự thêm đuôi) thì không được đọc."
    ),
    bad="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yml",
    good="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml",
)
TT392 = error(
    "TT392",
    "tệp bài nộp không nằm trong thư mục đơn vị",
    reason="Đơn vị của một bài nộp đọc được từ tên thư mục; tệp nằm ngoài thì không được tính.",
    bad="data/submissions/bao-cao-nam@2020-2021.yaml",
    good="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml",
)
TT393 = error(
    "TT393",
    "hai tệp cho cùng một nhiệm vụ",
    reason=(
        "Mọi lần nộp của một đơn vị cho một nhiệm vụ và một kỳ nằm chung một tệp, lần trước ghi trên; "
        "tách làm hai tệp thì không biết lần nào có trước."
    ),
    bad="pgd-than-uyen/bao-cao-nam@2020-2021.yaml\npgd-than-uyen/bao-cao-nam@2020 - 2021.yaml",
    good="pgd-than-uyen/bao-cao-nam@2020-2021.yaml, các lần nộp ghi nối tiếp dưới lan_nop",
)
TT394 = error(
    "TT394",
    "máy không cho đọc tệp",
    reason=(
        "Hệ điều hành từ chối đọc một tệp bài nộp hay sổ (quyền, ổ đĩa, ổ mạng). Các tệp khác vẫn được đọc; "
        "bài trong tệp ấy đứng là «có lỗi», không bị coi là chưa nộp."
    ),
    bad="data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml   # không có quyền đọc",
    good="chmod u+r data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml",
)
TT395 = error(
    "TT395",
    "tệp gửi đến không đọc được",
    reason=(
        "Hệ điều hành từ chối đọc một tệp đang nhận, hoặc đó không phải tệp thường (thiết bị, ống dẫn). Các "
        "tệp khác vẫn được nhận; tệp ấy còn nguyên ở chỗ cũ, chưa được ghi nhận."
    ),
    bad="truyenthong intake hop-thu/   # hop-thu/45.docx không có quyền đọc",
    good="chmod u+r hop-thu/45.docx; truyenthong intake hop-thu/",
)

TT439 = notice(
    "TT439",
    "một tệp có quá nhiều chỗ sai, chỉ kể những chỗ đầu",
    reason=(
        "Của mỗi tệp chương trình kể nhiều nhất 200 chỗ, lỗi trước, rồi cảnh báo và lưu ý; còn lại thì đếm. "
        "Tệp sai nhiều như thế thường hỏng vì một nguyên nhân: sửa chỗ đầu rồi kiểm tra lại."
    ),
    bad="(một tệp có 20.000 dòng, dòng nào cũng có ký tự không nhìn thấy được)",
    good="(gõ lại, hoặc chép lại tệp từ bản gốc)",
)
