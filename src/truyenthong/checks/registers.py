"""Rules about registers: their declaration in the plan, and their entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from truyenthong.checks.facts import LedgerFacts, PlanFacts
from truyenthong.checks.forms import check_content, said
from truyenthong.checks.links import check_links
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import (
    TT340,
    TT341,
    TT346,
    TT347,
    TT348,
    TT350,
    TT351,
    TT352,
    TT353,
    TT354,
)
from truyenthong.findings import Finding, Ref
from truyenthong.model.deadlines import HourLimit
from truyenthong.model.expressions import evaluate
from truyenthong.model.forms import ChoiceSource, Content, Field, FieldType, Form
from truyenthong.model.matters import timed
from truyenthong.model.plan import Plan
from truyenthong.model.registers import CrossCheck, Ledger, LedgerEntry, Prerequisite, Register
from truyenthong.model.submissions import DecisionKind, Receipt, Submission
from truyenthong.text import day_wording, moment_wording, number_wording

_TEXTS = (FieldType.TEXT, FieldType.INTEGER, FieldType.CHOICE)
_DAYS = (FieldType.DATE, FieldType.MOMENT)
_NUMBERS = (FieldType.INTEGER, FieldType.NUMBER)


def check_registers(facts: PlanFacts) -> Iterator[Finding]:
    """Every rule about declared registers."""
    for register in facts.plan.registers:
        yield from _register(facts, register)
    yield from _hour_limits(facts)


def _register(facts: PlanFacts, register: Register) -> Iterator[Finding]:
    ref = facts.ref("so_theo_doi", register.index)
    form = facts.plan.forms_by_code.get(register.form)
    if form is None:
        forms = tuple(facts.plan.forms_by_code)
        yield _missing(ref.child("bieu_mau"), "không có biểu mẫu", register.form, forms)
        return
    yield from _fields(ref, register, form)
    for one in register.prerequisites:
        yield from _needed(ref.child("phai_co_truoc", one.index), one, form, facts.plan)
    for each in register.comparisons:
        yield from _comparison(ref.child("doi_chieu", each.index), each, register, facts.plan)


def _fields(ref: Ref, register: Register, form: Form) -> Iterator[Finding]:
    yield from _field(ref.child("khoa"), form, register.key, _TEXTS, "trường chữ, số nguyên hoặc chọn")
    key = form.field(register.key)
    if key is not None and not key.required:
        message = f"trường khóa «{register.key}» của sổ «{register.code}» không bắt buộc"
        yield TT341.at(ref.child("khoa"), message, hint="ghi bat_buoc: có ở trường ấy của biểu mẫu")
    if register.title != register.key:
        yield from _field(ref.child("tieu_de"), form, register.title, _TEXTS, "trường chữ")
    if register.day is not None:
        yield from _field(ref.child("ngay"), form, register.day, _DAYS, "trường ngày")
    for name, code, source in (
        ("don_vi", register.unit, ChoiceSource.UNITS),
        ("chu_de", register.topic, ChoiceSource.TOPICS),
    ):
        field = form.field(code) if code is not None else None
        if code is not None and (field is None or field.choices is not source):
            message = f"biểu mẫu «{form.code}» không có trường «{code}» chọn từ {source}"
            yield TT341.at(ref.child(name), message, hint=f"trường ấy cần kieu: chon, chon_tu: {source}")
    if register.covers and None in (register.unit, register.day, register.topic):
        message = f"sổ «{register.code}» tính độ phủ nhưng chưa khai đủ don_vi, ngay, chu_de"
        yield TT341.at(ref.child("do_phu"), message, hint="khai đủ ba khóa ấy, hoặc bỏ do_phu")


def _needed(ref: Ref, one: Prerequisite, form: Form, plan: Plan) -> Iterator[Finding]:
    yield from _field(ref.child("truong"), form, one.link, _TEXTS, "trường chữ")
    yield from _field(ref.child("truoc"), form, one.before, _DAYS, "trường ngày")
    other = plan.registers_by_code.get(one.register)
    if other is None:
        yield _missing(ref.child("so"), "không có sổ theo dõi", one.register, tuple(plan.registers_by_code))
        return
    their_form = plan.forms_by_code.get(other.form)
    if their_form is not None:
        yield from _field(ref.child("ngay"), their_form, one.day, _DAYS, "trường ngày")


def _comparison(ref: Ref, one: CrossCheck, register: Register, plan: Plan) -> Iterator[Finding]:
    duty = plan.obligations_by_code.get(one.obligation)
    if duty is None:
        codes = tuple(plan.obligations_by_code)
        yield _missing(ref.child("nhiem_vu"), "kế hoạch không có nhiệm vụ", one.obligation, codes)
        return
    if register.unit is None and one.index == 0 and not register.covers:
        message = f"sổ «{register.code}» đối chiếu theo đơn vị nhưng chưa khai don_vi"
        yield TT341.at(ref, message, hint="khai don_vi: mã trường chọn đơn vị")
    their_form, form = plan.form_of(duty), plan.forms_by_code[register.form]
    if their_form is None:
        message = f"nhiệm vụ «{one.obligation}» không có biểu mẫu để đối chiếu"
        yield TT340.at(ref.child("nhiem_vu"), message, hint="khai bieu_mau của nhiệm vụ, hoặc bỏ mục này")
        return
    fields, table = their_form.fields, None
    if one.table is not None:
        yield from _field(ref.child("bang"), their_form, one.table, (FieldType.TABLE,), "bảng")
        table = their_form.field(one.table)
        fields = table.columns if table is not None else ()
    if one.table is None or table is not None:
        key = "cot" if one.table is not None else "truong"
        yield from _among(ref.child(key), fields, one.figure, _NUMBERS, "cột số" if table else "trường số")
    if one.by is not None and table is not None:
        of_table = tuple(_among(ref.child("theo"), fields, one.by, (FieldType.CHOICE,), "cột chọn"))
        yield from of_table or _field(ref.child("theo"), form, one.by, (FieldType.CHOICE,), "trường chọn")
    if one.distinct is not None:
        yield from _field(ref.child("mot_lan"), form, one.distinct, _TEXTS, "trường chữ")


def _hour_limits(facts: PlanFacts) -> Iterator[Finding]:
    """Registers and fields that the limits in hours name."""
    plan = facts.plan
    for limit in plan.policies.hour_limits:
        ref = facts.ref("quy_uoc", "thoi_han_gio", limit.index)
        register = plan.registers_by_code.get(limit.register)
        if register is None:
            known = tuple(plan.registers_by_code)
            yield _missing(ref.child("so"), "không có sổ theo dõi", limit.register, known)
            continue
        form = plan.forms_by_code.get(register.form)
        for key, code in (("tu", limit.start), ("den", limit.end)):
            if form is not None:
                yield from _field(ref.child(key), form, code, (FieldType.MOMENT,), "trường ngay-gio")


def _field(ref: Ref, form: Form, code: str, kinds: Collection[FieldType], words: str) -> Iterator[Finding]:
    yield from _among(ref, form.fields, code, kinds, f"{words} của biểu mẫu «{form.code}»")


def _among(
    ref: Ref, fields: Collection[Field], code: str, kinds: Collection[FieldType], words: str
) -> Iterator[Finding]:
    """A field that is not there, or not of a kind that can be used so."""
    if all(one.code != code or one.type not in kinds for one in fields):
        fitting = tuple(one.code for one in fields if one.type in kinds)
        yield TT341.at(ref, f"«{code}» không phải {words}", hint=which_code(code, fitting))


def _missing(ref: Ref, sentence: str, code: str, known: Collection[str]) -> Finding:
    return TT340.at(ref, f"{sentence} «{code}»", hint=which_code(code, known))


def check_hours(facts: LedgerFacts) -> Iterator[Finding]:
    """What was done too late, and, on the real day alone, what is not done though its time is over."""
    for one in timed(facts.plan.policies.hour_limits, facts.ledgers):
        limit, due = one.limit, moment_wording(one.due)
        place = facts.ref(one.ledger, "muc", one.entry.index)
        begun = facts.label(one.ledger.register, limit.start)
        source = f"căn cứ: {limit.source}" + ("" if limit.verified else " (chưa đối chiếu)")
        rule = f"{_standing(limit)} {limit.hours} giờ kể từ «{begun}», đến {due}; {source}"
        if one.hours_late:
            message = f"{limit.name}: chậm {one.hours_late} giờ; {rule}"
            yield TT353.at(place.child(limit.end), message, hint="xem lại hai mốc giờ đã ghi")
        elif facts.today is not None and one.is_overdue(facts.today):
            message = f"{limit.name}: chưa làm; {rule}"
            yield TT353.at(
                place.child(limit.start),
                message,
                hint=f"làm ngay rồi ghi «{facts.label(one.ledger.register, limit.end)}»",
            )


def _standing(limit: HourLimit) -> str:
    return "thời hạn" if limit.verified else "quy ước của văn phòng"


_SHOWN = 3
"""Lines of a table that one finding shows."""

_Figures = Mapping[str | None, Decimal]
"""A number by the choice that it is about; by None where there is one number alone."""


def check_claims(facts: LedgerFacts) -> Iterator[Finding]:
    """A finding for each figure or table of a unit's last report that differs from the unit's entries.

    Units without an entry in the register are left alone: nobody has begun to keep it for them.
    """
    for ledger in facts.ledgers:
        counts = ledger.register.unit is not None and not facts.unread.get(ledger.register.code)
        kept = _by_unit(ledger) if counts else {}
        for one in ledger.register.comparisons:
            for submission in facts.submissions:
                if submission.obligation == one.obligation and submission.unit in kept:
                    yield from _claim(facts, ledger, one, submission, kept[submission.unit])


def _by_unit(ledger: Ledger) -> Mapping[str, Sequence[LedgerEntry]]:
    found: dict[str, list[LedgerEntry]] = {}
    for entry in ledger.entries:
        found.setdefault(entry.text(ledger.register.unit), []).append(entry)
    return found


def _claim(
    facts: LedgerFacts,
    ledger: Ledger,
    one: CrossCheck,
    submission: Submission,
    entries: Sequence[LedgerEntry],
) -> Iterator[Finding]:
    duty = facts.plan.obligations_by_code.get(one.obligation)
    form = facts.plan.form_of(duty) if duty is not None else None
    receipt = _last(submission)
    if form is None or receipt is None or receipt.content is None:
        return
    claimed = _claimed(one, receipt.content)
    counted = _counted(entries, ledger.register, one, receipt)
    differing = [
        choice for choice in (claimed | counted) if claimed.get(choice) != counted.get(choice, Decimal(0))
    ]
    if claimed and differing:
        table = form.field(one.table or one.figure)
        told = _largest(differing, claimed, counted, _column(form, one), facts)
        message = f"«{table.label if table else one.figure}» khác «{ledger.register.name}»: {told}"
        ref = Ref(file=submission.file, path=("lan_nop", receipt.index, "noi_dung", one.table or one.figure))
        yield TT354.at(
            ref, message, hint="so lại hai nguồn: sổ có thể còn thiếu mục, báo cáo có thể đếm khác"
        )


def _last(submission: Submission) -> Receipt | None:
    """The last receipt with figures that was not returned."""
    for receipt in reversed(submission.receipts):
        returned = receipt.decision is not None and receipt.decision.kind is DecisionKind.RETURNED
        if receipt.content is not None and not returned:
            return receipt
    return None


def _claimed(one: CrossCheck, content: Content) -> dict[str | None, Decimal]:
    if one.table is None:
        number = content.get(one.figure)
        return {None: Decimal(number)} if isinstance(number, (int, Decimal)) else {}
    rows = content.get(one.table)
    sums: dict[str | None, Decimal] = {}
    for row in rows if isinstance(rows, tuple) else ():
        number = row.get(one.figure)
        key = None if one.by is None else str(row.get(one.by) or "")
        if isinstance(number, (int, Decimal)) and key != "":
            sums[key] = sums.get(key, Decimal(0)) + number
    return sums


def _counted(
    entries: Sequence[LedgerEntry], register: Register, one: CrossCheck, receipt: Receipt
) -> dict[str | None, Decimal]:
    """How many entries there are, up to the day on which the unit wrote its report."""
    written = (receipt.paper.day if receipt.paper is not None else None) or receipt.received.day
    seen: dict[str | None, set[str]] = {}
    for entry in entries:
        day = entry.day(register.day)
        counts = register.day is None or (day is not None and day <= written)
        meant = one.only_if is None or one.only_if.holds(entry.content)
        choice = None if one.by is None else entry.text(one.by)
        if counts and meant and choice != "":
            same = entry.text(one.distinct) if one.distinct is not None else ""
            seen.setdefault(choice, set()).add(same or f"\0{entry.index}")
    return {choice: Decimal(len(same)) for choice, same in seen.items()}


def _column(form: Form, one: CrossCheck) -> Field | None:
    table = form.field(one.table) if one.table is not None else None
    return table.column(one.by) if table is not None and one.by is not None else None


def _largest(
    differing: Sequence[str | None],
    claimed: _Figures,
    counted: _Figures,
    column: Field | None,
    facts: LedgerFacts,
) -> str:
    """The widest differences first; of many the rest is only counted."""
    nothing = Decimal(0)
    wide = sorted(differing, key=lambda one: -abs(claimed.get(one, nothing) - counted.get(one, nothing)))
    told = [_told(choice, claimed, counted, column, facts) for choice in wide[:_SHOWN]]
    rest = len(wide) - len(told)
    return "; ".join([*told, *([f"và {rest} dòng khác"] if rest else [])])


def _told(
    choice: str | None, claimed: _Figures, counted: _Figures, column: Field | None, facts: LedgerFacts
) -> str:
    wrote = f"báo cáo ghi {number_wording(claimed[choice])}" if choice in claimed else "báo cáo không ghi"
    both = f"{wrote}, sổ có {number_wording(counted.get(choice, Decimal(0)))}"
    name = _name(choice, column, facts)
    return f"{name}: {both}" if name else both


def _name(choice: str | None, column: Field | None, facts: LedgerFacts) -> str:
    if choice is None or column is None:
        return ""
    if column.choices is ChoiceSource.TOPICS:
        names: Sequence[tuple[str, str]] = [(one.code, one.label) for one in facts.plan.topics]
    elif isinstance(column.choices, ChoiceSource):
        names = []
    else:
        names = [(one.code, one.label) for one in column.choices]
    return dict(names).get(choice, choice or "chưa ghi")


def _named(facts: LedgerFacts) -> Iterator[Finding]:
    """A file that says it is another register than its name."""
    for ledger in facts.ledgers:
        if ledger.named is not None and ledger.named != ledger.register.code:
            message = f"tên tệp nói sổ «{ledger.register.code}» nhưng so ghi «{ledger.named}»"
            hint = f"sửa thành «so: {ledger.register.code}», hoặc đổi tên tệp"
            yield TT346.at(facts.ref(ledger, "so"), message, hint=hint)


def _keys(facts: LedgerFacts) -> Iterator[Finding]:
    """Two entries of the same key."""
    for ledger in facts.ledgers:
        seen: dict[str, LedgerEntry] = {}
        for entry in ledger.entries:
            key = entry.text(ledger.register.key)
            first = seen.setdefault(key, entry)
            if key and first is not entry:
                name = facts.label(ledger.register, ledger.register.key)
                message = f"{name} «{key}» đã dùng ở mục thứ {first.index + 1} của sổ"
                ref = facts.ref(ledger, "muc", entry.index, ledger.register.key)
                yield TT347.at(ref, message, hint="đặt số khác, hoặc bỏ mục ghi hai lần")


def _forms(facts: LedgerFacts) -> Iterator[Finding]:
    """Checks between the fields of an entry."""
    for ledger in facts.ledgers:
        form = facts.plan.forms_by_code[ledger.register.form]
        for entry in ledger.entries:
            yield from check_content(form, entry.content, facts.ref(ledger, "muc", entry.index), facts.plan)


def _days(facts: LedgerFacts) -> Iterator[Finding]:
    """Days outside of the school year."""
    year = facts.plan.year
    for ledger in facts.ledgers:
        code = ledger.register.day
        for entry in ledger.entries if code is not None else ():
            day = entry.day(code)
            if day is not None and not year.days.start <= day <= year.days.last:
                message = f"ngày {day_wording(day)} nằm ngoài năm học {year.code}"
                ref = facts.ref(ledger, "muc", entry.index, code or "")
                yield TT348.at(ref, message, hint="xem lại năm; việc của năm học khác ghi ở sổ của năm ấy")


def _prerequisites(facts: LedgerFacts) -> Iterator[Finding]:
    """What had to be in another register first (III.3: appraised before it is posted)."""
    by_code = {one.register.code: one for one in facts.ledgers}
    for ledger in facts.ledgers:
        for one in ledger.register.prerequisites:
            other = facts.plan.registers_by_code.get(one.register)
            if other is None or other.form not in facts.plan.forms_by_code or other.code in facts.unreadable:
                continue
            there = by_code.get(one.register)
            by_key = (
                {} if there is None else {it.text(there.register.key): it for it in reversed(there.entries)}
            )
            for entry in ledger.entries:
                if facts.is_whole(ledger.register.code, entry.index):
                    yield from _prerequisite(facts, ledger, entry, one, by_key)


def _prerequisite(
    facts: LedgerFacts,
    ledger: Ledger,
    entry: LedgerEntry,
    one: Prerequisite,
    entries: Mapping[str, LedgerEntry],
) -> Iterator[Finding]:
    when = entry.day(one.before)
    if when is None or (one.only_if is not None and not one.only_if.holds(entry.content)):
        return
    place, key = facts.ref(ledger, "muc", entry.index), entry.text(one.link)
    there = entries.get(key) if key else None
    if there is None:
        if not key or facts.knows_keys(facts.plan.registers_by_code[one.register]):
            yield _lacking(facts, ledger, entry, one, tuple(entries))
        return
    if not facts.is_whole(one.register, there.index):
        return
    day = there.day(one.day)
    if day is None or when < day:
        then = f"ngày {day_wording(day)} mới có kết quả" if day is not None else "chưa có kết quả"
        message = f"{one.sentence} Đã làm ngày {day_wording(when)}, còn mục «{key}» {then}."
        yield TT351.at(place.child(one.before), message, hint="xem lại hai ngày ấy")
    if one.passed is not None and evaluate(one.passed.expression, there.content) is False:
        form = facts.plan.forms_by_code[facts.plan.registers_by_code[one.register].form]
        values = said(one.passed.expression, there.content, form, facts.plan)
        message = f"{one.sentence} Mục «{key}» đang ghi: {values}."
        yield TT352.at(place.child(one.before), message, hint="dừng việc ấy, hoặc xem lại kết luận đã ghi")


def _lacking(
    facts: LedgerFacts, ledger: Ledger, entry: LedgerEntry, one: Prerequisite, known: Sequence[str]
) -> Finding:
    key, label = entry.text(one.link), facts.label(ledger.register, one.link)
    name = facts.plan.registers_by_code[one.register].name
    if key:
        message, hint = f"Sổ «{name}» không có mục «{key}».", which_code(key, known)
    else:
        message, hint = f"Chưa ghi «{label}».", f"ghi số của mục ấy ở sổ «{name}»"
    place = facts.ref(ledger, "muc", entry.index, one.link)
    return TT350.at(place, f"{one.sentence} {message}", hint=hint)


RULES: tuple[Callable[[LedgerFacts], Iterator[Finding]], ...] = (
    _named,
    _keys,
    _forms,
    _days,
    _prerequisites,
    check_links,
    check_hours,
    check_claims,
)


def check_ledgers(facts: LedgerFacts) -> Iterator[Finding]:
    """Every rule about the entries of registers."""
    for rule in RULES:
        yield from rule(facts)
