"""The plan as its file holds it."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest

from support.yaml.decoding import SMALLEST_PLAN, good_plan, plan_with, said, tree
from truyenthong.documents.plan import decode_plan
from truyenthong.model.deadlines import BeforeDay, DayOffPolicy, DayOfMonth, Policies
from truyenthong.model.periods import PeriodKind, SchoolYear, Semester, YearMonth
from truyenthong.model.plan import (
    Agency,
    Appendix,
    AppendixRow,
    AppendixState,
    CitedPaper,
    Contact,
    Correction,
    Drafting,
    Passage,
    Plan,
    PlanPaper,
    PlanText,
    Signer,
    Topic,
    Untracked,
)
from truyenthong.model.reports import OrderStep, ReportEntry, ReportScope
from truyenthong.yamltext.parse import parse_yaml

PLAN = Path(__file__).parents[2] / "data" / "plan.yaml"


def real_plan() -> Plan:
    parsed = parse_yaml(PLAN.read_bytes(), file="data/plan.yaml")
    plan, findings = decode_plan(parsed.value, file="data/plan.yaml")
    assert (parsed.findings, findings) == ((), ())
    assert plan is not None
    return plan


def test_the_duties_of_the_repository() -> None:
    duties = real_plan().obligations_by_code
    assert {code: duty.clause for code, duty in duties.items()} == {
        "bao-cao-nam": "III.4",
        "bao-cao-du-luan": "III.4",
        "khen-thuong": "III.4",
        "ke-hoach-don-vi": "III.4",
        "tong-hop-thang": "III.1",
        "tap-huan": "III.1",
    }
    assert duties["bao-cao-nam"].deadline == BeforeDay(day=date(2021, 5, 31))
    assert duties["tong-hop-thang"].deadline == DayOfMonth(
        day=25, first=YearMonth(year=2020, month=11), last=YearMonth(year=2021, month=8)
    )
    assert {code for code, duty in duties.items() if duty.deadline is not None} == {
        "bao-cao-nam",
        "tong-hop-thang",
    }
    assert {code for code, duty in duties.items() if duty.measured} == {"bao-cao-nam", "tong-hop-thang"}
    assert {code for code, duty in duties.items() if not duty.mandatory} == {"bao-cao-du-luan", "khen-thuong"}
    assert not duties["ke-hoach-don-vi"].to_be_sent


def test_the_periods_of_the_repository() -> None:
    plan = real_plan()
    periods = {
        code: [one.code if one else None for one in plan.periods(duty)]
        for code, duty in plan.obligations_by_code.items()
    }
    months = [f"2020-{month}" for month in (11, 12)] + [f"2021-{month:02d}" for month in range(1, 9)]
    assert periods["bao-cao-nam"] == ["2020-2021"]
    assert periods["bao-cao-du-luan"] == periods["tong-hop-thang"] == months
    assert periods["tap-huan"] == [None]
    november = plan.period(plan.obligations_by_code["tong-hop-thang"], "2020-11")
    assert november is not None
    assert (november.days.start, november.days.last) == (date(2020, 10, 26), date(2020, 11, 25))


def test_the_rest_of_the_repositorys_plan() -> None:
    plan = real_plan()
    assert (plan.code, plan.year) == ("ke-hoach-truyen-thong-2020-2021", SchoolYear(first_year=2020))
    assert plan.agency.superior == "UBND tỉnh Lai Châu"
    assert (plan.paper.number, plan.paper.day, plan.paper.month, plan.paper.year) == (None, None, 10, 2020)
    assert [topic.code for topic in plan.topics if topic.above is None] == [
        "ii-1",
        *(f"ii-2-{letter}" for letter in "abcdeghi"),
        "ii-3",
    ]
    assert [topic.label for topic in plan.topics if topic.above] == [f"II.3 ({one})" for one in range(1, 6)]
    assert {topic.clause for topic in plan.topics} <= plan.text.clauses
    assert set(plan.policies.reasons) == {"ngay_nghi", "gio_chot", "sap_den_han", "thang_tu_ngay"}
    assert plan.policies.days_off is DayOffPolicy.KEEP
    assert {form.code for form in plan.forms} >= {duty.form for duty in plan.obligations if duty.form}
    assert [appendix.state for appendix in plan.appendices] == [AppendixState.DRAFT] * 2
    assert all(row.source in plan.text.clauses for one in plan.appendices for row in one.rows)
    assert {report.signer for report in plan.reports} <= {None, *(one.code for one in plan.signers)}
    kinds = Counter(field.type for form in plan.forms for field in form.fields)
    assert sum(kinds.values()) > 20


def test_the_smallest_plan_takes_every_default() -> None:
    plan = good_plan()
    assert plan == Plan(
        code="ke-hoach-thu",
        year=SchoolYear(first_year=2020),
        agency=Agency(name="Sở Thử", full_name="Sở Thử", superior=None, symbol=None, place="Thử"),
        drafting=Drafting(name="", symbol=None, unit=None),
        contact=Contact(),
        paper=PlanPaper(
            type="Kế hoạch",
            number=None,
            symbol=None,
            day=None,
            month=None,
            year=None,
            summary="Truyền thông",
        ),
        text=PlanText(opening=("Mở đầu.",), parts=(), closing=()),
        organisation_part=None,
        policies=Policies(),
    )


def test_every_key_of_the_head() -> None:
    text = """\
