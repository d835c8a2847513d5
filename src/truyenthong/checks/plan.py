"""Rules about the plan as a whole: its codes, what its entries refer to, and the papers that it lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from truyenthong.checks.facts import PlanFacts
from truyenthong.checks.plan_text import check_text
from truyenthong.checks.registers import check_registers
from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.plan import (
    TT201,
    TT206,
    TT207,
    TT208,
    TT209,
    TT210,
    TT211,
    TT212,
    TT214,
    TT215,
    TT216,
    TT218,
    TT219,
    TT220,
    TT223,
)
from truyenthong.findings import Finding, Ref
from truyenthong.model.deadlines import (
    BeforeDay,
    ByPeriod,
    DayOfMonth,
    DayOfNextMonth,
    DaysAfter,
    Deadline,
    NoLaterThan,
    Policies,
)
from truyenthong.model.forms import FieldType
from truyenthong.model.periods import PeriodKind, SchoolYear
from truyenthong.model.plan import AppendixState, Obligation, Plan
from truyenthong.model.reports import (
    UNIT_COLUMN,
    WITHOUT_ADDRESSEE,
    ReportEntry,
    ReportScope,
    signing_fault,
    symbol_fault,
)
from truyenthong.model.units import Roster
from truyenthong.text import day_wording

AS_ABOVE = "Như trên"
"""The first line of «Nơi nhận» in a paper with «Kính gửi»."""


def check_signers(facts: PlanFacts) -> Iterator[Finding]:
    """Signing forms that the decree does not know, or forbids to an agency with one head (Điều 13; II.7)."""
    for signer in facts.plan.signers:
        fault = signing_fault(signer.lines)
        if fault is not None:
            hint = "viết như: GIÁM ĐỐC; KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC; TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG"
            yield TT218.at(facts.ref("nguoi_ky", signer.index, "dong"), fault, hint=hint)


def check_papers(facts: PlanFacts) -> Iterator[Finding]:
    """The catalogue's own «Kính gửi», «Nơi nhận», symbols and order of lists."""
    for entry in facts.plan.reports:
        yield from _addressees(facts, entry)
        yield from _recipients(facts, entry)
        yield from _symbol(facts, entry)
        yield from _order(facts, entry)


