"""Findings about the meaning of the plan (TT201 to TT249)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, notice, warning

TT201 = error(
    "TT201",
    "mã dùng hai lần",
    reason="Mã là tên để các tệp khác gọi đến; hai mục cùng mã thì không biết gọi mục nào.",
    bad="nhiem_vu:\n  - ma: bao-cao-nam\n  - ma: bao-cao-nam",
    good="nhiem_vu:\n  - ma: bao-cao-nam\n  - ma: bao-cao-quy",
)
TT202 = error(
    "TT202",
    "câu trích không có trong kế hoạch",
    reason=(
        "Mỗi nhiệm vụ dẫn đúng chữ của kế hoạch (trich), để ai hỏi cũng chỉ ra được. So không kể dấu "
        "sao, khoảng trắng."
    ),
    bad="trich: gửi báo cáo trước ngày 30/5/2021",
    good="trich: gửi Sở Giáo dục và Đào tạo trước ngày 31/5/2021",
)
TT203 = error(
    "TT203",
    "điều khoản không có trong kế hoạch",
    reason="Điều khoản ghép từ nhãn của các tiêu đề, bỏ dấu: III.4 là phần III, mục 4; II.2.a là điểm a.",
    bad="dieu_khoan: III.9",
    good="dieu_khoan: III.4",
)
TT204 = error(
    "TT204",
    "câu trích nằm ở điều khoản khác",
    reason="Câu trích có trong kế hoạch nhưng không nằm ở điều khoản đã ghi.",
    bad="dieu_khoan: III.1\ntrich: (câu của mục III.4)",
    good="dieu_khoan: III.4\ntrich: (câu của mục III.4)",
)
TT205 = error(
    "TT205",
    "đoạn của phần tổ chức thực hiện chưa ai theo dõi",
    reason=(
        "Mỗi đoạn của phần tổ chức thực hiện phải có một nhiệm vụ trích dẫn, hoặc nằm trong "
        "khong_theo_doi kèm lý do, để không bỏ quên việc nào."
    ),
    bad="khong_theo_doi: []",
    good=(
        "khong_theo_doi:\n  - dieu_khoan: III.2\n    trich: Chủ động nắm bắt thông tin từ cơ sở\n"
        "    ly_do: việc thường xuyên, không có hạn"
    ),
)
TT206 = error(
    "TT206",
    "nhiệm vụ giao cho loại đơn vị không có",
    reason="nop_boi.loai phải là mã của một loại đơn vị khai ở data/units.yaml.",
    bad="nop_boi: {loai: [phong-gd]}",
    good="nop_boi: {loai: [phong-gddt]}",
)
TT207 = error(
    "TT207",
    "kế hoạch nhắc đơn vị không có",
    reason="nop_boi.them, nop_boi.tru và soan_thao.don_vi là mã đơn vị ở data/units.yaml.",
    bad="nop_boi: {them: [vp-so]}",
    good="nop_boi: {them: [van-phong-so]}",
)
TT208 = error(
    "TT208",
    "biểu mẫu không có",
    reason="bieu_mau của nhiệm vụ phải là mã của một biểu mẫu trong cùng kế hoạch.",
    bad="bieu_mau: ket-qua",
    good="bieu_mau: ket-qua-nam",
)
TT209 = error(
    "TT209",
    "cách ghi hạn không hợp với kỳ của nhiệm vụ",
    reason=(
        "ngay_hang_thang cần ky: thang; ngay_thang_sau, tu: cuoi-ky cần nhiệm vụ có kỳ; theo_ky phải "
        "gọi đúng các kỳ của nhiệm vụ; ky: hoc-ky cần khai hoc_ky."
    ),
    bad="ky: nam-hoc\nhan: {ngay_hang_thang: 25}",
    good="ky: thang\nhan: {ngay_hang_thang: 25}",
)
TT210 = error(
    "TT210",
    "kỳ đầu hoặc kỳ cuối không phải kỳ của nhiệm vụ",
    reason=(
        "tu_ky, den_ky giới hạn các kỳ của nhiệm vụ nên phải là kỳ trong năm học, kỳ đầu không sau kỳ cuối."
    ),
    bad="ky: thang\ntu_ky: 2021-11",
    good="ky: thang\ntu_ky: 2020-11",
)
TT211 = warning(
    "TT211",
    "hạn nằm ngoài năm học",
    reason="Năm học của kế hoạch từ 1/9 đến 31/8; hạn ngoài khoảng ấy thường là gõ nhầm năm.",
    bad="nam_hoc: 2020-2021\nhan: {truoc_ngay: 31/5/2020}",
    good="nam_hoc: 2020-2021\nhan: {truoc_ngay: 31/5/2021}",
)
TT212 = notice(
    "TT212",
    "phụ lục còn là dự thảo",
    reason=(
        "Bản kế hoạch có trong tay không kèm phụ lục; các hàng là dự thảo rút từ lời kế hoạch và "
        "được in kèm chữ DỰ THẢO."
    ),
    bad="trang_thai: du-thao",
    good="trang_thai: chinh-thuc   # khi đã thay bằng phụ lục chính thức",
)
TT213 = warning(
    "TT213",
    "chữ cần đính chính không có trong kế hoạch",
    reason="dinh_chinh ghi đúng chữ in sai của kế hoạch; chữ ấy không có thì đính chính không dùng được.",
    bad="dinh_chinh:\n  - {sai: công tác vien, dung: cộng tác viên}",
    good="dinh_chinh:\n  - {sai: công tác viên, dung: cộng tác viên}",
)
TT214 = error(
    "TT214",
    "báo cáo nhắc điều không có",
    reason="Báo cáo gọi đến một nhiệm vụ, người ký, mẫu Word hay danh sách (chi_khi) không có.",
    bad="nguoi_ky: chanh-vp",
    good="nguoi_ky: chanh-van-phong",
)
TT215 = warning(
    "TT215",
    "nhiệm vụ không giao cho ai",
    reason="nop_boi không có loại đơn vị, cũng không có đơn vị nào: không ai bị theo dõi.",
    bad="nop_boi: {loai: [], them: []}",
    good="nop_boi: {loai: [phong-gddt]}",
)
TT216 = notice(
    "TT216",
    "quy ước chưa ghi lý do",
    reason="Quy ước là điều văn phòng tự đặt; ghi lý do (ly_do) để người sau hiểu.",
    bad="quy_uoc: {sap_den_han: 7}",
    good="quy_uoc:\n  sap_den_han: {gia_tri: 7, ly_do: nhắc trước một tuần}",
)
TT217 = error(
    "TT217",
    "hàng phụ lục hoặc chủ đề nhắc điều khoản, chủ đề không có",
    reason="Mỗi chủ đề, mỗi hàng phụ lục gắn với một điều khoản có thật của kế hoạch.",
    bad="nguon: II.2.đ",
    good="nguon: II.2.d",
)

TT218 = error(
    "TT218",
    "thể thức đề ký không đúng",
    reason=(
        "Giám đốc sở, hiệu trưởng, trưởng phòng ký với tư cách thủ trưởng, không ký «TM.»; ký «KT.», «TL.», "
        "«TUQ.» thì dòng dưới ghi chức vụ của chính người ký (NĐ 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7)."
    ),
    bad="nguoi_ky:\n  - {ma: giam-doc, dong: [TM. GIÁM ĐỐC]}",
    good="nguoi_ky:\n  - {ma: pho-giam-doc, dong: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC]}",
)
TT219 = warning(
    "TT219",
    "Kính gửi, Nơi nhận không đúng thể thức",
    reason=(
        "«Kính gửi» chỉ có ở công văn, tờ trình, báo cáo gửi lên trên; khi ấy Nơi nhận bắt đầu bằng «Như "
        "trên». Dòng cuối Nơi nhận là nơi lưu, có dấu hai chấm (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9)."
    ),
    bad='noi_nhan: ["Lãnh đạo Sở", "Lưu VT, VP"]',
    good='noi_nhan: ["Như trên", "Lãnh đạo Sở", "Lưu: VT, VP."]',
)
TT220 = warning(
    "TT220",
    "ký hiệu không hợp với loại văn bản",
    reason=(
        "Ký hiệu bắt đầu bằng chữ viết tắt tên loại (BC, KH, TTr, ...); công văn không có chữ ấy mà ghi tên "
        "cơ quan rồi đơn vị soạn thảo (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3 và Phụ lục III)."
    ),
    bad="loai_van_ban: Tờ trình\nky_hieu: BC-SGDĐT",
    good="loai_van_ban: Tờ trình\nky_hieu: TTr-SGDĐT",
)
TT221 = warning(
    "TT221",
    "nguyên văn kế hoạch còn là của năm học khác",
    reason=(
        "Không gian làm việc lập từ năm trước còn giữ nguyên văn kế hoạch cũ; chừng nào dòng nguyen_van_cua "
        "còn đó thì kế hoạch không được in, để không in nhầm lời của năm cũ."
    ),
    bad="nam_hoc: 2021-2022\nnguyen_van_cua: 2020-2021",
    good="nam_hoc: 2021-2022\n# thay noi_dung, trich bằng nguyên văn mới rồi bỏ dòng nguyen_van_cua",
)
TT222 = error(
    "TT222",
    "văn bản đã gửi thuộc một báo cáo khác nhiệm vụ",
    reason=(
        "da_gui ghi văn bản làm từ cùng số liệu của nhiệm vụ rồi gửi thêm nơi khác, ví dụ gửi UBND tỉnh. "
        "Mã báo cáo sai thì chương trình không biết bản nào đã gửi, và làm lại bản ấy với số để trống."
    ),
    bad="da_gui:\n  - bao_cao: tong-hop-ubnd",
    good="da_gui:\n  - bao_cao: tong-hop-thang-ubnd",
)
TT223 = error(
    "TT223",
    "ngày khóa sổ không sau hạn",
    reason=(
        "`khoa_so` là ngày cuối còn nhận bài muộn: bài đến sau ngày ấy vẫn được giữ và nêu ra, chỉ tính "
        "khi có người chấp nhận. Ngày ấy phải sau ngày cuối còn đúng hạn; nhiều hạn thì ghi `khoa_so_sau`."
    ),
    bad="han: {truoc_ngay: 31/5/2021, khoa_so: 30/5/2021}",
    good="han: {truoc_ngay: 31/5/2021, khoa_so: 15/6/2021}",
)
TT230 = error(
    "TT230",
    "mã không nơi nào dùng, trong khi một mã gần giống được dùng mà chưa khai",
    reason=(
        "Khi các bài đã nhận và các mục khác đều gọi một mã không có, còn mã gần giống nó thì không ai gọi, "
        "chỗ khai mã ấy có lẽ gõ sai. Lỗi được nói một lần ở đây, không tính cho đơn vị."
    ),
    bad="truong:\n  - {ma: tin_baii, nhan: Số tin, bài, kieu: so-nguyen}",
    good="truong:\n  - {ma: tin_bai, nhan: Số tin, bài, kieu: so-nguyen}",
)
TT231 = error(
    "TT231",
    "mọi bài đã nhận đều trái với điều khai của nhiệm vụ",
    reason=(
        "Một đơn vị có thể ghi sai; khi mọi tệp của một nhiệm vụ (từ ba tệp) cùng trái với một điều khai thì "
        "phải xem lại điều khai ấy trước. Lỗi được nói một lần ở đây, không tính cho đơn vị."
    ),
    bad="nhiem_vu:\n  - ma: bao-cao-nam    # mọi tệp đã nhận có ky: 2020-2021",
    good="nhiem_vu:\n  - ma: bao-cao-nam\n    ky: nam-hoc",
)
TT232 = error(
    "TT232",
    "ngày xem đặt cho dữ liệu thật",
    reason=(
        "ngay_xem là ngày thay cho hôm nay khi xem thử dữ liệu mẫu của một năm đã qua. Với dữ liệu thật thì "
        "hôm nay là hôm nay, nếu không thì ai cũng như chưa đến hạn; muốn xem một ngày khác thì gõ --as-of."
    ),
    bad="ngay_xem: 1/6/2021",
    good="du_lieu_mau: có\nngay_xem: 1/6/2021",
)
TT240 = error(
    "TT240",
    "chỗ chờ điền còn để nguyên",
    reason=(
        "Không gian làm việc mới có sẵn những chỗ ghi trong ngoặc đơn để cơ quan điền. Chừng nào còn một "
        "chỗ như vậy thì không làm báo cáo, biểu hay thư, để chữ mẫu không ra khỏi cơ quan."
    ),
    bad="chu_quan: UBND (tên tỉnh)",
    good="chu_quan: UBND tỉnh Lai Châu",
)
