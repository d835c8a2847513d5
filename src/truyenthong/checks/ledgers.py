"""Rules about what stands in the registers; which register, field and day is meant, the plan declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from truyenthong.checks.claims import check_claims
from truyenthong.checks.facts import LedgerFacts
from truyenthong.checks.forms import check_content, said
from truyenthong.checks.hours import check_hours
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT346, TT347, TT348, TT350, TT351, TT352
from truyenthong.findings import Finding
from truyenthong.model.expressions import evaluate
from truyenthong.model.registers import Ledger, LedgerEntry, Prerequisite
from truyenthong.text import day_wording


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
            entries = _by_key(there) if there is not None else {}
            for entry in ledger.entries:
                yield from _prerequisite(facts, ledger, entry, one, entries)


def _by_key(ledger: Ledger) -> Mapping[str, LedgerEntry]:
    return {entry.text(ledger.register.key): entry for entry in reversed(ledger.entries)}


def _prerequisite(
    facts: LedgerFacts,
    ledger: Ledger,
    entry: LedgerEntry,
    one: Prerequisite,
    entries: Mapping[str, LedgerEntry],
) -> Iterator[Finding]:
    when = entry.day(one.before)
    if when is None or not _is_needed(one, entry):
        return
    place, key = facts.ref(ledger, "muc", entry.index), entry.text(one.link)
    there = entries.get(key) if key else None
    if there is None:
        yield _lacking(facts, ledger, entry, one, tuple(entries))
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


def _is_needed(one: Prerequisite, entry: LedgerEntry) -> bool:
    return one.only_if is None or one.only_if.holds(entry.content)


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
    check_hours,
    check_claims,
)


def check_ledgers(facts: LedgerFacts) -> Iterator[Finding]:
    """Every rule about the entries of registers."""
    for rule in RULES:
        yield from rule(facts)
