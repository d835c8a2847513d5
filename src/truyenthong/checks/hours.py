"""Holds the entries of registers against the limits in hours that the plan declares."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.checks.facts import LedgerFacts
from truyenthong.diagnostics.registers import TT353
from truyenthong.findings import Finding
from truyenthong.model.hours import timed
from truyenthong.model.policies import HourLimit
from truyenthong.text import moment_wording


def check_hours(facts: LedgerFacts) -> Iterator[Finding]:
    """What was done too late, and, on the real day alone, what is not done though its time is over."""
    for one in timed(facts.plan.policies.hour_limits, facts.ledgers):
        limit, due = one.limit, moment_wording(one.due)
        place = facts.ref(one.ledger, "muc", one.entry.index)
        begun = facts.label(one.ledger.register, limit.start)
        rule = f"{_standing(limit)} {limit.hours} giờ kể từ «{begun}», đến {due}; {_source(limit)}"
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


def _source(limit: HourLimit) -> str:
    return f"căn cứ: {limit.source}" + ("" if limit.verified else " (chưa đối chiếu)")
