"""``page``: the progress as one HTML file for the director."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.findings import Finding
from truyenthong.model.dispatches import MailState
from truyenthong.model.owed import unreachable_units
from truyenthong.model.units import Unit
from truyenthong.operations.intake.waitlist import read_waiting
from truyenthong.operations.load import Ready, load
from truyenthong.operations.validate import measurable
from truyenthong.page.render import render_page
from truyenthong.views.page import Doubts, WaitingFile, page_view
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.workspace import storage
from truyenthong.workspace.dispatches import read_dispatches
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutcome:
    """The page that was made.

    Attributes:
        kept: by file, where the one went that a person had changed.
        faults: errors in the data, which the command names but does not fail on.
        trouble: why mails of which nobody knows whether they left are not named, or None.
    """

    path: Path
    kept: Mapping[Path, Path]
    faults: tuple[Finding, ...]
    trouble: CannotContinueError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPage:
    """What the page of a day shows; faults and trouble as in ``PageOutcome``."""

    view: Mapping[str, PlainValue]
    faults: tuple[Finding, ...]
    trouble: CannotContinueError | None


def make_page(workspace: Workspace, out: Path, *, full: bool, as_of: date, now: datetime) -> PageOutcome:
    """Makes the page of a day.

    Args:
        workspace: the workspace.
        out: the file.
        full: with names of persons and telephones.
        as_of: the day of the board.
        now: the run's moment, for the name of an earlier page that somebody had changed.

    Raises:
        UnreadableDataError: the plan or the units are not readable, or something on which a figure rests.
        CannotContinueError: the file cannot be written.
    """
    shown = page_of(workspace, full=full, as_of=as_of)
    data = render_page(shown.view)
    folder = OutputFolder(folder=out.parent, now=now)
    with storage.locked(folder.folder):
        put = folder.put({out.name: data})
    return PageOutcome(path=out, kept=put.kept, faults=shown.faults, trouble=shown.trouble)


def page_of(workspace: Workspace, *, full: bool, as_of: date) -> ShownPage:
    """What the page of a day shows, as plain data.

    Raises:
        UnreadableDataError: the plan or the units are not readable, or something on which a figure rests.
    """
    work = measurable(load(workspace))
    given = ViewInput(
        plan=work.plan,
        roster=work.roster,
        progress=work.progress(as_of),
        sample=work.settings.sample_data,
        nothing_received=not work.loaded.has_receipts,
        ledgers=work.loaded.records.ledgers,
    )
    unknown: tuple[Unit, ...] = ()
    trouble = None
    try:
        unknown = tuple(_unknown(work, as_of))
    except CannotContinueError as error:  # a damaged dispatch book says nothing about the progress
        trouble = error
    doubts = Doubts(
        unknown=unknown,
        waiting=tuple(_waiting(work, as_of)),
        unreachable=unreachable_units(work.plan, work.roster, on=as_of),
    )
    view = page_view(given, doubts, full=full)
    return ShownPage(view=view, faults=work.loaded.errors, trouble=trouble)


def _waiting(work: Ready, as_of: date) -> Iterator[WaitingFile]:
    """What came in by the day and still waits; what is damaged is told by ``intake``."""
    for one in read_waiting(work.loaded.workspace)[0]:
        if one.is_open and one.received.day <= as_of:
            duty = work.plan.obligations_by_code.get(one.obligation or "")
            yield WaitingFile(
                since=one.received.day,
                unit=work.roster.by_code.get(one.unit or ""),
                duty=duty.name if duty is not None else None,
            )


def _unknown(work: Ready, as_of: date) -> Iterator[Unit]:
    """The units for whom a mail was sent by the day of which nobody knows whether it has left."""
    book = read_dispatches(work.loaded.workspace, work.plan.year).book
    for mail in book.in_state(MailState.UNKNOWN, MailState.PENDING):
        unit = work.roster.by_code.get(mail.intent.unit)
        if unit is not None and mail.intent.at.date() <= as_of:
            yield unit
