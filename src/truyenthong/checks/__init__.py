"""Rules of meaning: model objects to findings, which name field paths."""

from __future__ import annotations

from truyenthong.checks.facts import LedgerFacts, PlanFacts, SubmissionFacts
from truyenthong.checks.plan import check_plan
from truyenthong.checks.registers import check_ledgers
from truyenthong.checks.submissions import check_across, check_submission
from truyenthong.checks.units import check_calendar, check_reach, check_roster
from truyenthong.checks.unread import (
    Place,
    Source,
    Unread,
    duty_places,
    follows,
    follows_in_ledger,
    form_places,
    hidden_place,
    own_faults,
    register_places,
    sift,
)

__all__ = [
    "LedgerFacts",
    "Place",
    "PlanFacts",
    "Source",
    "SubmissionFacts",
    "Unread",
    "check_across",
    "check_calendar",
    "check_ledgers",
    "check_plan",
    "check_reach",
    "check_roster",
    "check_submission",
    "duty_places",
    "follows",
    "follows_in_ledger",
    "form_places",
    "hidden_place",
    "own_faults",
    "register_places",
    "sift",
]