ma: k
nam_hoc: 2020 - 2021
co_quan: {ten: Sở, ten_day_du: Sở tỉnh, chu_quan: UBND tỉnh, ky_hieu: SGDĐT, dia_danh: Lai Châu}
soan_thao: {ten: Văn phòng, ky_hieu: VP, don_vi: van-phong}
lien_he: {noi: Văn phòng, dien_thoai: 02133799569, thu_dien_tu: vp@example.vn}
van_ban: {loai: Kế hoạch, so: 012, ky_hieu: KH-SGDĐT, ngay: 15, thang: 10, nam: 2020, trich_yeu: Truyền thông}
can_cu: [{loai: Kế hoạch, so_ky_hieu: 180/KH, ngay: 20/3/2020, co_quan: Bộ, trich_yeu: x, dieu_khoan: mở đầu}]
noi_dung: {}
to_chuc_thuc_hien: III
hoc_ky: [{ma: hk1, ten: Học kỳ I, tu: 1/9/2020, den: 15/1/2021, can_cu: Khung}]
chu_de: [{ma: ii-1, ten: A, dieu_khoan: II.1}]
khong_theo_doi: [{dieu_khoan: III.1, trich: x, ly_do: y}]
quy_uoc: {gio_chot: 17:00}
noi_nhan: [Văn phòng Bộ (b/c), "Lưu VT, VP."]
"""
    plan, findings = decode_plan(tree(text), file="p")
    assert findings == ()
    assert plan == Plan(
        code="k",
        year=SchoolYear(first_year=2020),
        agency=Agency(name="Sở", full_name="Sở tỉnh", superior="UBND tỉnh", symbol="SGDĐT", place="Lai Châu"),
        drafting=Drafting(name="Văn phòng", symbol="VP", unit="van-phong"),
        contact=Contact(name="Văn phòng", phone="02133799569", email="vp@example.vn"),
        paper=PlanPaper(
            type="Kế hoạch",
            number="012",
            symbol="KH-SGDĐT",
            day=15,
            month=10,
            year=2020,
            summary="Truyền thông",
        ),
        text=PlanText(opening=(), parts=(), closing=()),
        organisation_part="III",
        semesters=(
            Semester(
                code="hk1",
                name="Học kỳ I",
                first=date(2020, 9, 1),
                last=date(2021, 1, 15),
                source="Khung",
            ),
        ),
        cited=(
            CitedPaper(
                type="Kế hoạch",
                number="180/KH",
                day=date(2020, 3, 20),
                agency="Bộ",
                summary="x",
                clause="mở đầu",
            ),
        ),
        topics=(Topic(code="ii-1", name="A", clause="II.1"),),
        untracked=(Untracked(clause="III.1", quotation="x", reason="y"),),
        policies=Policies(cut_off=time(17)),
        recipients=("Văn phòng Bộ (b/c)", "Lưu VT, VP."),
    )


def test_the_text_keeps_its_order_and_labels() -> None:
    plan = good_plan().text
    assert plan.clauses == frozenset()
    text = (
        SMALLEST_PLAN.replace("noi_dung: {mo_dau: [Mở đầu.]}\n", "")
        + """\
noi_dung:
  mo_dau: ["Thực hiện *Kế hoạch*:"]
  phan:
    - nhan: "I."
      tieu_de: MỤC ĐÍCH
      muc:
        - Một đoạn.
        - nhan: "-"
          chu: Một gạch.
          muc: [{nhan: "+", chu: Một cộng.}]
        - {nhan: a), tieu_de: Tiêu đề}
  ket_thuc: [Hết./.]
