"""TT401–TT499: what can be wrong with a Word template, and with what is put into it."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Severity

TT401 = Diagnostic(
    code="TT401",
    severity=Severity.ERROR,
    title="tệp không dùng làm mẫu được",
    reason=("Mẫu phải là tệp Word .docx thường, không mật khẩu, không hỏng, không quá lớn."),
    bad="templates/tien-do.docm",
    good="templates/tien-do.docx",
)
TT402 = Diagnostic(
    code="TT402",
    severity=Severity.ERROR,
    title="thẻ không đóng",
    reason=(
        "Thẻ mở bằng {{, {% hoặc {# phải đóng trong cùng một đoạn. Thẻ không đóng không nuốt phần chữ đứng "
        "sau nó; chỗ ấy chỉ bị báo lỗi."
    ),
    bad="Kính gửi: {{ don_vi.ten",
    good="Kính gửi: {{ don_vi.ten }}",
)
TT403 = Diagnostic(
    code="TT403",
    severity=Severity.ERROR,
    title="câu trong thẻ chưa đúng cú pháp",
    reason="Câu viết trong thẻ theo cú pháp Jinja: tên, dấu chấm, bộ lọc sau dấu |, chữ trong dấu nháy.",
    bad="{{ don_vi ten }}",
    good="{{ don_vi.ten }}",
)
TT404 = Diagnostic(
    code="TT404",
    severity=Severity.ERROR,
    title="lệnh không có trong mẫu Word",
    reason=(
        "Trong mẫu dùng được for, if, elif, else, set, with và các thẻ đóng của chúng. Các lệnh gọi tệp khác "
        "hay khai báo macro không dùng được, vì mẫu phải đứng một mình."
    ),
    bad='{% include "dau-trang.docx" %}',
    good="{% if mau %}{{ mau }}{% endif %}",
)
TT405 = Diagnostic(
    code="TT405",
    severity=Severity.ERROR,
    title="bộ lọc hoặc phép thử không có",
    reason="Tên sau dấu | phải là một bộ lọc, tên sau «is» phải là một phép thử mà chương trình có.",
    bad="{{ han | ngay_thang }}",
    good="{{ han | ngay }}",
)
TT406 = Diagnostic(
    code="TT406",
    severity=Severity.ERROR,
    title="thẻ mở và thẻ đóng không khớp",
    reason="Mỗi for, if, with cần đúng một thẻ đóng của mình, theo thứ tự: mở sau thì đóng trước.",
    bad="{% if mau %}DỮ LIỆU MẪU{% endfor %}",
    good="{% if mau %}DỮ LIỆU MẪU{% endif %}",
)
TT407 = Diagnostic(
    code="TT407",
    severity=Severity.ERROR,
    title="thẻ mở và thẻ đóng nằm ở hai nơi khác nhau",
    reason=(
        "Thẻ mở và thẻ đóng của cùng một lệnh phải ở cùng một tầng: cùng trong một đoạn, hoặc mỗi thẻ một "
        "đoạn riêng trong cùng một ô, hoặc mỗi thẻ một dòng riêng trong cùng một bảng. Nếu không, lặp lại "
        "hay bỏ đi phần ở giữa sẽ làm hỏng tài liệu."
    ),
    bad="| {% for x in cham %}{{ x.ten }} | {{ x.han }}{% endfor %} |",
    good="| {% for x in cham %} |\n| {{ x.ten }} | {{ x.han }} |\n| {% endfor %} |",
)
TT408 = Diagnostic(
    code="TT408",
    severity=Severity.ERROR,
    title="có chữ cạnh thẻ lặp cả đoạn, dòng hoặc ô",
    reason=(
        "Thẻ {%p %}, {%tr %}, {%tc %} thay cho cả đoạn, cả dòng, cả ô chứa nó, nên chữ đứng cạnh sẽ mất. "
        "Chương trình không lặng lẽ bỏ chữ ấy."
    ),
    bad="Ghi chú: {%p if mau %}",
    good="{%p if mau %}",
)
TT409 = Diagnostic(
    code="TT409",
    severity=Severity.ERROR,
    title="mẫu quá lớn hoặc lồng quá sâu",
    reason="Độ dài một thẻ, số thẻ, số lệnh lồng nhau có giới hạn, rộng hơn nhiều so với một mẫu thật.",
    bad="{{ ((((((((((((((((((((((((((((((((((((((((((((so)))))))))))))))))))))))))))))))))))))))))))) }}",
    good="{{ so }}",
)
TT410 = Diagnostic(
    code="TT410",
    severity=Severity.ERROR,
    title="tên không có",
    reason=(
        "Tên viết trong thẻ không có trong số liệu của báo cáo này. Chỗ có thể không có thì viết "
        "| default('…') hoặc hỏi bằng «is defined»."
    ),
    bad="{{ don_vi.ten_day_du }}",
    good="{{ don_vi.ten }}",
)
TT411 = Diagnostic(
    code="TT411",
    severity=Severity.ERROR,
    title="không tính được giá trị trong thẻ",
    reason="Câu trong thẻ đúng cú pháp nhưng với số liệu này thì không ra kết quả (chia cho 0…).",
    bad="{{ dung_han / phai_nop }}",
    good="{% if phai_nop %}{{ dung_han / phai_nop }}{% endif %}",
)
TT412 = Diagnostic(
    code="TT412",
    severity=Severity.ERROR,
    title="thẻ làm ra thứ quá lớn hoặc chạy quá lâu",
    reason="Mỗi giá trị, mỗi danh sách, mỗi lần làm báo cáo có giới hạn, để một mẫu hỏng không treo máy.",
    bad="{{ 'x' * 999999999 }}",
    good="{{ 'x' * 10 }}",
)
TT413 = Diagnostic(
    code="TT413",
    severity=Severity.WARNING,
    title="ký tự không ghi được vào tệp Word đã bị bỏ",
    reason=(
        "Một số ký tự điều khiển (thường dính theo khi chép từ PDF hay phần mềm cũ) không có chỗ trong tệp "
        "Word. Chúng bị bỏ, phần còn lại giữ nguyên."
    ),
    bad="ly_do: Mưa lũ\\x0bchia cắt",
    good="ly_do: Mưa lũ chia cắt",
)
TT414 = Diagnostic(
    code="TT414",
    severity=Severity.ERROR,
    title="giá trị không phải dữ liệu thường",
    reason="Mẫu chỉ nhận chữ, số, có/không, ngày, danh sách và nhóm; đối tượng của chương trình thì không.",
    bad="don_vi: <một đối tượng>",
    good="don_vi: {ten: Phòng GD&ĐT Tam Đường}",
)
TT415 = Diagnostic(
    code="TT415",
    severity=Severity.ERROR,
    title="tài liệu làm ra không hợp lệ",
    reason="Tài liệu được đọc lại nghiêm ngặt trước khi ghi; tài liệu hỏng không bao giờ được ghi ra.",
    bad="(một chỗ trong mẫu làm hỏng cấu trúc của tài liệu)",
    good="(mở mẫu bằng Word, lưu lại, rồi làm lại)",
)

TT416 = Diagnostic(
    code="TT416",
    severity=Severity.ERROR,
    title="thẻ ở chỗ không điền được",
    reason=(
        "Mã của một trường (field), công thức, địa chỉ của một đường dẫn và sơ đồ SmartArt không phải là chữ "
        "của đoạn, nên thẻ trong đó không được điền và sẽ in ra nguyên văn."
    ),
    bad='{ HYPERLINK "mailto:{{ thu_dien_tu }}" }',
    good="{{ thu_dien_tu }}",
)

TT417 = Diagnostic(
    code="TT417",
    severity=Severity.ERROR,
    title="thẻ trong văn bản thay thế không điền được",
    reason=(
        "Biểu đồ hoặc hình được điền khi ô «Mô tả» của văn bản thay thế (Alt Text) chứa đúng một thẻ in. Ở "
        "hình vẽ, hộp chữ, nhóm hình, ở ô «Tiêu đề», hoặc khi cạnh thẻ có chữ khác, thẻ không được điền."
    ),
    bad="Văn bản thay thế của biểu đồ: Tiến độ {{ bieu_do.theo_loai }}",
    good="Văn bản thay thế của biểu đồ: {{ bieu_do.theo_loai }}",
)
TT418 = Diagnostic(
    code="TT418",
    severity=Severity.ERROR,
    title="biểu đồ trong mẫu không điền được",
    reason=(
        "Chương trình điền các biểu đồ cột, thanh, đường, tròn, miền, vành và mạng nhện chèn bằng Insert › "
        "Chart của Word. Biểu đồ tán xạ, bong bóng, chứng khoán, bề mặt và các loại "
        "mới của Word 2016 thì không."
    ),
    bad="Insert › Chart › X Y (Scatter)",
    good="Insert › Chart › Column",
)
TT419 = Diagnostic(
    code="TT419",
    severity=Severity.ERROR,
    title="số liệu không vẽ thành biểu đồ được",
    reason=(
        "Số liệu của biểu đồ là các nhóm (nhom) và các dãy (day), mỗi dãy có tên và đúng bằng ấy giá trị; "
        "giá trị là số hoặc để trống, chỗ trống được vẽ là khoảng trống chứ không phải số 0. Biểu đồ tròn "
        "chỉ vẽ một dãy."
    ),
    bad="{nhom: [Tháng 9, Tháng 10], day: [{ten: Đúng hạn, gia_tri: [3]}]}",
    good="{nhom: [Tháng 9, Tháng 10], day: [{ten: Đúng hạn, gia_tri: [3, 5]}]}",
)
TT420 = Diagnostic(
    code="TT420",
    severity=Severity.ERROR,
    title="tệp hình không dùng được",
    reason="Hình đặt vào mẫu phải là PNG hoặc JPEG (nhận theo nội dung), không hỏng và không quá lớn.",
    bad="{anh: nội dung tệp logo.bmp}",
    good="{anh: nội dung tệp logo.png, mo_ta: Logo của cơ quan}",
)
TT421 = Diagnostic(
    code="TT421",
    severity=Severity.WARNING,
    title="thẻ trong phần đã xóa còn theo dõi",
    reason=(
        "Chữ đã xóa khi bật Track Changes vẫn nằm trong tệp. Thẻ trong đó không chạy mà nằm lại nguyên văn "
        "trong lịch sử sửa đổi của mọi văn bản làm ra từ mẫu, ai nhận cũng xem được."
    ),
    bad="(phần xóa còn theo dõi) {{ don_vi.ten_cu }}",
    good="(chấp nhận mọi thay đổi rồi mới lưu mẫu)",
)
TT422 = Diagnostic(
    code="TT422",
    severity=Severity.ERROR,
    title="mẫu có nội dung chạy được, hoặc lấy từ nơi khác",
    reason=(
        "Macro, ActiveX, đối tượng nhúng, trường gọi chương trình, hình và tệp nối từ ngoài, đường dẫn mở "
        "tệp trên máy đi theo mọi văn bản làm ra từ mẫu và chạy trên máy người nhận. Mẫu phải đứng một mình; "
        "đường dẫn http, https, mailto thì dùng được."
    ),
    bad='{ MACROBUTTON LapBang "Bấm vào đây" }',
    good="(xóa trường rồi gõ chữ thường)",
)
TT423 = Diagnostic(
    code="TT423",
    severity=Severity.NOTICE,
    title="mẫu còn gắn với một tệp .dotx",
    reason=(
        "Tài liệu tạo từ một tệp .dotx nhớ chỗ của tệp ấy (attachedTemplate). Báo cáo làm ra không mang theo "
        "chỗ gắn ấy; mẫu vẫn dùng được."
    ),
    bad="Developer › Document Template: C:\\Users\\vanthu\\…\\CongVan.dotx",
    good="Developer › Document Template: Normal",
)

ALL = (
    TT401,
    TT402,
    TT403,
    TT404,
    TT405,
    TT406,
    TT407,
    TT408,
    TT409,
    TT410,
    TT411,
    TT412,
    TT413,
    TT414,
    TT415,
    TT416,
    TT417,
    TT418,
    TT419,
    TT420,
    TT421,
    TT422,
    TT423,
)
