"""A small invented school year with a unit in every state, built from objects; no file is read."""

from __future__ import annotations

from datetime import date, time

from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import BeforeDay, DayOfMonth
from truyenthong.model.moments import Moment
from truyenthong.model.periods import PeriodKind, SchoolYear, YearMonth
from truyenthong.model.plan import (
    Agency,
    Appendix,
    AppendixRow,
    AppendixState,
    CitedPaper,
    Contact,
    Drafting,
    Obligation,
    Owners,
    Passage,
    Plan,
    PlanPaper,
    PlanText,
    Signer,
)
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.submissions import (
    Channel,
    Decision,
    DecisionKind,
    Extension,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
    SubmissionKey,
)
from truyenthong.model.units import Roster, Unit, UnitKind
from truyenthong.progress import Progress, progress
from truyenthong.views.subject import ViewInput

AS_OF = date(2021, 6, 1)

YEARLY = Obligation(
    code="bao-cao-nam",
    name="Báo cáo kết quả năm học",
    clause="III.4",
    quotation="Báo cáo kết quả năm học gửi Sở trước ngày 31/5/2021",
    owners=Owners(kinds=("phong", "truong")),
    soft_file=True,
    period_kind=PeriodKind.SCHOOL_YEAR,
    deadline=BeforeDay(day=date(2021, 5, 31)),
)
OPINION = Obligation(
    code="bao-cao-du-luan",
    name="Báo cáo tình hình dư luận",
    clause="III.4",
    quotation="Báo cáo tình hình dư luận (nếu có) về Sở",
    owners=Owners(kinds=("phong", "truong")),
    mandatory=False,
    accepts_nil=True,
    period_kind=PeriodKind.MONTH,
    first_period="2020-11",
    last_period="2021-08",
)
OWN_PLAN = Obligation(
    code="ke-hoach-don-vi",
    name="Kế hoạch của đơn vị",
    clause="III.4",
    quotation="Xây dựng kế hoạch truyền thông của đơn vị",
    owners=Owners(kinds=("phong", "truong")),
    to_be_sent=False,
    period_kind=PeriodKind.SCHOOL_YEAR,
)
MONTHLY = Obligation(
    code="tong-hop-thang",
    name="Tổng hợp dư luận hằng tháng",
    clause="III.1",
    quotation="Định kỳ ngày 25 hằng tháng tổng hợp gửi Trung tâm Truyền thông",
    owners=Owners(added=("van-phong",)),
    addressee="Trung tâm Truyền thông",
    period_kind=PeriodKind.MONTH,
    deadline=DayOfMonth(day=25, first=YearMonth(year=2020, month=11), last=YearMonth(year=2021, month=8)),
)
TRAINING = Obligation(
    code="tap-huan",
    name="Tập huấn cộng tác viên",
    clause="III.1",
    quotation="Tổ chức tập huấn cho cộng tác viên",
    owners=Owners(added=("van-phong",)),
)

ENTRIES = {
    "ke-hoach": ReportEntry(
        code="ke-hoach",
        name="Kế hoạch và phụ lục",
        template="ke-hoach.docx",
        scope=ReportScope.SECTOR,
        paper_type="Kế hoạch",
        symbol="KH-SGDĐT",
        summary="Truyền thông về giáo dục năm học 2020 - 2021",
        signer="giam-doc",
    ),
    "tien-do": ReportEntry(
        code="tien-do",
        name="Tiến độ",
        template="tien-do.docx",
        scope=ReportScope.SECTOR,
        paper_type="Báo cáo",
        symbol="BC-SGDĐT",
        summary="Tiến độ thực hiện Kế hoạch truyền thông năm học 2020 - 2021",
        signer="chanh-van-phong",
        recipients=("Lãnh đạo Sở (b/c)", "Lưu: VT, VP."),
    ),
    "theo-don-vi": ReportEntry(
        code="theo-don-vi",
        name="Theo đơn vị",
        template="theo-don-vi.docx",
        scope=ReportScope.UNIT,
        paper_type="Công văn",
        symbol="SGDĐT-VP",
        summary="tình hình thực hiện Kế hoạch truyền thông của đơn vị",
        signer="chanh-van-phong",
        recipients=("Như trên", "Lưu: VT, VP."),
    ),
    "don-doc": ReportEntry(
        code="don-doc",
        name="Công văn đôn đốc",
        template="don-doc.docx",
        scope=ReportScope.SECTOR,
        paper_type="Công văn",
        symbol="SGDĐT-VP",
        summary="đôn đốc gửi báo cáo công tác truyền thông",
        signer="chanh-van-phong",
        recipients=("Như trên", "Lãnh đạo Sở (b/c)", "Lưu: VT, VP."),
        only_if="cham",
    ),
}