"""
    )
    read, findings = decode_plan(tree(text), file="p")
    assert findings == ()
    assert read is not None
    assert read.text == PlanText(
        opening=("Thực hiện *Kế hoạch*:",),
        parts=(
            Passage(
                label="I.",
                heading="MỤC ĐÍCH",
                children=(
                    Passage(text="Một đoạn."),
                    Passage(
                        label="-",
                        text="Một gạch.",
                        children=(Passage(label="+", text="Một cộng."),),
                    ),
                    Passage(label="a)", heading="Tiêu đề"),
                ),
            ),
        ),
        closing=("Hết./.",),
    )
    assert read.text.clauses == {"I", "I.a"}


@pytest.mark.parametrize(
    ("passage", "finding"),
    [
        ("{nhan: -, tieu_de: A, chu: B}", "TT132 {}: mục có cả tieu_de lẫn chu"),
        ("{nhan: -}", "TT132 {}: mục không có tieu_de, cũng không có chu"),
        ("{nhan: -, chu: A, chữ: B}", "TT106 {}.chữ: khóa «chữ» không có ở đây"),
        ("{nhan: -, chu: A, muc: B}", "TT107 {}.muc: «muc» cần một danh sách, nhưng đây là chữ «B»"),
        ("[A]", "TT107 {}: chỗ này là danh sách, nhưng cần một nhóm khóa"),
        ("~", "TT102 {}: mục 1 của «phan» để trống"),
    ],
)
def test_passages_that_cannot_be_printed_again(passage: str, finding: str) -> None:
    text = SMALLEST_PLAN.replace("{mo_dau: [Mở đầu.]}", f"{{phan: [{passage}]}}")
    _, findings = decode_plan(tree(text), file="p")
    assert said(findings) == [finding.format("noi_dung.phan.0")]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("x", ["TT107 : chỗ này là chữ «x», nhưng cần một nhóm khóa"]),
        (
            "nam_hoc: 2020-2022",
            [
                "TT101 ma: thiếu khóa «ma» ở cấp ngoài cùng của tệp",
                "TT115 nam_hoc: «2020-2022» không phải hai năm liền nhau",
                "TT101 co_quan: thiếu khóa «co_quan» ở cấp ngoài cùng của tệp",
                "TT101 van_ban: thiếu khóa «van_ban» ở cấp ngoài cùng của tệp",
                "TT101 noi_dung: thiếu khóa «noi_dung» ở cấp ngoài cùng của tệp",
            ],
        ),
        (
            SMALLEST_PLAN.replace("ten: Sở Thử, ", ""),
            ["TT101 co_quan.ten: thiếu khóa «ten» trong «co_quan»"],
        ),
        (
            SMALLEST_PLAN.replace("{ten: Sở Thử, dia_danh: Thử}", "Sở Thử"),
            ["TT107 co_quan: chỗ này là chữ «Sở Thử», nhưng cần một nhóm khóa"],
        ),
    ],
)
def test_without_year_or_agency_there_is_no_plan(text: str, findings: list[str]) -> None:
    plan, found = decode_plan(tree(text), file="p")
    assert plan is None
    assert said(found) == findings


def test_a_plan_without_its_code_is_a_plan() -> None:
    plan, findings = decode_plan(tree(SMALLEST_PLAN.replace("ma: ke-hoach-thu\n", "")), file="p")
    assert said(findings) == ["TT101 ma: thiếu khóa «ma» ở cấp ngoài cùng của tệp"]
    assert plan is not None
    assert plan.code == "ke-hoach"


@pytest.mark.parametrize(
    ("more", "findings"),
    [
        ("nhiemvu: []", ["TT106 nhiemvu: khóa «nhiemvu» không có ở đây"]),
        ("soan_thao: {ky_hieu: VP}", ["TT101 soan_thao.ten: thiếu khóa «ten» trong «soan_thao»"]),
        (
            "soan_thao: {ten: A, don_vi: Văn phòng}",
            ["TT113 soan_thao.don_vi: «Văn phòng» không phải mã viết đúng cách"],
        ),
        ("lien_he: {email: x}", ["TT106 lien_he.email: khóa «email» không có ở đây"]),
        (
            "can_cu: [{ngay: 20/3}]",
            [
                "TT101 can_cu.0.loai: thiếu khóa «loai» trong mục 1 của «can_cu»",
                "TT101 can_cu.0.so_ky_hieu: thiếu khóa «so_ky_hieu» trong mục 1 của «can_cu»",
                "TT104 can_cu.0.ngay: «20/3» không phải ngày viết đúng cách",
            ],
        ),
        (
            "chu_de: [{ma: II.1, ten: A}]",
            [
                "TT113 chu_de.0.ma: «II.1» không phải mã viết đúng cách",
                "TT101 chu_de.0.dieu_khoan: thiếu khóa «dieu_khoan» trong mục 1 của «chu_de»",
            ],
        ),
        (
            "khong_theo_doi: [{trich: x}]",
            [
                "TT101 khong_theo_doi.0.dieu_khoan: thiếu khóa «dieu_khoan» trong mục 1 của «khong_theo_doi»",
                "TT101 khong_theo_doi.0.ly_do: thiếu khóa «ly_do» trong mục 1 của «khong_theo_doi»",
            ],
        ),
        (
            "hoc_ky: [{ma: hk1, ten: A, tu: 1/9/2020}]",
            ["TT101 hoc_ky.0.den: thiếu khóa «den» trong mục 1 của «hoc_ky»"],
        ),
        (
            "nguoi_ky: [{dong: []}]",
            [
                "TT101 nguoi_ky.0.ma: thiếu khóa «ma» trong mục 1 của «nguoi_ky»",
                "TT102 nguoi_ky.0.dong: khóa bắt buộc «dong» để trống",
            ],
        ),
        (
            "phu_luc: [{ma: a, dong: [{}]}]",
            [
                "TT101 phu_luc.0.trang_thai: thiếu khóa «trang_thai» trong mục 1 của «phu_luc»",
                (
                    "TT101 phu_luc.0.dong.0.noi_dung: thiếu khóa «noi_dung» trong mục 1 của «dong» "
                    "của mục 1 của «phu_luc»"
                ),
            ],
        ),
        (
            "dinh_chinh: [{sai: a}]",
            ["TT101 dinh_chinh.0.dung: thiếu khóa «dung» trong mục 1 của «dinh_chinh»"],
        ),
        (
            "bao_cao: [{ma: a, ten: A, pham_vi: truong, chi_khi: Chậm}]",
            [
                "TT101 bao_cao.0.mau: thiếu khóa «mau» trong mục 1 của «bao_cao»",
                "TT112 bao_cao.0.pham_vi: «truong» không có trong danh sách",
                "TT113 bao_cao.0.chi_khi: «Chậm» không phải mã viết đúng cách",
            ],
        ),
        (
            "bao_cao: [{ma: a, ten: A, mau: a.docx, pham_vi: nganh, thu_tu: [{chieu: xuong}]}]",
            [
                (
                    "TT101 bao_cao.0.thu_tu.0.cot: thiếu khóa «cot» trong mục 1 của «thu_tu» của mục 1 của "
                    "«bao_cao»"
                ),
                "TT112 bao_cao.0.thu_tu.0.chieu: «xuong» không có trong danh sách",
            ],
        ),
        ("noi_nhan: Lưu VT", ["TT107 noi_nhan: «noi_nhan» cần một danh sách, nhưng đây là chữ «Lưu VT»"]),
    ],
)
def test_what_is_not_right_is_told_with_its_place(more: str, findings: list[str]) -> None:
    _, found = plan_with(f"{more}\n")
    assert found == findings


@pytest.mark.parametrize(
    ("paper", "findings"),
    [
        ("{}", ["TT101 van_ban.trich_yeu: thiếu khóa «trich_yeu» trong «van_ban»"]),
        (
            "{ngay: 32, thang: 13, nam: 20, trich_yeu: x}",
            [
                "TT110 van_ban.ngay: số 32 lớn hơn mức cho phép",
                "TT110 van_ban.thang: số 13 lớn hơn mức cho phép",
                "TT110 van_ban.nam: số 20 nhỏ hơn mức cho phép",
            ],
        ),
        ("[x]", ["TT107 van_ban: chỗ này là danh sách, nhưng cần một nhóm khóa"]),
        ("", ["TT102 van_ban: khóa bắt buộc «van_ban» để trống"]),
    ],
)
def test_a_paper_that_cannot_be_read_keeps_its_blanks(paper: str, findings: list[str]) -> None:
    plan, found = decode_plan(tree(SMALLEST_PLAN.replace("{trich_yeu: Truyền thông}", paper)), file="p")
    assert said(found) == findings
    assert plan is not None
    assert (plan.paper.type, plan.paper.number, plan.paper.day) == ("Kế hoạch", None, None)


def test_the_order_of_a_list_and_how_new_a_receipt_must_be() -> None:
    plan = good_plan("""\