def _addressees(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    kind = entry.paper_type or facts.plan.paper.type
    if entry.addressees and kind.casefold() in WITHOUT_ADDRESSEE:
        ref = facts.ref("bao_cao", entry.index, "kinh_gui")
        yield TT219.at(ref, f"{kind} không có «Kính gửi»", hint="bỏ kinh_gui; nơi cần biết ghi ở noi_nhan")


def _recipients(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    lines = entry.recipients
    if not lines:
        return
    ref = facts.ref("bao_cao", entry.index, "noi_nhan")
    if entry.addressees and not lines[0].startswith(AS_ABOVE):
        message = f"văn bản có «Kính gửi» thì dòng đầu Nơi nhận là «{AS_ABOVE}», mà ghi «{lines[0]}»"
        yield TT219.at(ref.child(0), message, hint=f"thêm «{AS_ABOVE}» lên đầu")
    if not lines[-1].startswith("Lưu:"):
        message = f"dòng cuối Nơi nhận ghi nơi lưu, mà ghi «{lines[-1]}»"
        hint = "viết như «Lưu: VT, VP.», có dấu hai chấm sau chữ Lưu"
        yield TT219.at(ref.child(len(lines) - 1), message, hint=hint)


def _symbol(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    fault = None
    if entry.symbol is not None:
        fault = symbol_fault(entry.paper_type or facts.plan.paper.type, entry.symbol)
    if fault is not None:
        hint = "bỏ ky_hieu đi thì chương trình ghép từ tên loại và tên cơ quan"
        yield TT220.at(facts.ref("bao_cao", entry.index, "ky_hieu"), fault, hint=hint)


def _order(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    """Steps of ``thu_tu`` that name no column of the report's table."""
    duty = facts.plan.obligations_by_code.get(entry.obligation or "")
    form = facts.plan.form_of(duty) if duty is not None else None
    table = form.field(entry.table) if form is not None and entry.table is not None else None
    columns = [one.code for one in table.columns] if table is not None else []
    if duty is None and entry.obligation is not None:
        return  # _reports has said that the duty is not there
    for step in entry.order if columns else entry.order[:1]:
        if step.column not in (UNIT_COLUMN, *columns):
            message = f"bảng của báo cáo «{entry.code}» không có cột «{step.column}»"
            hint = f"các cột: {', '.join((*columns, UNIT_COLUMN))}" if columns else "ghi nhiem_vu và bang"
            yield TT214.at(facts.ref("bao_cao", entry.index, "thu_tu", step.index, "cot"), message, hint=hint)


class _Coded(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def index(self) -> int: ...


def _codes(facts: PlanFacts) -> Iterator[Finding]:
    """Codes that are used twice in one list."""
    plan = facts.plan
    lists: Sequence[tuple[str, Sequence[_Coded]]] = (
        ("hoc_ky", plan.semesters),
        ("chu_de", plan.topics),
        ("nhiem_vu", plan.obligations),
        ("bieu_mau", plan.forms),
        ("so_theo_doi", plan.registers),
        ("bao_cao", plan.reports),
        ("nguoi_ky", plan.signers),
        ("phu_luc", plan.appendices),
    )
    for key, entries in lists:
        seen: dict[str, int] = {}
        for entry in entries:
            first = seen.setdefault(entry.code, entry.index)
            if first != entry.index:
                message = f"mã «{entry.code}» đã dùng ở mục thứ {first + 1} của {key}"
                yield TT201.at(facts.ref(key, entry.index, "ma"), message, hint="đặt một mã khác")


def _owners(facts: PlanFacts) -> Iterator[Finding]:
    """Kinds and units that the duties name, and duties that name nobody."""
    if facts.roster is None:
        return
    for obligation in facts.plan.obligations:
        ref = facts.ref("nhiem_vu", obligation.index, "nop_boi")
        unknown = tuple(_unknown_owners(obligation, facts.roster, ref))
        yield from unknown
        owners = obligation.owners
        somebody = any(owners.names(one) and one.code not in owners.excluded for one in facts.roster.units)
        if not unknown and not somebody:
            message = f"nhiệm vụ «{obligation.code}» không có đơn vị nào phải làm"
            yield TT215.at(ref, message, hint="ghi loại đơn vị ở loai, hoặc từng đơn vị ở them")


def _unknown_owners(obligation: Obligation, roster: Roster, ref: Ref) -> Iterator[Finding]:
    kinds = roster.kinds_by_code
    for place, code in enumerate(obligation.owners.kinds):
        if code not in kinds:
            message = f"loại đơn vị «{code}» không có ở data/units.yaml"
            yield TT206.at(ref.child("loai", place), message, hint=which_code(code, tuple(kinds)))
    for key, codes in (("them", obligation.owners.added), ("tru", obligation.owners.excluded)):
        for place, code in enumerate(codes):
            if code not in roster.by_code:
                message = f"đơn vị «{code}» không có ở data/units.yaml"
                yield TT207.at(ref.child(key, place), message, hint=which_unit(code, roster))


def _drafting(facts: PlanFacts) -> Iterator[Finding]:
    """The unit that drafts."""
    code = facts.plan.drafting.unit
    if facts.roster is None or code is None:
        return
    if code not in facts.roster.by_code:
        message = f"đơn vị «{code}» không có ở data/units.yaml"
        yield TT207.at(facts.ref("soan_thao", "don_vi"), message, hint=which_unit(code, facts.roster))


def _forms(facts: PlanFacts) -> Iterator[Finding]:
    """Forms that the duties name."""
    forms = facts.plan.forms_by_code
    for obligation in facts.plan.obligations:
        if obligation.form is not None and obligation.form not in forms:
            message = f"không có biểu mẫu «{obligation.form}»"
            ref = facts.ref("nhiem_vu", obligation.index, "bieu_mau")
            yield TT208.at(ref, message, hint=which_code(obligation.form, tuple(forms)))


def _reports(facts: PlanFacts) -> Iterator[Finding]:
    """Duties, signers, templates and lists that the reports name."""
    for entry in facts.plan.reports:
        yield from _lines(facts, entry)
        yield from _entries(facts, entry)
        named = (
            ("nhiem_vu", entry.obligation, tuple(facts.plan.obligations_by_code), "không có nhiệm vụ"),
            ("nguoi_ky", entry.signer, tuple(one.code for one in facts.plan.signers), "không có người ký"),
            ("mau", entry.template, tuple(facts.templates), "không có mẫu Word"),
            ("so", entry.register, tuple(facts.plan.registers_by_code), "không có sổ theo dõi"),
            ("chi_khi", entry.only_if, tuple(facts.lists), "báo cáo không có danh sách"),
        )
        for key, word, known, sentence in named:
            if word is not None and word not in known:
                ref = facts.ref("bao_cao", entry.index, key)
                yield TT214.at(ref, f"{sentence} «{word}»", hint=which_code(word, known))


def _entries(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    """A report per entry needs its register."""
    if entry.scope is ReportScope.ENTRY and entry.register is None:
        message = f"báo cáo «{entry.code}» làm theo từng mục nhưng chưa chỉ sổ nào"
        known = which_code("", tuple(facts.plan.registers_by_code))
        yield TT214.at(
            facts.ref("bao_cao", entry.index),
            message,
            hint=f"thêm so: mã một sổ ({known})" if known else "thêm so: mã một sổ",
        )


def _lines(facts: PlanFacts, entry: ReportEntry) -> Iterator[Finding]:
    """A report per line needs a table of a duty's form."""
    if entry.scope is not ReportScope.ROW:
        return
    duty = facts.plan.obligations_by_code.get(entry.obligation or "")
    form = facts.plan.form_of(duty) if duty is not None else None
    tables = [one.code for one in form.fields if one.type is FieldType.TABLE] if form is not None else []
    if entry.table not in tables:
        message = f"báo cáo «{entry.code}» làm theo từng dòng nhưng chưa chỉ đúng bảng nào"
        hint = which_code(entry.table or "", tables) or "ghi nhiem_vu và bang: mã một bảng của biểu mẫu"
        yield TT214.at(facts.ref("bao_cao", entry.index, "bang"), message, hint=hint)


def _appendices(facts: PlanFacts) -> Iterator[Finding]:
    """Appendices that are drafts."""
    for appendix in facts.plan.appendices:
        if appendix.state is AppendixState.DRAFT:
            verified = sum(row.verified for row in appendix.rows)
            told = f", {verified} hàng đã đối chiếu" if verified else ""
            message = f"Phụ lục {appendix.label} còn là dự thảo, {len(appendix.rows)} hàng{told}"
            hint = "khi có phụ lục chính thức: thay các hàng rồi ghi trang_thai: chinh-thuc"
            yield TT212.at(facts.ref("phu_luc", appendix.index, "trang_thai"), message, hint=hint)


def _deadlines(facts: PlanFacts) -> Iterator[Finding]:
    """Every rule about deadlines and periods."""
    yield from _semesters(facts)
    for obligation in facts.plan.obligations:
        ref = facts.ref("nhiem_vu", obligation.index)
        yield from _periods(facts.plan, obligation, ref)
        for key, deadline in (("han", obligation.deadline), ("han_noi_bo", obligation.internal_deadline)):
            if deadline is not None:
                yield from _fits(facts.plan, obligation, deadline, ref.child(key))
                yield from _in_year(facts.plan.year, deadline, ref.child(key))
        yield from _lock(obligation, ref.child("han"))


def _lock(obligation: Obligation, ref: Ref) -> Iterator[Finding]:
    """A locked day that is no day after the last good one; of several dates none can be the lock."""
    lock, deadline = obligation.lock, obligation.deadline
    if lock is None or isinstance(lock, int) or deadline is None:
        return
    if not isinstance(deadline, BeforeDay | NoLaterThan):
        message = "nhiệm vụ có nhiều hạn, một ngày khóa sổ không đủ"
        yield TT223.at(ref.child("khoa_so"), message, hint="ghi khoa_so_sau: số ngày sau mỗi hạn")
        return
    last_good = max(day for _, _, day in _named_days(deadline))
    if lock <= last_good:
        message = (
            f"khóa sổ ngày {day_wording(lock)} không sau ngày cuối còn đúng hạn {day_wording(last_good)}"
        )
        yield TT223.at(ref.child("khoa_so"), message, hint="ghi một ngày muộn hơn, hoặc bỏ khoa_so")


def _semesters(facts: PlanFacts) -> Iterator[Finding]:
    days = facts.plan.year.days
    for one in facts.plan.semesters:
        ref = facts.ref("hoc_ky", one.index)
        if one.last < one.first:
            yield TT210.at(
                ref.child("den"), f"{one.name} kết thúc trước khi bắt đầu", hint="đổi chỗ tu và den"
            )
        elif one.first not in days or one.last not in days:
            message = f"{one.name} nằm ngoài năm học {facts.plan.year.code}"
            yield TT211.at(ref.child("tu"), message, hint="xem lại năm của tu và den")


def _periods(plan: Plan, obligation: Obligation, ref: Ref) -> Iterator[Finding]:
    kind = obligation.period_kind
    if kind is PeriodKind.SEMESTER and not plan.semesters:
        message = "nhiệm vụ theo học kỳ nhưng kế hoạch chưa khai học kỳ nào"
        yield TT209.at(
            ref.child("ky"), message, hint="thêm hoc_ky: [{ma: hk1, ten: Học kỳ I, tu: …, den: …}]"
        )
        return
    limits = (("tu_ky", obligation.first_period), ("den_ky", obligation.last_period))
    if kind is PeriodKind.ROUND and not isinstance(obligation.deadline, ByPeriod):
        hint = "ghi han: {theo_ky: [{ky: dot-1, ten: đợt 1, truoc_ngay: …}, …]}"
        yield TT209.at(ref.child("ky"), "nhiệm vụ theo đợt mà chưa có ngày của từng đợt", hint=hint)
    if kind is None or kind is PeriodKind.ROUND:
        keys = [key for key, code in limits if code is not None]
        if keys:
            without = "không chia kỳ" if kind is None else "theo đợt"
            message = f"nhiệm vụ {without} nên không có {' và '.join(keys)}"
            yield TT210.at(ref.child(keys[0]), message, hint="ghi ky cho nhiệm vụ, hoặc bỏ dòng ấy")
        return
    codes = [one.code for one in plan.periods_of_kind(kind)]
    wrong = [(key, code) for key, code in limits if code is not None and code not in codes]
    for key, code in wrong:
        message = f"«{code}» không phải kỳ của năm học {plan.year.code}"
        yield TT210.at(ref.child(key), message, hint=f"các kỳ: từ {codes[0]} đến {codes[-1]}")
    first, last = obligation.first_period, obligation.last_period
    if not wrong and first is not None and last is not None and codes.index(first) > codes.index(last):
        yield TT210.at(
            ref.child("den_ky"), f"kỳ cuối {last} trước kỳ đầu {first}", hint="đổi chỗ tu_ky và den_ky"
        )


def _fits(plan: Plan, obligation: Obligation, deadline: Deadline, ref: Ref) -> Iterator[Finding]:
    """Whether a wording says something about the duty's periods."""
    kind = obligation.period_kind
    if isinstance(deadline, DayOfMonth):
        if kind is not PeriodKind.MONTH:
            yield TT209.at(ref, "ngay_hang_thang chỉ dùng cho nhiệm vụ theo tháng", hint="ghi ky: thang")
        else:
            yield from _months(plan, deadline, ref)
    elif isinstance(deadline, DayOfNextMonth) and kind is None:
        yield TT209.at(
            ref, "ngay_thang_sau cần nhiệm vụ có kỳ", hint="ghi ky: thang, quy, hoc-ky hoặc nam-hoc"
        )
    elif isinstance(deadline, DaysAfter) and not isinstance(deadline.event, date) and kind is None:
        message = f"«tu: {deadline.event.value}» cần nhiệm vụ có kỳ"
        yield TT209.at(ref, message, hint="ghi ky cho nhiệm vụ, hoặc dùng tu_ngay: NGÀY")
    elif isinstance(deadline, ByPeriod):
        yield from _by_period(plan, obligation, deadline, ref)


def _months(plan: Plan, deadline: DayOfMonth, ref: Ref) -> Iterator[Finding]:
    months = plan.year.months
    for key, month in (("tu_thang", deadline.first), ("den_thang", deadline.last)):
        if month is not None and month not in months:
            message = f"tháng {month.month}/{month.year} không thuộc năm học {plan.year.code}"
            yield TT210.at(ref.child(key), message, hint=f"từ {months[0].code} đến {months[-1].code}")
    if deadline.first is not None and deadline.last is not None and deadline.last < deadline.first:
        yield TT210.at(
            ref.child("den_thang"), "tháng cuối trước tháng đầu", hint="đổi chỗ tu_thang và den_thang"
        )


def _by_period(plan: Plan, obligation: Obligation, deadline: ByPeriod, ref: Ref) -> Iterator[Finding]:
    owed = [one.code for one in plan.periods(obligation) if one is not None]
    given = [code for code, _ in deadline.wordings]
    for code in given:
        if code not in owed:
            message = f"«{code}» không phải kỳ của nhiệm vụ «{obligation.code}»"
            yield TT209.at(ref.child("theo_ky"), message, hint=f"các kỳ: {', '.join(owed) or 'không có'}")
    for code in sorted({code for code in given if given.count(code) > 1}):
        yield TT209.at(ref.child("theo_ky"), f"kỳ {code} ghi hạn hai lần", hint="giữ một dòng cho mỗi kỳ")
    missing = [code for code in owed if code not in given]
    if missing:
        message = f"chưa có hạn cho kỳ {', '.join(missing)}"
        yield TT209.at(ref.child("theo_ky"), message, hint="thêm một dòng cho mỗi kỳ còn thiếu")


def _in_year(year: SchoolYear, deadline: Deadline, ref: Ref) -> Iterator[Finding]:
    for key, day, last_good in _named_days(deadline):
        if last_good not in year.days:
            message = f"ngày {day_wording(day)} nằm ngoài năm học {year.code} (1/9 đến 31/8)"
            yield TT211.at(ref.child(key), message, hint="xem lại năm của ngày ấy, hoặc nam_hoc ở đầu tệp")


def _named_days(deadline: Deadline) -> Iterator[tuple[str, date, date]]:
    """Key, day as written, and the day that has to lie in the year: «trước ngày 1/9» still ends within it."""
    match deadline:
        case BeforeDay(day=day):
            yield "truoc_ngay", day, day - timedelta(days=1)
        case NoLaterThan(day=day):
            yield "cham_nhat_ngay", day, day
        case DaysAfter(event=event) if isinstance(event, date):
            yield "tu_ngay", event, event
        case ByPeriod(wordings=wordings):
            for _, wording in wordings:
                for _, day, last_good in _named_days(wording):
                    yield "theo_ky", day, last_good
        case _:
            return


_POLICIES: tuple[tuple[str, Callable[[Policies], object]], ...] = (
    ("ngay_nghi", lambda policies: policies.days_off),
    ("gio_chot", lambda policies: policies.cut_off),
    ("sap_den_han", lambda policies: policies.soon_days),
    ("thang_tu_ngay", lambda policies: policies.month_from_day),
)


def _policies(facts: PlanFacts) -> Iterator[Finding]:
    """Policies that change something without a reason."""
    plan = facts.plan
    yield from _unexplained(facts, plan.policies, Policies(), ())
    for obligation in plan.obligations:
        yield from _unexplained(facts, obligation.policies, plan.policies, ("nhiem_vu", obligation.index))


def _unexplained(
    facts: PlanFacts, policies: Policies, above: Policies, path: tuple[str | int, ...]
) -> Iterator[Finding]:
    for key, value in _POLICIES:
        if value(policies) != value(above) and key not in policies.reasons:
            message = f"quy ước {key} chưa ghi lý do"
            yield TT216.at(facts.ref(*path, "quy_uoc", key), message, hint="ghi {gia_tri: …, ly_do: …}")


RULES: tuple[Callable[[PlanFacts], Iterator[Finding]], ...] = (
    _codes,
    check_text,
    _owners,
    _drafting,
    _forms,
    _deadlines,
    _reports,
    check_signers,
    check_papers,
    check_registers,
    _appendices,
    _policies,
)


def check_plan(facts: PlanFacts) -> Iterator[Finding]:
    """Every rule about the plan."""
    for rule in RULES:
        yield from rule(facts)
