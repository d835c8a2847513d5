"""Reads one submission's file and has every rule about it look at it; knows no other file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from truyenthong.checks import SubmissionFacts, Unread, check_submission, follows, own_faults
from truyenthong.diagnostics.workspace import TT394
from truyenthong.findings import Finding, Ref
from truyenthong.model.calendar import Calendar
from truyenthong.model.owing import Slot, slots
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Roster
from truyenthong.sources.decode_submission import decode_submission
from truyenthong.sources.places import PlaceFinder
from truyenthong.sources.yaml_tree import parse_yaml
from truyenthong.workspace.layout import SubmissionPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every submission is held against.

    Attributes:
        slots: duty and period by their codes, with their due moments.
        unread: what of the declarations was not read: nothing that follows from it is told of a submission.
        today: the real day in Vietnam, for what lies in the future; None where that is not asked.
    """

    plan: Plan
    roster: Roster
    slots: dict[tuple[str, str | None], Slot]
    unread: Unread
    today: date | None

    @classmethod
    def of(
        cls, plan: Plan, roster: Roster, calendar: Calendar, *, unread: Unread, today: date | None
    ) -> Ground:
        """Plan, units and calendar, made ready."""
        known = {(slot.obligation.code, slot.code): slot for slot in slots(plan, calendar)}
        return cls(plan=plan, roster=roster, slots=known, unread=unread, today=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A submission and what is wrong in its file, each with its place in the text."""

    submission: Submission
    findings: tuple[Finding, ...]


def examine(path: SubmissionPath, data: bytes, ground: Ground) -> Examined:
    """A submission; one that cannot be read stands as received but unreadable, never as missing."""
    parsed = parse_yaml(data, file=path.name)
    submission, findings = None, parsed.findings
    if parsed.ok:
        submission, decoded = decode_submission(
            parsed.value, file=path.name, plan=ground.plan, roster=ground.roster
        )
        findings += decoded
    if submission is None:
        submission = _unreadable(path)
    findings += tuple(check_submission(_facts(path, submission, ground)))
    return Examined(
        submission=submission, findings=tuple(_placed(_causes(findings, submission, ground), data))
    )


def _causes(findings: tuple[Finding, ...], submission: Submission, ground: Ground) -> tuple[Finding, ...]:
    """The findings without those that only follow from something that was not read."""
    own, duty = own_faults(findings), submission.obligation
    return tuple(
        one
        for one in findings
        if not follows(one, ground.plan, ground.roster, duty, unread=ground.unread, own=own)
    )


def unseen(path: SubmissionPath, reason: str) -> Examined:
    """A submission of which the system refuses to give the file: it came, but nothing can be said of it."""
    message = f"máy không cho đọc tệp này: {reason}"
    hint = "kiểm tra quyền đọc tệp và ổ đĩa; trong lúc ấy bài được coi là có lỗi, không phải chưa nộp"
    return Examined(
        submission=_unreadable(path), findings=(TT394.at(Ref(file=path.name), message, hint=hint),)
    )


def _unreadable(path: SubmissionPath) -> Submission:
    return Submission(
        file=path.name,
        unit=path.unit,
        obligation=path.obligation,
        period=path.period,
        unreadable_receipts=(0,),
    )


def _facts(path: SubmissionPath, submission: Submission, ground: Ground) -> SubmissionFacts:
    return SubmissionFacts(
        submission=submission,
        plan=ground.plan,
        roster=ground.roster,
        today=ground.today,
        path_unit=path.unit,
        path_obligation=path.obligation,
        path_period=path.period,
        slots=ground.slots,
    )


def _placed(findings: tuple[Finding, ...], data: bytes) -> Iterator[Finding]:
    """The findings with their places: found here, while the file is at hand, so that they can be kept."""
    if findings:
        finder = PlaceFinder(data)
        for one in findings:
            yield replace(one, ref=replace(one.ref, span=finder.place(one.ref)))
