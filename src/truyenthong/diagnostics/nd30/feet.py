"""Layout by Nghị định 30/2020/NĐ-CP: addressees, recipients, signature (TT550 to TT579)."""

from __future__ import annotations

from truyenthong.diagnostics.nd30.rule import rule
from truyenthong.findings import Severity

TT550 = rule(
    "TT550",
    Severity.ERROR,
    "loại văn bản này không ghi Kính gửi",
    article="Phụ lục I, Phần I, II.9.b, II.9.c",
    reason=(
        "Kính gửi chỉ dùng ở công văn, tờ trình, báo cáo gửi cấp trên; kế hoạch, quyết định, thông "
        "báo không ghi"
    ),
    bad="KẾ HOẠCH … Kính gửi: …",
    good="bỏ dòng Kính gửi, ghi ở Nơi nhận",
)

TT551 = rule(
    "TT551",
    Severity.ERROR,
    "Kính gửi trình bày sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="Kính gửi và nơi được gửi: cỡ 13–14, đứng, không đậm",
    bad="Kính gửi in đậm",
    good="Kính gửi cỡ 14, đứng",
)

TT552 = rule(
    "TT552",
    Severity.ERROR,
    "danh sách Kính gửi viết sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason=(
        "Sau chữ «Kính gửi» có dấu hai chấm. Gửi một nơi thì ghi cùng dòng; gửi nhiều nơi thì mỗi nơi "
        "một dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm"
    ),
    bad="Kính gửi: Phòng A; Trường B",
    good="Kính gửi:\n- Phòng A;\n- Trường B.",
)

TT560 = rule(
    "TT560",
    Severity.ERROR,
    "chữ Nơi nhận trình bày sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="«Nơi nhận:» cỡ 12, nghiêng, đậm, có dấu hai chấm",
    bad="Nơi nhận: cỡ 14, đứng",
    good="Nơi nhận: cỡ 12, nghiêng, đậm",
)

TT561 = rule(
    "TT561",
    Severity.ERROR,
    "danh sách nơi nhận trình bày sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="Danh sách nơi nhận: cỡ 11, đứng, không đậm",
    bad="- Như trên; cỡ 13",
    good="- Như trên; cỡ 11",
)

TT562 = rule(
    "TT562",
    Severity.ERROR,
    "danh sách nơi nhận chấm câu sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason=("Mỗi nơi nhận một dòng, đầu dòng có gạch, cuối dòng có dấu chấm phẩy; dòng cuối có dấu chấm"),
    bad="Như trên,",
    good="- Như trên;",
)

TT563 = rule(
    "TT563",
    Severity.ERROR,
    "dòng Lưu viết sai hoặc thiếu",
    article="Phụ lục I, Phần I, II.9.d",
    reason=("Dòng cuối: chữ «Lưu» và dấu hai chấm, «VT», dấu phẩy, chữ viết tắt đơn vị soạn thảo, dấu chấm"),
    bad="- Lưu VT, VP.",
    good="- Lưu: VT, VP.",
)

TT564 = rule(
    "TT564",
    Severity.ERROR,
    "nơi nhận không mở đầu bằng Như trên",
    article="Phụ lục I, Phần I, II.9.b",
    reason="Văn bản có Kính gửi thì dưới «Nơi nhận» trước hết là «Như trên»",
    bad="Kính gửi: …; Nơi nhận: - Như kính gửi;",
    good="Nơi nhận: - Như trên;",
)

TT565 = rule(
    "TT565",
    Severity.WARNING,
    "Như trên mà không có Kính gửi",
    article="Phụ lục I, Phần I, II.9.c",
    reason=("«Như trên» chỉ nơi đã ghi ở Kính gửi; văn bản không có Kính gửi thì liệt kê nơi nhận"),
    bad="KẾ HOẠCH … - Như trên;",
    good="- Các phòng Giáo dục và Đào tạo;",
)

