"""Findings about units and the calendar (TT250 to TT299, TT396)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT250 = error(
    "TT250",
    "mã đơn vị hoặc loại dùng hai lần",
    reason="Mã đơn vị là tên thư mục bài nộp, nên mỗi mã chỉ thuộc về một đơn vị.",
    bad="- ma: pgd-than-uyen\n- ma: pgd-than-uyen",
    good="- ma: pgd-than-uyen\n- ma: pgd-tan-uyen",
)
TT251 = error(
    "TT251",
    "một tên thuộc về hai đơn vị",
    reason=(
        "Tên gọi khác nhau mỗi cách gõ dấu (Hòa/Hoà) vẫn là một tên. Một tên chỉ được thuộc về một đơn vị."
    ),
    bad="ten_khac: [PGD Uyên]   # có ở cả hai đơn vị",
    good="ten_khac: [PGD Than Uyên]",
)
TT252 = error(
    "TT252",
    "loại đơn vị không có",
    reason="loai của đơn vị phải là mã của một loại khai ở đầu tệp.",
    bad="loai: phong-gd",
    good="loai: phong-gddt",
)
TT253 = error(
    "TT253",
    "đơn vị kế thừa không có",
    reason="ke_thua là mã đơn vị trong cùng tệp.",
    bad="ke_thua: [pgd-moi]",
    good="ke_thua: [pgd-than-uyen]",
)
TT254 = error(
    "TT254",
    "thời gian hoạt động ngược hoặc chồng nhau",
    reason="Mỗi khoảng của hieu_luc có ngày đầu không sau ngày cuối, các khoảng không chồng lên nhau.",
    bad="hieu_luc: [{tu: 1/7/2025, den: 30/6/2025}]",
    good="hieu_luc: [{tu: , den: 30/6/2025}]",
)
TT255 = notice(
    "TT255",
    "còn đơn vị chưa xác minh tên",
    reason="Đơn vị có da_xac_minh: false thì báo cáo ghi chú số đơn vị chưa xác minh.",
    bad="da_xac_minh: false",
    good="da_xac_minh: true   # khi đã đối chiếu",
)
TT256 = error(
    "TT256",
    "cấp trên không có, hoặc vòng quanh",
    reason="`thuoc_loai` gọi một loại, `truc_thuoc` gọi một đơn vị trong tệp này; không đi vòng về chính nó.",
    bad="- {ma: truong-thcs, ten: Trường THCS, thuoc_loai: truong-hoc}",
    good="- {ma: truong-thcs, ten: Trường THCS, thuoc_loai: truong}",
)
TT257 = warning(
    "TT257",
    "đơn vị cấp trên đã ngừng, chưa rõ sau đó trực thuộc ai",
    reason="Đơn vị cấp trên ngừng hoạt động mà đơn vị dưới còn: chương trình không đoán ai là cấp trên mới.",
    bad="truc_thuoc: pgd-than-uyen   # Phòng ấy ngừng ngày 30/6/2025",
    good="truc_thuoc: [{don_vi: pgd-than-uyen, den: 30/6/2025}, {don_vi: xa-than-uyen, tu: 01/7/2025}]",
)
TT258 = error(
    "TT258",
    "chuyển việc cho đơn vị không hoạt động",
    reason="Đơn vị nhận phải đang hoạt động vào ngày nhận việc, nếu không thì việc còn mở chẳng ai làm.",
    bad="ke_thua: [{don_vi: xa-than-uyen, tu: 30/6/2025}]   # xã hoạt động từ 01/7/2025",
    good="ke_thua: [{don_vi: xa-than-uyen, tu: 01/7/2025}]",
)
TT259 = notice(
    "TT259",
    "một việc chuyển cho nhiều đơn vị",
    reason=(
        "Khi chia tách, việc còn mở chuyển cho từng nơi như đã khai; cùng một nhiệm vụ khai ở nhiều nơi thì "
        "mỗi nơi phải nộp một bản."
    ),
    bad="ke_thua: [{don_vi: xa-a, tu: 01/7/2025}, {don_vi: xa-b, tu: 01/7/2025}]",
    good="ke_thua: [{don_vi: xa-a, tu: 01/7/2025, nhiem_vu: [bao-cao-nam]}]",
)
TT261 = warning(
    "TT261",
    "lịch nghỉ chưa có năm cần dùng",
    reason="Thiếu ngày lễ của năm thì hạn tính theo ngày làm việc có thể sai.",
    bad="nghi: []   # không có ngày nào của năm 2022",
    good="nghi:\n  - {ngay: 1/1/2022, ten: Tết Dương lịch, can_cu: …}",
)
TT262 = notice(
    "TT262",
    "lịch nghỉ còn ngày dự kiến",
    reason="Ngày dự kiến có thể đổi khi có thông báo chính thức.",
    bad="du_kien: true",
    good="du_kien: false   # khi đã có thông báo",
)
TT263 = warning(
    "TT263",
    "ngày làm bù không cần thiết hoặc trùng",
    reason="Ngày làm bù phải là thứ Bảy, Chủ nhật; một ngày chỉ ghi một lần.",
    bad="lam_bu:\n  - {ngay: 25/5/2026, can_cu: …}   # thứ Hai",
    good="lam_bu:\n  - {ngay: 23/5/2026, can_cu: …}   # thứ Bảy",
)
TT264 = error(
    "TT264",
    "khoảng nghỉ ngược",
    reason="Ngày đầu của khoảng nghỉ không được sau ngày cuối.",
    bad="{tu: 16/2/2021, den: 10/2/2021}",
    good="{tu: 10/2/2021, den: 16/2/2021}",
)
TT265 = warning(
    "TT265",
    "ngày nghỉ ghi hai lần",
    reason="Hai mục cùng chứa một ngày: có thể một mục gõ nhầm.",
    bad="- {ngay: 1/1/2021}\n- {ngay: 1/1/2021}",
    good="- {ngay: 1/1/2021}",
)
TT396 = warning(
    "TT396",
    "thu_dien_tu không phải một địa chỉ thư",
    reason=(
        "Thư của đơn vị được nhận ra theo địa chỉ, và thư trả lời gửi tới đúng địa chỉ ấy: hai địa chỉ trong "
        "một chỗ, tên kèm dấu < > hay chữ khác thì không dùng được. Đơn vị có nhiều địa chỉ thì ghi thành "
        "danh sách."
    ),
    bad="thu_dien_tu: vanphong@example.edu.vn, hieutruong@example.edu.vn",
    good="thu_dien_tu: [vanphong@example.edu.vn, hieutruong@example.edu.vn]",
)
TT138 = notice(
    "TT138",
    "đơn vị phải gửi báo cáo chưa có địa chỉ thư",
    reason="Nhắc, trả lời, gửi biểu qua thư cần địa chỉ của từng đơn vị; thiếu thì phải gọi điện, gửi giấy.",
    bad="don_vi:\n  - {ma: pgd-than-uyen, ten: Phòng GD&ĐT huyện Than Uyên, loai: phong-gddt}",
    good="don_vi:\n  - {ma: pgd-than-uyen, …, thu_dien_tu: vanthu@example.vn}",
)
