"""Limits in hours of the real plan: a policy of the office until verified, counted from the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

import pytest

from support.years.collected_year import real_plan
from truyenthong.checks.facts import LedgerFacts
from truyenthong.checks.registers import check_hours
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry

HAPPENED, KNOWN = Moment(day=date(2021, 3, 1), hour=time(8)), Moment(day=date(2021, 3, 2), hour=time(8))
ANSWERED = Moment(day=date(2021, 3, 2), hour=time(10))


def told(plan: Plan, happened: Moment | None) -> Sequence[str]:
    """What is said of a matter that was answered two hours after it was known."""
    content: Content = {
        "so": "VV-01",
        "can_tra_loi": True,
        "xay_ra_luc": happened,
        "biet_luc": KNOWN,
        "tra_loi_luc": ANSWERED,
    }
    register = plan.registers_by_code["vu-viec"]
    ledger = Ledger(
        file="s.yaml", register=register, named=None, entries=(LedgerEntry(index=0, content=content),)
    )
    facts = LedgerFacts(plan=plan, ledgers=(ledger,), submissions=(), today=date(2021, 6, 1))
    return [one.message for one in check_hours(facts)]


def test_the_time_runs_from_the_event_not_from_when_it_was_known() -> None:
    (message,) = told(real_plan(), HAPPENED)
    assert message.startswith("Trả lời ban đầu: chậm 2 giờ;")
    assert "24 giờ kể từ «Xảy ra lúc», đến 02/3/2021 08:00" in message
    assert told(real_plan(), None) == []


@pytest.mark.parametrize(
    ("verified", "standing"), [(False, "quy ước của văn phòng 24 giờ"), (True, "thời hạn 24 giờ")]
)
def test_what_nobody_has_verified_is_a_policy_of_the_office(verified: bool, standing: str) -> None:
    plan = real_plan()
    (limit,) = plan.policies.hour_limits
    assert not limit.verified
    policies = replace(plan.policies, hour_limits=(replace(limit, verified=verified),))
    (message,) = told(replace(plan, policies=policies), HAPPENED)
    assert standing in message
    assert message.endswith("(chưa đối chiếu)") is not verified
