"""Layout by Nghị định 30/2020/NĐ-CP (TT500 to TT599)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Severity

TT500 = Diagnostic(
    code="TT500",
    severity=Severity.ERROR,
    title="tệp không đọc được như một văn bản Word",
    reason=(
        "Chỉ đọc được tệp .docx còn nguyên; tệp .doc đời cũ, tệp PDF đổi đuôi, tệp hỏng hoặc có phần "
        "quá lớn thì không kiểm tra được."
    ),
    bad="bao-cao.docx là tệp PDF đổi đuôi",
    good="mở bằng Word, lưu lại thành .docx",
)

TT501 = Diagnostic(
    code="TT501",
    severity=Severity.ERROR,
    title="khổ giấy không phải A4",
    reason="Văn bản hành chính dùng khổ A4, 210 mm x 297 mm (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.a).",
    bad="Khổ Letter 216 mm x 279 mm",
    good="Bố cục > Cỡ giấy > A4",
)

TT502 = Diagnostic(
    code="TT502",
    severity=Severity.ERROR,
    title="lề trang ngoài khoảng cho phép",
    reason=(
        "Lề trên, dưới 20–25 mm; lề trái 30–35 mm; lề phải 15–20 mm (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.c)."
    ),
    bad="Lề trái 25 mm",
    good="Lề trái 30 mm",
)

TT503 = Diagnostic(
    code="TT503",
    severity=Severity.WARNING,
    title="trang ngang mà không có bảng",
    reason=(
        "Văn bản trình bày theo chiều dài của trang; nằm ngang khi có bảng, biểu không làm thành phụ "
        "lục riêng (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.b)."
    ),
    bad="Hướng giấy ngang, chỉ có lời văn",
    good="Hướng giấy dọc",
)

TT504 = Diagnostic(
    code="TT504",
    severity=Severity.ERROR,
    title="số trang không ở giữa đầu trang",
    reason="Số trang đặt canh giữa theo chiều ngang, trong lề trên (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.h).",
    bad="Số trang ở chân trang, bên phải",
    good="Chèn > Số trang > Đầu trang, canh giữa",
)

TT505 = Diagnostic(
    code="TT505",
    severity=Severity.ERROR,
    title="số trang hiện ở trang đầu",
    reason="Không hiển thị số trang thứ nhất (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.h).",
    bad="Trang 1 có số",
    good="Đầu trang > chọn «Trang đầu khác», xóa số ở trang đầu",
)

TT506 = Diagnostic(
    code="TT506",
    severity=Severity.ERROR,
    title="phụ lục không đánh số trang riêng",
    reason="Số trang của từng phụ lục đánh riêng từ 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1.đ).",
    bad="Phụ lục nối số trang của văn bản",
    good="Ngắt phần trước phụ lục, đánh số trang bắt đầu từ 1",
)

TT507 = Diagnostic(
    code="TT507",
    severity=Severity.ERROR,
    title="chữ số trang sai cỡ hoặc nghiêng",
    reason="Số trang dùng chữ số Ả Rập, cỡ 13–14, kiểu đứng (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.h).",
    bad="Số trang cỡ 11",
    good="Số trang cỡ 14",
)

TT510 = Diagnostic(
    code="TT510",
    severity=Severity.ERROR,
    title="phông chữ không phải Times New Roman",
    reason=(
        "Phông chữ tiếng Việt Times New Roman, bộ mã Unicode theo TCVN 6909:2001 (NĐ 30/2020/NĐ-CP, "
        "Phụ lục I, I.1.đ)."
    ),
    bad="Phông Calibri hoặc .VnTime",
    good="Phông Times New Roman",
)

TT511 = Diagnostic(
    code="TT511",
    severity=Severity.ERROR,
    title="chữ không phải màu đen",
    reason="Màu chữ của văn bản là màu đen (NĐ 30/2020/NĐ-CP, Phụ lục I, I.1.đ).",
    bad="Chữ đỏ để nhấn mạnh",
    good="Màu chữ Tự động hoặc Đen",
)

TT512 = Diagnostic(
    code="TT512",
    severity=Severity.ERROR,
    title="chữ nhỏ hơn cỡ 11",
    reason=(
        "Không thành phần nào của văn bản dùng chữ nhỏ hơn cỡ 11 (NĐ 30/2020/NĐ-CP, Phụ lục I, II và V)."
    ),
    bad="Chú thích cỡ 9",
    good="Chú thích cỡ 11",
)

TT520 = Diagnostic(
    code="TT520",
    severity=Severity.ERROR,
    title="Quốc hiệu trình bày sai",
    reason="Quốc hiệu: chữ in hoa, cỡ 12–13, đứng, đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.1).",
    bad="Quốc hiệu không đậm",
    good="Quốc hiệu in hoa, cỡ 13, đứng, đậm",
)

TT521 = Diagnostic(
    code="TT521",
    severity=Severity.ERROR,
    title="Tiêu ngữ trình bày sai",
    reason="Tiêu ngữ: chữ in thường, cỡ 13–14, đứng, đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.1).",
    bad="Tiêu ngữ cỡ 12",
    good="Tiêu ngữ cỡ 14, đứng, đậm",
)

TT522 = Diagnostic(
    code="TT522",
    severity=Severity.ERROR,
    title="Tiêu ngữ viết sai",
    reason=(
        "Viết hoa chữ đầu các cụm từ, giữa các cụm có gạch nối (-), có cách chữ (NĐ 30/2020/NĐ-CP, "
        "Phụ lục I, II.1)."
    ),
    bad="Độc lập – Tự Do – Hạnh Phúc",
    good="Độc lập - Tự do - Hạnh phúc",
)

TT523 = Diagnostic(
    code="TT523",
    severity=Severity.ERROR,
    title="tên cơ quan chủ quản trình bày sai",
    reason=(
        "Tên cơ quan chủ quản: chữ in hoa, cỡ 12–13, đứng, không đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.2)."
    ),
    bad="UBND TỈNH LAI CHÂU in đậm",
    good="UBND TỈNH LAI CHÂU không đậm",
)

TT524 = Diagnostic(
    code="TT524",
    severity=Severity.ERROR,
    title="tên cơ quan ban hành trình bày sai",
    reason="Tên cơ quan ban hành: chữ in hoa, cỡ 12–13, đứng, đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.2).",
    bad="Tên cơ quan không đậm",
    good="Tên cơ quan in hoa, cỡ 13, đậm",
)

TT525 = Diagnostic(
    code="TT525",
    severity=Severity.ERROR,
    title="số, ký hiệu viết sai",
    reason=(
        "Sau chữ «Số» có dấu hai chấm; số nhỏ hơn 10 thêm số 0; giữa số và ký hiệu có dấu gạch chéo, "
        "giữa các nhóm chữ có dấu gạch nối không cách chữ (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3)."
    ),
    bad="Số 5 / BC - SGDĐT",
    good="Số: 05/BC-SGDĐT",
)

TT526 = Diagnostic(
    code="TT526",
    severity=Severity.ERROR,
    title="số, ký hiệu trình bày sai",
    reason="Số, ký hiệu: cỡ 13, đứng, không đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3).",
    bad="Số, ký hiệu in đậm",
    good="Số, ký hiệu cỡ 13, đứng",
)

TT527 = Diagnostic(
    code="TT527",
    severity=Severity.ERROR,
    title="địa danh, ngày tháng viết sai",
    reason=(
        "Sau địa danh có dấu phẩy; ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 ở trước, các tháng khác "
        "thì không (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4)."
    ),
    bad="Lai Châu ngày 3 tháng 05 năm 2021",
    good="Lai Châu, ngày 03 tháng 5 năm 2021",
)

TT528 = Diagnostic(
    code="TT528",
    severity=Severity.ERROR,
    title="địa danh, ngày tháng trình bày sai",
    reason="Địa danh và thời gian: chữ in thường, cỡ 13–14, nghiêng (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).",
    bad="Ngày tháng kiểu đứng",
    good="Ngày tháng kiểu nghiêng",
)

TT529 = Diagnostic(
    code="TT529",
    severity=Severity.WARNING,
    title="không thấy Quốc hiệu hoặc Tiêu ngữ",
    reason=(
        "Văn bản hành chính có Quốc hiệu và Tiêu ngữ ở bên phải, đầu trang thứ nhất (NĐ 30/2020/NĐ- "
        "CP, Phụ lục I, II.1)."
    ),
    bad="Chỉ có tên cơ quan",
    good="Quốc hiệu, Tiêu ngữ ở ô bên phải đầu trang",
)

TT530 = Diagnostic(
    code="TT530",
    severity=Severity.ERROR,
    title="tên loại văn bản trình bày sai",
    reason="Tên loại: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa (NĐ 30/2020/NĐ-CP, Phụ lục I, II.5).",
    bad="Báo cáo canh trái",
    good="BÁO CÁO in hoa, đậm, canh giữa",
)

TT531 = Diagnostic(
    code="TT531",
    severity=Severity.ERROR,
    title="trích yếu nội dung trình bày sai",
    reason="Trích yếu dưới tên loại: cỡ 13–14, đứng, đậm, canh giữa (NĐ 30/2020/NĐ-CP, Phụ lục I, II.5).",
    bad="Trích yếu kiểu nghiêng",
    good="Trích yếu kiểu đứng, đậm",
)

TT532 = Diagnostic(
    code="TT532",
    severity=Severity.ERROR,
    title="trích yếu công văn trình bày sai",
    reason=(
        "Trích yếu công văn sau chữ «V/v»: cỡ 12–13, đứng, không đậm, canh giữa dưới số, ký hiệu (NĐ "
        "30/2020/NĐ-CP, Phụ lục I, II.5)."
    ),
    bad="V/v đôn đốc… in đậm",
    good="V/v đôn đốc… cỡ 12, đứng",
)

TT533 = Diagnostic(
    code="TT533",
    severity=Severity.ERROR,
    title="căn cứ trình bày sai",
    reason="Căn cứ ban hành: chữ in thường, cỡ 13–14, nghiêng (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).",
    bad="Căn cứ kiểu đứng",
    good="Căn cứ kiểu nghiêng",
)

TT534 = Diagnostic(
    code="TT534",
    severity=Severity.ERROR,
    title="căn cứ chấm câu sai",
    reason=(
        "Sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm (NĐ "
        "30/2020/NĐ-CP, Phụ lục I, II.6)."
    ),
    bad="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)

TT540 = Diagnostic(
    code="TT540",
    severity=Severity.ERROR,
    title="cỡ chữ lời văn ngoài khoảng 13–14",
    reason="Nội dung văn bản dùng cỡ chữ 13–14 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.e).",
    bad="Lời văn cỡ 12",
    good="Lời văn cỡ 14",
)

TT541 = Diagnostic(
    code="TT541",
    severity=Severity.ERROR,
    title="lời văn không canh đều hai lề",
    reason="Nội dung văn bản canh đều cả hai lề (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.e).",
    bad="Canh trái",
    good="Canh đều hai bên",
)

TT542 = Diagnostic(
    code="TT542",
    severity=Severity.ERROR,
    title="chữ đầu đoạn lùi sai",
    reason=("Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.e)."),
    bad="Không lùi đầu dòng",
    good="Đoạn > Đặc biệt > Dòng đầu 1 cm",
)

TT543 = Diagnostic(
    code="TT543",
    severity=Severity.ERROR,
    title="khoảng cách giữa các đoạn dưới 6 pt",
    reason="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.e).",
    bad="Cách đoạn 0 pt",
    good="Đoạn > Trước 6 pt",
)

TT544 = Diagnostic(
    code="TT544",
    severity=Severity.ERROR,
    title="khoảng cách giữa các dòng ngoài khoảng cho phép",
    reason="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.e).",
    bad="Cách dòng đôi",
    good="Cách dòng 1,15",
)

TT550 = Diagnostic(
    code="TT550",
    severity=Severity.ERROR,
    title="loại văn bản này không ghi Kính gửi",
    reason=(
        "Kính gửi chỉ dùng ở công văn, tờ trình, báo cáo gửi cấp trên; kế hoạch, quyết định, thông "
        "báo không ghi (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9)."
    ),
    bad="KẾ HOẠCH … Kính gửi: …",
    good="bỏ dòng Kính gửi, ghi ở Nơi nhận",
)

TT551 = Diagnostic(
    code="TT551",
    severity=Severity.ERROR,
    title="Kính gửi trình bày sai",
    reason="Kính gửi và nơi được gửi: cỡ 13–14, đứng, không đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9).",
    bad="Kính gửi in đậm",
    good="Kính gửi cỡ 14, đứng",
)

TT552 = Diagnostic(
    code="TT552",
    severity=Severity.ERROR,
    title="danh sách Kính gửi chấm câu sai",
    reason=(
        "Gửi nhiều nơi thì mỗi nơi một dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy, dòng cuối "
        "có dấu chấm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9)."
    ),
    bad="- Trường THPT Bình Lư",
    good="- Trường THPT Bình Lư;",
)

TT560 = Diagnostic(
    code="TT560",
    severity=Severity.ERROR,
    title="chữ Nơi nhận trình bày sai",
    reason="«Nơi nhận:» cỡ 12, nghiêng, đậm, có dấu hai chấm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9).",
    bad="Nơi nhận: cỡ 14, đứng",
    good="Nơi nhận: cỡ 12, nghiêng, đậm",
)

TT561 = Diagnostic(
    code="TT561",
    severity=Severity.ERROR,
    title="danh sách nơi nhận trình bày sai",
    reason="Danh sách nơi nhận: cỡ 11, đứng, không đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9).",
    bad="- Như trên; cỡ 13",
    good="- Như trên; cỡ 11",
)

TT562 = Diagnostic(
    code="TT562",
    severity=Severity.ERROR,
    title="danh sách nơi nhận chấm câu sai",
    reason=(
        "Mỗi nơi nhận một dòng, đầu dòng có gạch, cuối dòng có dấu chấm phẩy; dòng cuối có dấu chấm "
        "(NĐ 30/2020/NĐ-CP, Phụ lục I, II.9)."
    ),
    bad="Như trên,",
    good="- Như trên;",
)

TT563 = Diagnostic(
    code="TT563",
    severity=Severity.ERROR,
    title="dòng Lưu viết sai hoặc thiếu",
    reason=(
        "Dòng cuối: chữ «Lưu» và dấu hai chấm, «VT», dấu phẩy, chữ viết tắt đơn vị soạn thảo, dấu "
        "chấm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9)."
    ),
    bad="- Lưu VT, VP.",
    good="- Lưu: VT, VP.",
)

TT570 = Diagnostic(
    code="TT570",
    severity=Severity.ERROR,
    title="quyền hạn, chức vụ trình bày sai",
    reason=(
        "Quyền hạn, chức vụ của người ký: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa (NĐ 30/2020/NĐ- "
        "CP, Phụ lục I, II.7)."
    ),
    bad="Chức vụ không đậm",
    good="TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG đậm",
)

TT571 = Diagnostic(
    code="TT571",
    severity=Severity.ERROR,
    title="ghi «TM.» cho cơ quan theo chế độ thủ trưởng",
    reason=(
        "Chữ «TM.» dùng khi ký thay mặt tập thể; giám đốc sở, hiệu trưởng, trưởng phòng ký với tư "
        "cách thủ trưởng (NĐ 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7)."
    ),
    bad="TM. GIÁM ĐỐC",
    good="KT. GIÁM ĐỐC hoặc TL. GIÁM ĐỐC",
)

TT572 = Diagnostic(
    code="TT572",
    severity=Severity.ERROR,
    title="ghi học hàm, học vị trước họ tên người ký",
    reason=(
        "Trước họ tên của người ký không ghi học hàm, học vị và các danh hiệu danh dự khác (NĐ "
        "30/2020/NĐ-CP, Phụ lục I, II.7)."
    ),
    bad="ThS. Nguyễn Văn Mẫu",
    good="Nguyễn Văn Mẫu",
)

TT573 = Diagnostic(
    code="TT573",
    severity=Severity.ERROR,
    title="họ tên người ký trình bày sai",
    reason=(
        "Họ tên người ký: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7)."
    ),
    bad="Họ tên không đậm",
    good="Họ tên cỡ 14, đứng, đậm",
)

TT580 = Diagnostic(
    code="TT580",
    severity=Severity.ERROR,
    title="chữ Phụ lục trình bày sai",
    reason=(
        "Từ «Phụ lục» và số thứ tự: dòng riêng, canh giữa, cỡ 14, đứng, đậm (NĐ 30/2020/NĐ-CP, Phụ "
        "lục I, III.1)."
    ),
    bad="Phụ lục I cỡ 13, canh trái",
    good="Phụ lục I cỡ 14, đậm, canh giữa",
)

TT581 = Diagnostic(
    code="TT581",
    severity=Severity.ERROR,
    title="phụ lục không đánh số La Mã",
    reason=(
        "Văn bản có từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã (NĐ 30/2020/NĐ-CP, Phụ lục "
        "I, III.1)."
    ),
    bad="Phụ lục 1, Phụ lục 2",
    good="Phụ lục I, Phụ lục II",
)

TT582 = Diagnostic(
    code="TT582",
    severity=Severity.ERROR,
    title="tên phụ lục trình bày sai",
    reason=("Tên phụ lục: canh giữa, chữ in hoa, cỡ 13–14, đứng, đậm (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1)."),
    bad="Tên phụ lục in thường",
    good="TÊN PHỤ LỤC in hoa, đậm",
)

TT583 = Diagnostic(
    code="TT583",
    severity=Severity.ERROR,
    title="dòng chỉ dẫn của phụ lục trình bày sai",
    reason="Dòng «(Kèm theo …)»: canh giữa, cỡ 13–14, nghiêng (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1).",
    bad="(Kèm theo …) kiểu đứng",
    good="(Kèm theo …) kiểu nghiêng",
)

TT590 = Diagnostic(
    code="TT590",
    severity=Severity.WARNING,
    title="ngày viết thừa số 0",
    reason="Chỉ ngày nhỏ hơn 10 và tháng 1, 2 mới thêm số 0 ở trước (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).",
    bad="03/05/2021",
    good="03/5/2021",
)

TT591 = Diagnostic(
    code="TT591",
    severity=Severity.WARNING,
    title="cách đánh số mục lạ",
    reason="Mục I., khoản 1., điểm a) (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 và V).",
    bad="I/ Mục đích; 1) Yêu cầu",
    good="I. Mục đích; 1. Yêu cầu",
)

TT592 = Diagnostic(
    code="TT592",
    severity=Severity.WARNING,
    title="lời văn không kết thúc bằng ./.",
    reason=(
        "Các mẫu kèm Nghị định kết thúc lời văn bằng «./.»; lời của Nghị định không bắt buộc (NĐ "
        "30/2020/NĐ-CP, Phụ lục III)."
    ),
    bad="… tổ chức thực hiện.",
    good="… tổ chức thực hiện./.",
)

TT593 = Diagnostic(
    code="TT593",
    severity=Severity.WARNING,
    title="viết hoa chưa đúng",
    reason=(
        "Tên cơ quan, tổ chức viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực (NĐ "
        "30/2020/NĐ-CP, Phụ lục II)."
    ),
    bad="Thủ tướng chính phủ",
    good="Thủ tướng Chính phủ",
)

ALL = (
    TT500,
    TT501,
    TT502,
    TT503,
    TT504,
    TT505,
    TT506,
    TT507,
    TT510,
    TT511,
    TT512,
    TT520,
    TT521,
    TT522,
    TT523,
    TT524,
    TT525,
    TT526,
    TT527,
    TT528,
    TT529,
    TT530,
    TT531,
    TT532,
    TT533,
    TT534,
    TT540,
    TT541,
    TT542,
    TT543,
    TT544,
    TT550,
    TT551,
    TT552,
    TT560,
    TT561,
    TT562,
    TT563,
    TT570,
    TT571,
    TT572,
    TT573,
    TT580,
    TT581,
    TT582,
    TT583,
    TT590,
    TT591,
    TT592,
    TT593,
)