TT566 = rule(
    "TT566",
    Severity.WARNING,
    "không thấy Nơi nhận",
    article="Phụ lục I, Phần I, II.9",
    reason=("Văn bản có số, ký hiệu thì cuối văn bản có «Nơi nhận», ngang hàng với chức vụ người ký"),
    bad="Cuối văn bản chỉ có chữ ký",
    good="Nơi nhận: … - Lưu: VT, VP.",
)

TT570 = rule(
    "TT570",
    Severity.ERROR,
    "quyền hạn, chức vụ trình bày sai",
    article="Phụ lục I, Phần I, II.7.đ",
    reason="Quyền hạn, chức vụ của người ký: chữ in hoa, cỡ 13–14, đứng, đậm",
    bad="Chức vụ không đậm",
    good="TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG đậm",
)

TT571 = rule(
    "TT571",
    Severity.ERROR,
    "ghi «TM.» cho cơ quan theo chế độ thủ trưởng",
    article="Điều 13; Phụ lục I, Phần I, II.7.b",
    reason=(
        "Chữ «TM.» dùng khi ký thay mặt tập thể; giám đốc sở, hiệu trưởng, trưởng phòng ký với tư "
        "cách thủ trưởng"
    ),
    bad="TM. GIÁM ĐỐC",
    good="KT. GIÁM ĐỐC hoặc TL. GIÁM ĐỐC",
)

TT572 = rule(
    "TT572",
    Severity.ERROR,
    "ghi học hàm, học vị trước họ tên người ký",
    article="Phụ lục I, Phần I, II.7.c",
    reason=(
        "Trước họ tên của người ký không ghi học hàm, học vị và các danh hiệu danh dự khác; trường "
        "học, đơn vị sự nghiệp giáo dục theo quy định của ngành nên không báo"
    ),
    bad="ThS. Nguyễn Văn Mẫu",
    good="Nguyễn Văn Mẫu",
)

TT573 = rule(
    "TT573",
    Severity.ERROR,
    "họ tên người ký trình bày sai",
    article="Phụ lục I, Phần I, II.7.đ",
    reason="Họ tên người ký: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa dưới chức vụ",
    bad="Họ tên không đậm",
    good="Họ tên cỡ 14, đứng, đậm",
)

TT574 = rule(
    "TT574",
    Severity.ERROR,
    "thiếu hoặc sai chức vụ dưới quyền hạn ký",
    article="Điều 13; Phụ lục I, Phần I, II.7.b",
    reason=("Dưới dòng KT., TL., TUQ. ghi chức vụ của chính người ký; ký thay (KT.) là cấp phó"),
    bad="KT. GIÁM ĐỐC / TRƯỞNG PHÒNG",
    good="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
)

TT575 = rule(
    "TT575",
    Severity.ERROR,
    "cấp phó ký mà không ghi KT.",
    article="Điều 13; Phụ lục I, Phần I, II.7.b",
    reason=(
        "Cấp phó ký thay người đứng đầu, kể cả khi được giao phụ trách, ghi «KT.» trước chức vụ người "
        "đứng đầu"
    ),
    bad="PHÓ GIÁM ĐỐC",
    good="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
)

TT576 = rule(
    "TT576",
    Severity.ERROR,
    "chữ viết tắt quyền hạn ký viết sai",
    article="Phụ lục I, Phần I, II.7.b",
    reason="Quyền hạn ghi bằng TM., Q., KT., TL., TUQ., có dấu chấm",
    bad="T/M ỦY BAN NHÂN DÂN; QUYỀN GIÁM ĐỐC",
    good="TM. ỦY BAN NHÂN DÂN; Q. GIÁM ĐỐC",
)

TT577 = rule(
    "TT577",
    Severity.WARNING,
    "không thấy chức vụ người ký",
    article="Phụ lục I, Phần I, II.7.đ",
    reason="Trên họ tên của người ký có quyền hạn, chức vụ, ngang hàng với Nơi nhận",
    bad="Cuối văn bản chỉ có họ tên người ký",
    good="GIÁM ĐỐC / Nguyễn Văn Mẫu",
)
