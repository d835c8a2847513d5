"""Holds the figures of units' reports against what the registers hold of these units; both may be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from truyenthong.checks.facts import LedgerFacts
from truyenthong.diagnostics.registers import TT354
from truyenthong.findings import Finding, Ref
from truyenthong.model.forms import ChoiceSource, Content, Field, Form
from truyenthong.model.registers import Comparison, Ledger, LedgerEntry, Register
from truyenthong.model.submissions import DecisionKind, Receipt, Submission
from truyenthong.text import number_wording

_SHOWN = 3
"""Lines of a table that one finding shows."""

_Figures = Mapping[str | None, Decimal]
"""A number by the choice that it is about; by None where there is one number alone."""


def check_claims(facts: LedgerFacts) -> Iterator[Finding]:
    """A finding for each figure or table of a unit's last report that differs from the unit's entries.

    Units without an entry in the register are left alone: nobody has begun to keep it for them.
    """
    for ledger in facts.ledgers:
        kept = _by_unit(ledger) if ledger.register.unit is not None else {}
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
    one: Comparison,
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


def _claimed(one: Comparison, content: Content) -> dict[str | None, Decimal]:
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
    entries: Sequence[LedgerEntry], register: Register, one: Comparison, receipt: Receipt
) -> dict[str | None, Decimal]:
    """How many entries there are, up to the day on which the unit wrote its report."""
    written = (receipt.paper.day if receipt.paper is not None else None) or receipt.received.day
    seen: dict[str | None, set[str]] = {}
    for entry in entries:
        day = entry.day(register.day)
        counts = register.day is None or (day is not None and day <= written)
        choice = None if one.by is None else entry.text(one.by)
        if counts and choice != "" and _is_meant(one, entry):
            same = entry.text(one.distinct) if one.distinct is not None else ""
            seen.setdefault(choice, set()).add(same or f"\0{entry.index}")
    return {choice: Decimal(len(same)) for choice, same in seen.items()}


def _is_meant(one: Comparison, entry: LedgerEntry) -> bool:
    return one.only_if is None or one.only_if.holds(entry.content)


def _column(form: Form, one: Comparison) -> Field | None:
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
        names: Sequence[tuple[str, str]] = [(one.code, one.clause) for one in facts.plan.topics]
    elif isinstance(column.choices, ChoiceSource):
        names = []
    else:
        names = [(one.code, one.label) for one in column.choices]
    return dict(names).get(choice, choice or "chưa ghi")
