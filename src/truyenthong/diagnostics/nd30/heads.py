"""Layout by Nghị định 30/2020/NĐ-CP: what stands above the text (TT520 to TT539, TT553 to TT556)."""

from __future__ import annotations

from truyenthong.diagnostics.nd30.rule import rule
from truyenthong.findings import Severity

TT520 = rule(
    "TT520",
    Severity.ERROR,
    "Quốc hiệu trình bày sai",
    article="Phụ lục I, Phần I, II.1.a",
    reason="Quốc hiệu: chữ in hoa, cỡ 12–13, đứng, đậm; viết HÒA hay HOÀ đều được",
    bad="Quốc hiệu không đậm",
    good="Quốc hiệu in hoa, cỡ 13, đứng, đậm",
)

TT521 = rule(
    "TT521",
    Severity.ERROR,
    "Tiêu ngữ trình bày sai",
    article="Phụ lục I, Phần I, II.1.b",
    reason="Tiêu ngữ: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu",
    bad="Tiêu ngữ cỡ 12",
    good="Tiêu ngữ cỡ 14, đứng, đậm",
)

TT522 = rule(
    "TT522",
    Severity.ERROR,
    "Tiêu ngữ viết sai",
    article="Phụ lục I, Phần I, II.1.b",
    reason="Viết hoa chữ đầu các cụm từ, giữa các cụm có gạch nối (-), có cách chữ",
    bad="Độc lập – Tự Do – Hạnh Phúc",
    good="Độc lập - Tự do - Hạnh phúc",
)

TT523 = rule(
    "TT523",
    Severity.ERROR,
    "tên cơ quan chủ quản trình bày sai",
    article="Phụ lục I, Phần I, II.2.b",
    reason="Tên cơ quan chủ quản: chữ in hoa, cỡ 12–13, đứng, không đậm",
    bad="UBND TỈNH LAI CHÂU in đậm",
    good="UBND TỈNH LAI CHÂU không đậm",
)

TT524 = rule(
    "TT524",
    Severity.ERROR,
    "tên cơ quan ban hành trình bày sai",
    article="Phụ lục I, Phần I, II.2.b",
    reason="Tên cơ quan ban hành: chữ in hoa, cỡ 12–13, đứng, đậm, canh giữa",
    bad="Tên cơ quan không đậm",
    good="Tên cơ quan in hoa, cỡ 13, đậm",
)

TT525 = rule(
    "TT525",
    Severity.ERROR,
    "số, ký hiệu viết sai",
    article="Phụ lục I, Phần I, II.3.c",
    reason=(
        "Sau chữ «Số» có dấu hai chấm; số nhỏ hơn 10 thêm số 0; giữa số và ký hiệu có dấu gạch chéo, "
        "giữa các nhóm chữ có dấu gạch nối không cách chữ"
    ),
    bad="Số 5 / BC - SGDĐT",
    good="Số: 05/BC-SGDĐT",
)

TT526 = rule(
    "TT526",
    Severity.ERROR,
    "số, ký hiệu trình bày sai",
    article="Phụ lục I, Phần I, II.3.c",
    reason="Số, ký hiệu: cỡ 13, đứng, không đậm, canh giữa dưới tên cơ quan",
    bad="Số, ký hiệu in đậm",
    good="Số, ký hiệu cỡ 13, đứng",
)

TT527 = rule(
    "TT527",
    Severity.ERROR,
    "địa danh, ngày tháng viết sai",
    article="Phụ lục I, Phần I, II.4",
    reason=(
        "Địa danh viết hoa chữ đầu, sau có dấu phẩy; ngày, tháng, năm viết đầy đủ bằng chữ số; ngày "
        "nhỏ hơn 10 và tháng 1, 2 thêm số 0 ở trước, các tháng khác thì không"
    ),
    bad="Lai Châu ngày 3 tháng 05 năm 2021",
    good="Lai Châu, ngày 03 tháng 5 năm 2021",
)

TT528 = rule(
    "TT528",
    Severity.ERROR,
    "địa danh, ngày tháng trình bày sai",
    article="Phụ lục I, Phần I, II.4.c",
    reason="Địa danh và thời gian: chữ in thường, cỡ 13–14, nghiêng, canh giữa dưới Tiêu ngữ",
    bad="Ngày tháng kiểu đứng",
    good="Ngày tháng kiểu nghiêng",
)

TT529 = rule(
    "TT529",
    Severity.WARNING,
    "không thấy Quốc hiệu hoặc Tiêu ngữ",
    article="Phụ lục I, Phần I, II.1",
    reason="Văn bản hành chính có Quốc hiệu và Tiêu ngữ ở bên phải, đầu trang thứ nhất",
    bad="Chỉ có tên cơ quan",
    good="Quốc hiệu, Tiêu ngữ ở ô bên phải đầu trang",
)