TEXT = PlanText(
    opening=("Thực hiện Kế hoạch số 180/KH-BGDĐT ngày 20/3/2020 của Bộ Giáo dục và Đào tạo:",),
    parts=(
        Passage(
            label="I.",
            heading="MỤC ĐÍCH, YÊU CẦU",
            children=(Passage(text="Nâng cao nhận thức của xã hội về giáo dục."),),
        ),
        Passage(
            label="III.",
            heading="TỔ CHỨC THỰC HIỆN",
            children=(
                Passage(
                    label="4.",
                    heading="Các phòng, các trường",
                    children=(
                        Passage(
                            label="a)",
                            heading="Chế độ báo cáo",
                            children=(
                                Passage(label="-", text="Báo cáo năm gửi Sở trước ngày **31/5/2021**."),
                                Passage(
                                    label="+",
                                    text="Xây dựng kế hoạch (*có thể lồng ghép với kế hoạch khác*).",
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    closing=("Căn cứ kế hoạch, yêu cầu các đơn vị nghiêm túc thực hiện./.",),
)


def appendix(label: str, state: AppendixState) -> Appendix:
    """An appendix of two rows, one of them with empty cells."""
    blank = AppendixRow(
        time=None,
        content="Đổi mới chương trình",
        audience=None,
        form=None,
        unit=None,
        source="II.1",
        topic=None,
    )
    full = AppendixRow(
        time="Năm 2021",
        content="Kỳ thi tốt nghiệp THPT",
        audience="Học sinh",
        form="Website Ngành",
        unit="Văn phòng Sở",
        source="II.2.d",
        topic="ii-2-d",
    )
    return Appendix(
        code=f"phu-luc-{label.lower()}",
        label=label,
        called=None,
        name="Nội dung truyền thông",
        state=state,
        note="Dự thảo rút từ lời Kế hoạch." if state is AppendixState.DRAFT else None,
        rows=(blank, full),
    )


def small_plan() -> Plan:
    """The plan."""
    return Plan(
        code="ke-hoach-nho",
        year=SchoolYear(first_year=2020),
        agency=Agency(
            name="Sở Giáo dục và Đào tạo",
            full_name="Sở Giáo dục và Đào tạo tỉnh Lai Châu",
            superior="UBND tỉnh Lai Châu",
            symbol="SGDĐT",
            place="Lai Châu",
        ),
        drafting=Drafting(name="Văn phòng Sở", symbol="VP", unit="van-phong"),
        contact=Contact(name="Văn phòng Sở", phone="0213000000", email="vp@example.edu.vn"),
        paper=PlanPaper(
            type="Kế hoạch",
            number=None,
            symbol="KH-SGDĐT",
            day=None,
            month=10,
            year=2020,
            summary="Truyền thông về giáo dục năm học 2020 - 2021",
        ),
        text=TEXT,
        organisation_part="III",
        cited=(
            CitedPaper(
                type="Kế hoạch",
                number="180/KH-BGDĐT",
                day=date(2020, 3, 20),
                agency="Bộ Giáo dục và Đào tạo",
                summary="về việc truyền thông năm 2020",
                clause="mở đầu",
            ),
        ),
        obligations=(YEARLY, OPINION, OWN_PLAN, MONTHLY, TRAINING),
        reports=tuple(ENTRIES.values()),
        recipients=("Văn phòng Bộ GD&ĐT (b/c)", "Các đơn vị (t/h)", "Lưu VT, VP."),
        signers=(
            Signer(code="giam-doc", lines=("GIÁM ĐỐC",), name="Trần Văn Mẫu"),
            Signer(code="chanh-van-phong", lines=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), name=None),
        ),
        appendices=(appendix("I", AppendixState.DRAFT), appendix("II", AppendixState.OFFICIAL)),
    )


def small_roster() -> Roster:
    """One room of the agency, four district offices and three schools, one of them not verified."""

    def unit(code: str, name: str, short: str, kind: str, *, verified: bool = True) -> Unit:
        return Unit(code=code, name=name, short_name=short, kind=kind, verified=verified)

    return Roster(
        kinds=(
            UnitKind(code="so", name="Trong cơ quan Sở", inside=True),
            UnitKind(code="phong", name="Phòng Giáo dục và Đào tạo"),
            UnitKind(code="truong", name="Đơn vị trực thuộc Sở"),
            UnitKind(code="khac", name="Loại chưa có nhiệm vụ"),
        ),
        units=(
            unit("van-phong", "Văn phòng Sở Giáo dục và Đào tạo", "Văn phòng Sở", "so"),
            unit("a", "Phòng Giáo dục và Đào tạo huyện A", "Phòng GD&ĐT A", "phong"),
            unit("b", "Phòng Giáo dục và Đào tạo huyện B", "Phòng GD&ĐT B", "phong"),
            unit("c", "Phòng Giáo dục và Đào tạo huyện C", "Phòng GD&ĐT C", "phong"),
            unit("d", "Phòng Giáo dục và Đào tạo huyện D", "Phòng GD&ĐT D", "phong"),
            unit("x", "Trường THPT X", "THPT X", "truong"),
            unit("y", "Trường THPT Y", "THPT Y", "truong", verified=False),
            unit("z", "Trường THPT Z", "THPT Z", "truong"),
            unit("khong", "Đơn vị không có nhiệm vụ", "Không", "khac"),
        ),
    )


def receipt(
    index: int,
    day: date,
    *,
    hour: time | None = None,
    nil: bool = False,
    number: str | None = None,
    returned: str | None = None,
) -> Receipt:
    """A receipt; ``returned`` is the reason of a return on the next day."""
    decision = None
    if returned is not None:
        decision = Decision(kind=DecisionKind.RETURNED, day=day, by="Văn phòng Sở", reason=returned)
    return Receipt(
        index=index,
        received=Moment(day=day, hour=hour),
        channel=Channel.EMAIL,
        paper=PaperNumber(number=number, symbol="BC-PGDĐT", day=day) if number is not None else None,
        files=(SentFile(name="bao-cao.docx"),),
        nil=nil,
        decision=decision,
    )


def _sent(
    unit: str, duty: str, period: str | None, *receipts: Receipt, extension: Extension | None = None
) -> Submission:
    return Submission(
        file=f"data/submissions/{unit}/{duty}.yaml",
        unit=unit,
        obligation=duty,
        period=period,
        receipts=receipts,
        extensions=() if extension is None else (extension,),
    )


def small_submissions() -> dict[SubmissionKey, Submission]:
    """In time, late, returned, faulty (``FAULTY``), extended, nil; the others sent nothing."""
    year = "2020-2021"
    extension = Extension(
        granted=date(2021, 5, 20),
        until=date(2021, 6, 5),
        paper=PaperNumber(number="120", symbol="SGDĐT-VP"),
        reason="Mưa lũ chia cắt",
    )
    every = (
        _sent(
            "a",
            YEARLY.code,
            year,
            receipt(0, date(2021, 5, 28), hour=time(9, 15), number="45"),
            receipt(1, date(2021, 5, 30), number="47"),
        ),
        _sent("b", YEARLY.code, year, receipt(0, date(2021, 5, 31), number="12")),
        _sent(
            "c",
            YEARLY.code,
            year,
            receipt(0, date(2021, 5, 29), number="9", returned="Thiếu số liệu mục II"),
        ),
        _sent("x", YEARLY.code, year, receipt(0, date(2021, 5, 30))),
        _sent("y", YEARLY.code, year, extension=extension),
        _sent("a", OPINION.code, "2021-03", receipt(0, date(2021, 3, 20))),
        _sent("b", OPINION.code, "2021-04", receipt(0, date(2021, 4, 20), nil=True)),
        _sent("van-phong", MONTHLY.code, "2020-11", receipt(0, date(2020, 11, 25))),
        _sent("van-phong", MONTHLY.code, "2020-12", receipt(0, date(2020, 12, 28))),
        _sent("van-phong", MONTHLY.code, "2021-01", receipt(0, date(2021, 1, 25), nil=True)),
    )
    return {one.key: one for one in every}


FAULTY = frozenset({("x", YEARLY.code, "2020-2021", 0)})
"""The receipt in which an error was found."""


def small_progress(*, empty: bool = False, as_of: date = AS_OF) -> Progress:
    """The board of the small year; ``empty``: before anything was sent."""
    return progress(
        small_plan(),
        small_roster(),
        {} if empty else small_submissions(),
        Calendar(),
        as_of=as_of,
        faulty=frozenset() if empty else FAULTY,
    )


def small_input(*, sample: bool = True, empty: bool = False, as_of: date = AS_OF) -> ViewInput:
    """What the views of the small year are made from."""
    return ViewInput(
        plan=small_plan(),
        roster=small_roster(),
        progress=small_progress(empty=empty, as_of=as_of),
        sample=sample,
    )
