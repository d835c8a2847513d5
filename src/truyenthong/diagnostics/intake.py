"""Findings about files that come in from units: messages, kinds, owners, contents (TT610 to TT665)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT630 = error(
    "TT630",
    "tệp rỗng",
    reason="Tệp không có gì bên trong, thường do gửi khi chưa lưu xong. Đơn vị gửi lại tệp.",
    bad="bao-cao.docx (0 byte)",
    good="bao-cao.docx",
)
TT631 = error(
    "TT631",
    "tệp Word hoặc Excel không phải .docx, .xlsx",
    reason=(
        "Tệp .doc, .xls, .xlsb, RTF, trang web hay XML mang tên .doc, .xls không đọc được từng ô. Đơn vị "
        "điền vào đúng biểu đã nhận, hoặc mở tệp, chọn «Lưu thành» đúng dạng của biểu ấy rồi gửi lại."
    ),
    bad="bao-cao.doc",
    good="bao-cao.docx",
)
TT633 = error(
    "TT633",
    "tệp có macro",
    reason=(
        "Tệp mang chương trình chạy được (macro) nên không được mở. Đơn vị lưu lại đúng dạng của biểu đã "
        "nhận, không macro, rồi gửi lại."
    ),
    bad="bao-cao.docm",
    good="bao-cao.docx",
)
TT634 = error(
    "TT634",
    "tệp đặt mật khẩu",
    reason=(
        "Tệp mã hóa thì không đọc được nội dung. Đơn vị bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi gửi lại."
    ),
    bad="bao-cao.docx (cần mật khẩu)",
    good="bao-cao.docx",
)
TT635 = error(
    "TT635",
    "bản quét không có chữ",
    reason=(
        "PDF chỉ gồm ảnh của trang giấy, không có lớp chữ. Bản quét được giữ làm tệp kèm theo; số liệu lấy "
        "từ biểu đã điền."
    ),
    bad="bao-cao-quet.pdf",
    good="bao-cao.docx gửi kèm bao-cao-quet.pdf",
)
TT636 = error(
    "TT636",
    "PDF không phải biểu mẫu",
    reason="PDF có chữ nhưng không có ô để đọc. Đơn vị gửi thêm chính tệp biểu đã điền.",
    bad="bao-cao.pdf",
    good="bao-cao.docx gửi kèm bao-cao.pdf",
)
TT637 = error(
    "TT637",
    "ảnh chụp",
    reason="Ảnh chụp văn bản không đọc được thành số liệu. Đơn vị gửi chính tệp biểu đã điền.",
    bad="bao-cao.jpg",
    good="bao-cao.docx",
)
TT638 = error(
    "TT638",
    "loại tệp không nhận",
    reason="Chỉ nhận biểu do «truyenthong form» làm, tệp .yaml, thư (.eml) và tệp nén .zip chứa các tệp ấy.",
    bad="bao-cao.rar",
    good="bao-cao.zip",
)
TT639 = error(
    "TT639",
    "không phải biểu mẫu của chương trình",
    reason=(
        "Tệp Word, Excel này không làm từ biểu đã gửi đơn vị («truyenthong form»), nên không biết ô nào là "
        "gì."
    ),
    bad="một báo cáo tự soạn",
    good="biểu do văn phòng gửi, điền vào các ô",
)
TT640 = error(
    "TT640",
    "chưa biết đơn vị nào gửi",
    reason=(
        "Đơn vị đọc được từ chính biểu, từ tên ghi trong biểu hoặc địa chỉ gửi đã khai ở data/units.yaml. "
        "Chương trình chỉ gợi ý, không tự chọn: Than Uyên và Tân Uyên là hai huyện."
    ),
    bad="Đơn vị: PGD Thân Uyên",
    good="Đơn vị: Phòng Giáo dục và Đào tạo huyện Than Uyên",
)
TT641 = error(
    "TT641",
    "các dấu hiệu về đơn vị trái nhau",
    reason=(
        "Biểu của đơn vị này mà bên trong ghi tên đơn vị khác, hoặc gửi từ địa chỉ của đơn vị khác. Không "
        "bên nào được coi là đúng cho tới khi có người xem."
    ),
    bad="biểu của Than Uyên, trong ghi Tân Uyên",
    good="biểu và tên trong biểu cùng một đơn vị",
)
TT642 = error(
    "TT642",
    "chưa biết là nhiệm vụ nào",
    reason="Biểu không còn phần nhận dạng, hoặc nhiệm vụ ấy không có trong kế hoạch.",
    bad="nhiem_vu: bao-cao-namm",
    good="nhiem_vu: bao-cao-nam",
)
TT643 = error(
    "TT643",
    "chưa biết là kỳ nào",
    reason="Nhiệm vụ chia kỳ mà biểu không ghi kỳ, hoặc ghi một kỳ không có trong kế hoạch.",
    bad="biểu để trống kỳ",
    good="biểu của kỳ 2020-11",
)
TT644 = error(
    "TT644",
    "phần nhận dạng của biểu bị sửa",
    reason=(
        "Biểu mang mã kiểm tra; mã không khớp nghĩa là đơn vị, nhiệm vụ hoặc kỳ ghi trong biểu đã bị đổi "
        "hay mất, nên không tin được."
    ),
    bad="đổi mã đơn vị trong biểu của đơn vị khác",
    good="điền vào biểu văn phòng gửi riêng cho đơn vị",
)
TT645 = error(
    "TT645",
    "biểu của kế hoạch khác",
    reason="Biểu làm cho năm học khác hoặc cơ quan khác; số liệu trong đó không thuộc kế hoạch này.",
    bad="biểu năm học 2019-2020",
    good="biểu năm học 2020-2021",
)
TT646 = warning(
    "TT646",
    "biểu đã cũ",
    reason=(
        "Sau khi biểu được gửi đi, văn phòng đã sửa biểu mẫu. Các ô vẫn được đọc theo biểu mẫu hiện nay; ô "
        "thừa, ô thiếu được nêu riêng."
    ),
    bad="biểu bản 1 khi biểu mẫu đã là bản 2",
    good="biểu mới nhất",
)
TT647 = error(
    "TT647",
    "biểu gửi lại còn trống",
    reason=(
        "Không ô nào được điền, không ghi số văn bản, không đánh dấu không phát sinh. Có lẽ đơn vị gửi nhầm"
        " tệp."
    ),
    bad="biểu chưa điền",
    good="biểu đã điền, hoặc đánh dấu «không phát sinh»",
)
TT648 = error(
    "TT648",
    "đơn vị không phải nộp nhiệm vụ này",
    reason="Kế hoạch không giao nhiệm vụ này cho đơn vị; có lẽ biểu của đơn vị khác, hoặc nhận nhầm đơn vị.",
    bad="tong-hop-thang từ một phòng GD&ĐT",
    good="bao-cao-du-luan từ một phòng GD&ĐT",
)
TT649 = error(
    "TT649",
    "một thư, hai nội dung cho cùng nhiệm vụ",
    reason=(
        "Thư mang hai tệp khác nhau của cùng đơn vị, nhiệm vụ, kỳ. Tệp đầu được ghi; chưa biết tệp nào là "
        "bản cuối."
    ),
    bad="bao-cao.docx và bao-cao (1).docx",
    good="một tệp",
)


TT650 = notice(
    "TT650",
    "chữ Ð được đổi thành Đ",
    reason="Ð (U+00D0) trông như Đ nhưng là chữ khác, tìm và so sánh sẽ sai; được đổi khi ghi.",
    bad="Ðịa phương",
    good="Địa phương",
)
TT651 = notice(
    "TT651",
    "bỏ ký tự không nhìn thấy",
    reason=(
        "Dấu cách cứng, ký tự rộng bằng 0, dấu ngắt của Word được đổi thành dấu cách thường hoặc bỏ khi ghi."
    ),
    bad="12 (kèm một dấu cách cứng)",
    good="12",
)
TT652 = error(
    "TT652",
    "chữ theo bảng mã cũ",
    reason=(
        "Chữ gõ bằng phông .VnTime (TCVN3) hoặc VNI. Chương trình nhận ra nhưng không tự chuyển, vì có thể "
        "mất chữ ư; chuyển khi người xem đồng ý (--convert-legacy)."
    ),
    bad="Së Gi¸o dôc",
    good="Sở Giáo dục",
)
TT653 = warning(
    "TT653",
    "ngày có thể viết kiểu Mỹ",
    reason=(
        "Trong tệp có ngày viết tháng trước ngày sau, nên ngày nào cả hai số đều nhỏ hơn 13 cũng có thể đọc"
        " hai cách. Hỏi lại đơn vị; ngày được ghi như đã gõ."
    ),
    bad="5/30/2021 và 3/5/2021",
    good="30/5/2021 và 03/5/2021",
)
TT654 = error(
    "TT654",
    "thư không kèm tệp",
    reason=(
        "Thư không mang tệp nào nên không có gì để ghi. Cả thư được giữ trong danh sách chờ: đọc thư để biết "
        "đơn vị viết gì; đơn vị quên kèm tệp thì nhắc gửi lại."
    ),
    bad="thư chỉ có lời",
    good="thư kèm bao-cao.docx",
)
TT655 = notice(
    "TT655",
    "bỏ qua hình và chữ ký trong thân thư",
    reason=(
        "Hình nhỏ hiện trong lời thư (biểu tượng, chữ ký) không phải là tệp gửi. Hình mà lời thư không dùng "
        "tới và hình lớn (ảnh trang giấy) được giữ như tệp kèm theo."
    ),
    bad="logo.png trong thân thư",
    good="bao-cao.docx kèm theo",
)
TT656 = error(
    "TT656",
    "tệp nén không mở được",
    reason=(
        "Tệp .zip (và .docx, .xlsx, vốn là .zip) bị hỏng, đặt mật khẩu, có quá nhiều tệp hoặc quá lớn khi "
        "giải nén."
    ),
    bad="bao-cao.zip (mật khẩu)",
    good="bao-cao.docx",
)
TT657 = error(
    "TT657",
    "tên trong tệp nén chỉ ra ngoài",
    reason="Tên như ../../x ghi đè tệp ở nơi khác khi giải nén; tệp ấy không được đọc.",
    bad="../../etc/bao-cao.docx",
    good="bao-cao.docx",
)
TT658 = error(
    "TT658",
    "lồng nhau quá sâu",
    reason="Chỉ mở thư trong thư đến 5 lớp và tệp nén trong tệp nén một lớp.",
    bad="a.zip chứa b.zip chứa c.zip",
    good="a.zip chứa bao-cao.docx",
)
TT659 = notice(
    "TT659",
    "phần do văn phòng ghi được bỏ qua",
    reason=(
        "Lúc nhận, gia hạn, xử lý do văn phòng ghi; trong tệp .yaml đơn vị gửi thì các khóa ấy không được "
        "lấy, và chỉ lần nộp cuối được đọc."
    ),
    bad="xu_ly: {ket_qua: chap-nhan}",
    good="noi_dung: {...}",
)
TT660 = error(
    "TT660",
    "mục chờ bị hỏng",
    reason="Tệp trong data/waiting không đọc được hoặc tệp gốc của nó không còn nguyên (SHA-256 khác).",
    bad="data/waiting/0123456789abcdef.yaml thiếu tep",
    good="để nguyên như chương trình ghi",
)
TT661 = notice(
    "TT661",
    "thư không ghi lúc gửi đọc được",
    reason=(
        "Không có dòng Received hay Date đọc được, hoặc ngày ấy chưa đến: lúc nhận lấy giờ chạy lệnh. Sửa "
        "bằng --received."
    ),
    bad="Date: hôm qua",
    good="Date: Fri, 28 May 2021 09:12:00 +0700",
)
TT662 = error(
    "TT662",
    "tệp bài nộp chưa ghi thêm được",
    reason=(
        "Tệp bài nộp của đơn vị đang có lỗi nên không ghi nối vào được; tệp gửi đến được giữ trong mục chờ."
    ),
    bad="tệp bài nộp sai cú pháp",
    good="chạy «truyenthong validate», sửa tệp ấy",
)
TT663 = notice(
    "TT663",
    "tệp kèm theo được giữ cùng",
    reason="Tệp đi cùng biểu (bản quét, ảnh, phụ lục) được giữ cùng lần nhận, không đọc nội dung.",
    bad="bao-cao.docx, bao-cao-quet.pdf",
    good="bao-cao.docx, bao-cao-quet.pdf",
)
TT664 = warning(
    "TT664",
    "đã chuyển chữ từ bảng mã cũ",
    reason=(
        "Chữ TCVN3 hoặc VNI đã được chuyển sang Unicode theo yêu cầu (--convert-legacy); đọc lại trước khi "
        "dùng."
    ),
    bad="Së Gi¸o dôc",
    good="Sở Giáo dục",
)
TT665 = notice(
    "TT665",
    "mục đã có trong sổ theo dõi",
    reason="Biểu của sổ có mục giống hệt mục đã ghi; mục ấy không được ghi lần nữa, mục khác vẫn được ghi.",
    bad="gửi lại bảng tin, bài cũ có thêm hai mục mới",
    good="gửi bảng chỉ gồm hai mục mới",
)


TT610 = error(
    "TT610",
    "tệp không đọc được trọn",
    reason=(
        "Tệp hỏng theo cách làm bộ đọc dừng lại, lồng nhau quá sâu, có quá nhiều phần hoặc đọc quá lâu. "
        "Tệp được giữ nguyên trong danh sách chờ; các tệp khác vẫn được nhận."
    ),
    bad="thư lồng trong nhau 3.000 lớp",
    good="thư kèm bao-cao.docx",
)
TT611 = notice(
    "TT611",
    "thư báo không gửi được",
    reason=(
        "Máy chủ thư báo rằng một thư của văn phòng không tới nơi; tệp trong đó là tệp của chính văn "
        "phòng, không phải bài của đơn vị, nên không được nhận."
    ),
    bad="Undelivered Mail Returned to Sender",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT612 = notice(
    "TT612",
    "thư tự động",
    reason="Thư do máy tự trả lời (nghỉ phép, đã nhận được thư, đã xem thư); không phải bài của đơn vị.",
    bad="Auto-Submitted: auto-replied",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT613 = notice(
    "TT613",
    "thư của chính chương trình",
    reason=(
        "Thư mang dấu của chương trình này (thư nhắc, thư trả lời đơn vị) quay lại hộp thư; không phải bài "
        "của đơn vị."
    ),
    bad="Message-ID: <tt.0123456789abcdef.1@…>",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT614 = error(
    "TT614",
    "giống thư máy tự gửi",
    reason=(
        "Thư giống thư báo không gửi được hoặc thư máy tự gửi mà không đủ dấu hiệu để chắc chắn. Tệp trong "
        "thư chưa được coi là bài của đơn vị; người xem quyết định."
    ),
    bad="thư của postmaster kèm tệp",
    good="thư của đơn vị kèm bao-cao.docx",
)
TT615 = error(
    "TT615",
    "thư không đọc được trọn",
    reason=(
        "Thư bị cắt giữa chừng, sai ranh giới giữa các phần, mã hóa, hoặc có phần theo cách ghi không đọc "
        "được. Cả thư được giữ trong danh sách chờ, để không mất tệp nào trong đó."
    ),
    bad="thư tải về dở dang",
    good="thư kèm bao-cao.docx",
)
TT616 = error(
    "TT616",
    "thư chuyển tiếp, hai mốc thời gian",
    reason=(
        "Theo lúc nhận thư chuyển tiếp thì bài trễ hạn, nhưng thư của đơn vị ở bên trong gửi trước lúc ấy. "
        "Chương trình không tự chọn mốc; người xem ghi mục chờ, kèm --received nếu lấy mốc của thư bên "
        "trong."
    ),
    bad="thư chuyển tiếp 31/5, thư bên trong 28/5",
    good="truyenthong intake data/waiting/….yaml --received 28/5/2021",
)
TT617 = error(
    "TT617",
    "winmail.dat",
    reason=(
        "Outlook gửi dạng «Rich Text» gói mọi tệp vào một tệp winmail.dat mà chương trình khác không mở "
        "được. Đơn vị đã kèm đúng tệp; chỉ cần gửi lại với dạng thư khác."
    ),
    bad="winmail.dat",
    good="bao-cao.docx",
)
TT618 = error(
    "TT618",
    "tệp của chương trình thư",
    reason="Tệp .msg, .pst, .dbx là dạng riêng của một chương trình thư; tệp đính kèm nằm bên trong.",
    bad="bao-cao.msg",
    good="bao-cao.eml, bao-cao.docx",
)
TT619 = notice(
    "TT619",
    "bỏ qua tệp của hệ thống",
    reason="Thumbs.db, desktop.ini, .DS_Store, ~$… do máy tự tạo, tệp đang tải dở: không phải tệp gửi.",
    bad="Thumbs.db",
    good="bao-cao.docx",
)
TT620 = notice(
    "TT620",
    "thư chuyển tiếp",
    reason=(
        "Bài nằm trong thư được chuyển tiếp; lúc nhận ghi theo thư ngoài, mốc của thư bên trong nêu để đối "
        "chiếu."
    ),
    bad="thư chuyển tiếp của văn thư",
    good="thư gửi thẳng tới hộp thư nhận báo cáo",
)
TT621 = notice(
    "TT621",
    "thư người ngoài không kèm biểu",
    reason=(
        "Trong hộp thư: thư không từ địa chỉ của đơn vị nào, không trả lời thư của chương trình, không kèm "
        "biểu hay tệp đóng kín có thể chứa biểu. Thư vẫn nằm trong hộp thư."
    ),
    bad="bản tin, quảng cáo, hóa đơn",
    good="thư của đơn vị kèm bao-cao.docx",
)