bao_cao:
  - ma: khen-thuong
    ten: Danh sách
    mau: a.docx
    pham_vi: nganh
    bang: de_nghi
    thu_tu:
      - {cot: so_tin_bai, chieu: giam, ly_do: nhiều trước}
      - {cot: don_vi, chieu: tang}
    moi_nhan: 7
""")
    (entry,) = plan.reports
    assert entry.order == (
        OrderStep(column="so_tin_bai", descending=True, reason="nhiều trước"),
        OrderStep(column="don_vi"),
    )
    assert (entry.table, entry.fresh_days) == ("de_nghi", 7)


def test_reports_signers_appendices_and_corrections() -> None:
    plan = good_plan("""\
bao_cao:
  - {ma: tien-do, ten: Tiến độ, mau: tien-do.docx, pham_vi: nganh}
  - ma: don-doc
    ten: Đôn đốc
    mau: don-doc.docx
    pham_vi: don-vi
    nhiem_vu: bao-cao-nam
    ky: thang
    loai_van_ban: Công văn
    ky_hieu: SGDĐT-VP
    trich_yeu: đôn đốc
    nguoi_ky: giam-doc
    noi_nhan: [Như trên]
    kinh_gui: [Các đơn vị]
    chi_khi: cham
  - {ma: khong-gui, ten: A, mau: a.docx, pham_vi: bai-nop, noi_nhan: []}
  - {ma: hang, ten: A, mau: a.docx, pham_vi: dong, noi_nhan: }