TT530 = rule(
    "TT530",
    Severity.ERROR,
    "tên loại văn bản trình bày sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Tên loại: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa",
    bad="Báo cáo canh trái",
    good="BÁO CÁO in hoa, đậm, canh giữa",
)

TT531 = rule(
    "TT531",
    Severity.ERROR,
    "trích yếu nội dung trình bày sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu dưới tên loại: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa",
    bad="Trích yếu kiểu nghiêng",
    good="Trích yếu kiểu đứng, đậm",
)

TT532 = rule(
    "TT532",
    Severity.ERROR,
    "trích yếu công văn trình bày sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason=("Trích yếu công văn sau chữ «V/v»: cỡ 12–13, đứng, không đậm, canh giữa dưới số, ký hiệu"),
    bad="V/v đôn đốc… in đậm",
    good="V/v đôn đốc… cỡ 12, đứng",
)

TT553 = rule(
    "TT553",
    Severity.ERROR,
    "trích yếu công văn viết sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Dưới số, ký hiệu của công văn, trích yếu viết sau chữ «V/v»",
    bad="Về việc đôn đốc gửi báo cáo",
    good="V/v đôn đốc gửi báo cáo",
)

TT554 = rule(
    "TT554",
    Severity.ERROR,
    "trích yếu công văn chưa cách số, ký hiệu",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu công văn cách dòng 6 pt với số, ký hiệu",
    bad="Đoạn V/v cách trên 0 pt",
    good="Đoạn > Khoảng cách > Trước: 6 pt",
)

TT555 = rule(
    "TT555",
    Severity.WARNING,
    "dưới trích yếu công văn có đường kẻ",
    article="Phụ lục I, Phần I, II.5.b; Phụ lục III, mẫu 1.5",
    reason="Đường kẻ chỉ đặt dưới Tiêu ngữ, tên cơ quan và trích yếu của văn bản có tên loại",
    bad="V/v đôn đốc gửi báo cáo\n________",
    good="V/v đôn đốc gửi báo cáo",
)

TT556 = rule(
    "TT556",
    Severity.ERROR,
    "thẩm quyền ban hành trình bày sai",
    article="Phụ lục III, mẫu 1.1, 1.2",
    reason=(
        "Trong quyết định, nghị quyết: tên người, cơ quan có thẩm quyền và chữ «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:» "
        "viết chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa, như mẫu của Nghị định"
    ),
    bad="Giám đốc Sở Giáo dục và Đào tạo, canh trái",
    good="GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO in hoa, đậm, canh giữa",
)

TT535 = rule(
    "TT535",
    Severity.ERROR,
    "ký hiệu không đúng với loại văn bản",
    article="Phụ lục I, Phần I, II.3.b; Phụ lục III, I",
    reason=(
        "Văn bản có tên loại thì ký hiệu mở đầu bằng chữ viết tắt của tên loại ấy; công văn thì không có"
    ),
    bad="KẾ HOẠCH … Số: 05/BC-SGDĐT",
    good="KẾ HOẠCH … Số: 05/KH-SGDĐT",
)

TT536 = rule(
    "TT536",
    Severity.WARNING,
    "tên loại và trích yếu chung một dòng",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu đặt ngay dưới tên loại, bằng chữ in thường",
    bad="BÁO CÁO KẾT QUẢ CÔNG TÁC TRUYỀN THÔNG",
    good="BÁO CÁO\nKết quả công tác truyền thông",
)

TT537 = rule(
    "TT537",
    Severity.ERROR,
    "thiếu đường kẻ",
    article="Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b",
    reason=(
        "Dưới Tiêu ngữ, tên cơ quan ban hành và trích yếu có đường kẻ ngang, nét liền. Kẻ bằng nét "
        "vẽ, viền đoạn hay dấu gạch dưới đều được"
    ),
    bad="Dưới Tiêu ngữ không có gì",
    good="Chèn > Hình > Đường thẳng, dưới Tiêu ngữ",
)

TT538 = rule(
    "TT538",
    Severity.ERROR,
    "đường kẻ sai",
    article="Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b",
    reason=(
        "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ, dưới tên cơ quan và trích yếu dài từ 1/3 đến 1/2 "
        "dòng chữ, nét liền"
    ),
    bad="------***------",
    good="________",
)

TT539 = rule(
    "TT539",
    Severity.WARNING,
    "thiếu một thành phần ở đầu văn bản",
    article="Phụ lục I, Phần I, II.2 đến II.5",
    reason=(
        "Văn bản hành chính có tên cơ quan; số, ký hiệu; địa danh, thời gian; và tên loại, hoặc trích "
        "yếu «V/v» khi là công văn"
    ),
    bad="Có số, ký hiệu mà không có ngày tháng",
    good="Lai Châu, ngày 05 tháng 01 năm 2021",
)
