"""Findings about a Word template and the values put into it (TT401 to TT499)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT401 = error(
    "TT401",
    "tệp không dùng làm mẫu được",
    reason="Mẫu phải là tệp Word .docx thường, không mật khẩu, không hỏng, không quá lớn.",
    bad="templates/tien-do.docm",
    good="templates/tien-do.docx",
)
TT402 = error(
    "TT402",
    "thẻ không đóng",
    reason=(
        "Thẻ mở bằng {{, {% hoặc {# phải đóng trong cùng một đoạn. Thẻ không đóng không nuốt phần chữ đứng "
        "sau nó; chỗ ấy chỉ bị báo lỗi."
    ),
    bad="Kính gửi: {{ don_vi.ten",
    good="Kính gửi: {{ don_vi.ten }}",
)
TT403 = error(
    "TT403",
    "câu trong thẻ chưa đúng cú pháp",
    reason="Câu viết trong thẻ theo cú pháp Jinja: tên, dấu chấm, bộ lọc sau dấu |, chữ trong dấu nháy.",
    bad="{{ don_vi ten }}",
    good="{{ don_vi.ten }}",
)
TT404 = error(
    "TT404",
    "lệnh không có trong mẫu Word",
    reason=(
        "Trong mẫu dùng được for, if, elif, else, set, with và các thẻ đóng của chúng. Các lệnh gọi tệp khác "
        "hay khai báo macro không dùng được, vì mẫu phải đứng một mình."
    ),
    bad='{% include "dau-trang.docx" %}',
    good="{% if mau %}{{ mau }}{% endif %}",
)
TT405 = error(
    "TT405",
    "bộ lọc hoặc phép thử không có",
    reason="Tên sau dấu | phải là một bộ lọc, tên sau «is» phải là một phép thử mà chương trình có.",
    bad="{{ han | ngay_thang }}",
    good="{{ han | ngay }}",
)
TT406 = error(
    "TT406",
    "thẻ mở và thẻ đóng không khớp",
    reason="Mỗi for, if, with cần đúng một thẻ đóng của mình, theo thứ tự: mở sau thì đóng trước.",
    bad="{% if mau %}DỮ LIỆU MẪU{% endfor %}",
    good="{% if mau %}DỮ LIỆU MẪU{% endif %}",
)
TT407 = error(
    "TT407",
    "thẻ mở và thẻ đóng nằm ở hai nơi khác nhau",
    reason=(
        "Thẻ mở và thẻ đóng của cùng một lệnh phải ở cùng một tầng: cùng trong một đoạn, hoặc mỗi thẻ một "
        "đoạn riêng trong cùng một ô, hoặc mỗi thẻ một dòng riêng trong cùng một bảng. Nếu không, lặp lại "
        "hay bỏ đi phần ở giữa sẽ làm hỏng tài liệu."
    ),
    bad="| {% for x in cham %}{{ x.ten }} | {{ x.han }}{% endfor %} |",
    good="| {% for x in cham %} |\n| {{ x.ten }} | {{ x.han }} |\n| {% endfor %} |",
)
TT408 = error(
    "TT408",
    "có chữ cạnh thẻ lặp cả đoạn, dòng hoặc ô",
    reason=(
        "Thẻ {%p %}, {%tr %}, {%tc %} thay cho cả đoạn, cả dòng, cả ô chứa nó, nên chữ đứng cạnh sẽ mất. "
        "Chương trình không lặng lẽ bỏ chữ ấy."
    ),
    bad="Ghi chú: {%p if mau %}",
    good="{%p if mau %}",
)
TT409 = error(
    "TT409",
    "mẫu quá lớn hoặc lồng quá sâu",
    reason="Độ dài một thẻ, số thẻ, số lệnh lồng nhau có giới hạn, rộng hơn nhiều so với một mẫu thật.",
    bad="{{ ((((((((((((((((((((((((((((((((((((((((((((so)))))))))))))))))))))))))))))))))))))))))))) }}",
    good="{{ so }}",
)
TT410 = error(
    "TT410",
    "tên không có",
    reason=(
        "Tên viết trong thẻ không có trong số liệu của báo cáo này. Chỗ có thể không có thì viết "
        "| default('…') hoặc hỏi bằng «is defined»."
    ),
    bad="{{ don_vi.ten_day_du }}",
    good="{{ don_vi.ten }}",
)
TT411 = error(
    "TT411",
    "không tính được giá trị trong thẻ",
    reason="Câu trong thẻ đúng cú pháp nhưng với số liệu này thì không ra kết quả (chia cho 0…).",
    bad="{{ dung_han / phai_nop }}",
    good="{% if phai_nop %}{{ dung_han / phai_nop }}{% endif %}",
)
TT412 = error(
    "TT412",
    "thẻ làm ra thứ quá lớn hoặc chạy quá lâu",
    reason="Mỗi giá trị, mỗi danh sách, mỗi lần làm báo cáo có giới hạn, để một mẫu hỏng không treo máy.",
    bad="{{ 'x' * 999999999 }}",
    good="{{ 'x' * 10 }}",
)
TT413 = warning(
    "TT413",
    "ký tự không ghi được vào tệp Word đã bị bỏ",
    reason=(
        "Một số ký tự điều khiển (thường dính theo khi chép từ PDF hay phần mềm cũ) không có chỗ trong tệp "
        "Word. Chúng bị bỏ, phần còn lại giữ nguyên."
    ),
    bad="ly_do: Mưa lũ\\x0bchia cắt",
    good="ly_do: Mưa lũ chia cắt",
)
TT414 = error(
    "TT414",
    "giá trị không phải dữ liệu thường",
    reason="Mẫu chỉ nhận chữ, số, có/không, ngày, danh sách và nhóm; đối tượng của chương trình thì không.",
    bad="don_vi: <một đối tượng>",
    good="don_vi: {ten: Phòng GD&ĐT Tam Đường}",
)
TT415 = error(
    "TT415",
    "tài liệu làm ra không hợp lệ",
    reason="Tài liệu được đọc lại nghiêm ngặt trước khi ghi; tài liệu hỏng không bao giờ được ghi ra.",
    bad="(một chỗ trong mẫu làm hỏng cấu trúc của tài liệu)",
    good="(mở mẫu bằng Word, lưu lại, rồi làm lại)",
)

TT416 = error(
    "TT416",
    "thẻ ở chỗ không điền được",
    reason=(
        "Mã của một trường (field), công thức, địa chỉ của một đường dẫn và sơ đồ SmartArt không phải là chữ "
        "của đoạn, nên thẻ trong đó không được điền và sẽ in ra nguyên văn."
    ),
    bad='{ HYPERLINK "mailto:{{ thu_dien_tu }}" }',
    good="{{ thu_dien_tu }}",
)

TT417 = error(
    "TT417",
    "thẻ trong văn bản thay thế không điền được",
    reason=(
        "Biểu đồ hoặc hình được điền khi ô «Mô tả» của văn bản thay thế (Alt Text) chứa đúng một thẻ in. Ở "
        "hình vẽ, hộp chữ, nhóm hình, ở ô «Tiêu đề», hoặc khi cạnh thẻ có chữ khác, thẻ không được điền."
    ),
    bad="Văn bản thay thế của biểu đồ: Tiến độ {{ bieu_do.theo_loai }}",
    good="Văn bản thay thế của biểu đồ: {{ bieu_do.theo_loai }}",
)
TT418 = error(
    "TT418",
    "biểu đồ trong mẫu không điền được",
    reason=(
        "Chương trình điền các biểu đồ cột, thanh, đường, tròn, miền, vành và mạng nhện chèn bằng Insert › "
        "Chart của Word. Biểu đồ tán xạ, bong bóng, chứng khoán, bề mặt và các loại "
        "mới của Word 2016 thì không."
    ),
    bad="Insert › Chart › X Y (Scatter)",
    good="Insert › Chart › Column",
)
TT419 = error(
    "TT419",
    "số liệu không vẽ thành biểu đồ được",
    reason=(
        "Số liệu của biểu đồ là các nhóm (nhom) và các dãy (day), mỗi dãy có tên và đúng bằng ấy giá trị; "
        "giá trị là số hoặc để trống, chỗ trống được vẽ là khoảng trống chứ không phải số 0. Biểu đồ tròn "
        "chỉ vẽ một dãy."
    ),
    bad="{nhom: [Tháng 9, Tháng 10], day: [{ten: Đúng hạn, gia_tri: [3]}]}",
    good="{nhom: [Tháng 9, Tháng 10], day: [{ten: Đúng hạn, gia_tri: [3, 5]}]}",
)
TT420 = error(
    "TT420",
    "tệp hình không dùng được",
    reason="Hình đặt vào mẫu phải là PNG hoặc JPEG (nhận theo nội dung), không hỏng và không quá lớn.",
    bad="{anh: nội dung tệp logo.bmp}",
    good="{anh: nội dung tệp logo.png, mo_ta: Logo của cơ quan}",
)
TT421 = warning(
    "TT421",
    "thẻ trong phần đã xóa còn theo dõi",
    reason=(
        "Chữ đã xóa khi bật Track Changes vẫn nằm trong tệp. Thẻ trong đó không chạy mà nằm lại nguyên văn "
        "trong lịch sử sửa đổi của mọi văn bản làm ra từ mẫu, ai nhận cũng xem được."
    ),
    bad="(phần xóa còn theo dõi) {{ don_vi.ten_cu }}",
    good="(chấp nhận mọi thay đổi rồi mới lưu mẫu)",
)
TT422 = error(
    "TT422",
    "mẫu có nội dung chạy được, hoặc lấy từ nơi khác",
    reason=(
        "Macro, ActiveX, đối tượng nhúng, trường gọi chương trình, hình và tệp nối từ ngoài, đường dẫn mở "
        "tệp trên máy đi theo mọi văn bản làm ra từ mẫu và chạy trên máy người nhận. Mẫu phải đứng một mình; "
        "đường dẫn http, https, mailto thì dùng được."
    ),
    bad='{ MACROBUTTON LapBang "Bấm vào đây" }',
    good="(xóa trường rồi gõ chữ thường)",
)
TT423 = notice(
    "TT423",
    "mẫu còn gắn với một tệp .dotx",
    reason=(
        "Tài liệu tạo từ một tệp .dotx nhớ chỗ của tệp ấy (attachedTemplate). Báo cáo làm ra không mang theo "
        "chỗ gắn ấy; mẫu vẫn dùng được."
    ),
    bad="Developer › Document Template: C:\\Users\\vanthu\\…\\CongVan.dotx",
    good="Developer › Document Template: Normal",
)