nguoi_ky:
  - {ma: giam-doc, dong: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC], ho_ten: Nguyễn Thị Mẫu}
  - {ma: chanh, dong: [CHÁNH VĂN PHÒNG], ho_ten: }
phu_luc:
  - ma: phu-luc-1
    nhan: I
    goi_trong_ke_hoach: phụ lục số 1
    ten: Nội dung
    trang_thai: du-thao
    ghi_chu: Rút từ II.2
    dong:
      - {thoi_gian: , noi_dung: A, doi_tuong: , hinh_thuc: , don_vi: , nguon: II.2.a, chu_de: ii-2-a}
      - {thoi_gian: T9, noi_dung: B, doi_tuong: Học sinh, hinh_thuc: Website, don_vi: Sở, nguon: II, chu_de: }
  - {ma: phu-luc-2, trang_thai: chinh-thuc}
dinh_chinh:
  - {sai: công tác viên, dung: cộng tác viên, dieu_khoan: III.1, ghi_chu: thiếu dấu}
""")
    assert plan.reports == (
        ReportEntry(code="tien-do", name="Tiến độ", template="tien-do.docx", scope=ReportScope.SECTOR),
        ReportEntry(
            code="don-doc",
            name="Đôn đốc",
            template="don-doc.docx",
            scope=ReportScope.UNIT,
            obligation="bao-cao-nam",
            period_kind=PeriodKind.MONTH,
            paper_type="Công văn",
            symbol="SGDĐT-VP",
            summary="đôn đốc",
            signer="giam-doc",
            recipients=("Như trên",),
            addressees=("Các đơn vị",),
            only_if="cham",
        ),
        ReportEntry(
            code="khong-gui", name="A", template="a.docx", scope=ReportScope.SUBMISSION, recipients=()
        ),
        ReportEntry(code="hang", name="A", template="a.docx", scope=ReportScope.ROW),
    )
    assert [one.index for one in plan.reports] == [0, 1, 2, 3]
    assert plan.signers == (
        Signer(code="giam-doc", lines=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), name="Nguyễn Thị Mẫu"),
        Signer(code="chanh", lines=("CHÁNH VĂN PHÒNG",), name=None),
    )
    blank, full = plan.appendices[0].rows
    assert blank == AppendixRow(
        time=None, content="A", audience=None, form=None, unit=None, source="II.2.a", topic="ii-2-a"
    )
    assert full == AppendixRow(
        time="T9", content="B", audience="Học sinh", form="Website", unit="Sở", source="II", topic=None
    )
    assert plan.appendices[0].called == "phụ lục số 1"
    assert plan.appendices[1] == Appendix(
        code="phu-luc-2",
        label="",
        called=None,
        name="",
        state=AppendixState.OFFICIAL,
        note=None,
        rows=(),
    )
    assert plan.corrections == (
        Correction(wrong="công tác viên", right="cộng tác viên", clause="III.1", note="thiếu dấu"),
    )
