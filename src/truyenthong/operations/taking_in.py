"""``intake``: files from units become receipts, or wait with reasons; nothing is lost, doubled, replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from truyenthong.diagnostics.intake_contents import TT663
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.intake.identifying import Asked, Known
from truyenthong.intake.judging import Judged, judge_piece
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.opening import open_file
from truyenthong.intake.pieces import Message, Piece
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, Mail, SentFile
from truyenthong.operations.arriving import Source, bytes_of, came_at, sources
from truyenthong.operations.asked import asked_in
from truyenthong.operations.choosing import Choice
from truyenthong.operations.differences import Change
from truyenthong.operations.examining import Ground
from truyenthong.operations.loading import Ready, load, ready
from truyenthong.operations.recording_entries import EntryRecorder, Refused
from truyenthong.operations.recording_forms import AlreadyThere, Arrival, NotRecorded, Recorded, Recorder
from truyenthong.operations.seen_before import seen_before
from truyenthong.operations.waiting_list import Waiting, put_waiting, reasons_of
from truyenthong.views.row_view import duty_in_period
from truyenthong.workspace.layout import Workspace

ASKABLE = {
    "TT640": ("unit", "Đơn vị nào gửi?"),
    "TT641": ("unit", "Đơn vị nào gửi?"),
    "TT642": ("obligation", "Của nhiệm vụ nào?"),
    "TT643": ("period", "Kỳ nào?"),
}
"""Reasons to wait that a person can take away with one word: which word, and the question."""


class Fate(StrEnum):
    """What became of a file."""

    RECORDED = "recorded"
    WAITING = "waiting"
    KNOWN = "known"
    NOTHING = "nothing"
    """Nothing was kept of it: an empty file, a message without files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOrder:
    """What was asked for.

    Attributes:
        unit, obligation, period: as people write them; fill in what a form does not say itself.
        received: when the office received it, where the user says so.
        convert_legacy: text of old encodings is converted.
        dry_run: nothing is written.
    """

    unit: str | None = None
    obligation: str | None = None
    period: str | None = None
    received: Moment | None = None
    channel: Channel | None = None
    convert_legacy: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One file that came in.

    Attributes:
        label: what it lay in and its name.
        kind: what it is, in words.
        unit, what: whose it is and which duty and period, in words, as far as that is certain.
        unit_code, obligation, period: the same as codes.
        findings: what is to be said about it, with places.
        where: the submission or the entry of the waiting list that it stands in.
        written: the names of what was written, or would be.
        along: files that were kept along with it.
        changes: what differs from the latest version; None where there was none.
    """

    label: str
    kind: str
    fate: Fate
    unit: str | None = None
    what: str | None = None
    unit_code: str | None = None
    obligation: str | None = None
    period: str | None = None
    received: Moment | None = None
    findings: tuple[Finding, ...] = ()
    where: str | None = None
    written: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    changes: tuple[Change, ...] | None = None

    @property
    def is_certain(self) -> bool:
        """Whether nobody has to look at it."""
        errors = any(one.severity is Severity.ERROR for one in self.findings)
        return self.fate is Fate.KNOWN or not (errors or self.fate is Fate.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOutcome:
    """What came in, in the order in which it was taken in."""

    taken: tuple[Taken, ...]
    dry_run: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether nobody has to look at anything."""
        return all(one.is_certain for one in self.taken)

    def count(self, fate: Fate) -> int:
        """How many files had this fate."""
        return sum(one.fate is fate for one in self.taken)


def take_in(workspace: Workspace, paths: Sequence[Path], order: IntakeOrder, *, now: Moment) -> IntakeOutcome:
    """Takes files in.

    Raises:
        UsageError: a file that is not there; a unit, duty or period that is not known.
        FileInUseError: another run has been writing for too long; run it again, nothing is doubled.
        CannotContinueError: the system refuses to read or write.
    """
    found = sources(paths, own=workspace.root / "data")
    work = ready(load(workspace, today=now.day))
    asked = asked_in(Choice(unit=order.unit, obligation=order.obligation, period=order.period), work)
    intake = Intake.of(workspace, work, order, asked, now)
    return IntakeOutcome(
        taken=tuple(one for source in found for one in intake.take(source)), dry_run=order.dry_run
    )


@dataclass(kw_only=True)
class Intake:
    """One run: what it holds files against, and which bytes it knows already."""

    workspace: Workspace
    work: Ready
    known: Known
    recorder: Recorder
    entries: EntryRecorder
    order: IntakeOrder
    asked: Asked
    now: Moment
    seen: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace, work: Ready, order: IntakeOrder, asked: Asked, now: Moment) -> Intake:
        """A run over the workspace as it is now."""
        ground = Ground.of(work.plan, work.roster, work.calendar, unread=work.loaded.unread, today=now.day)
        return cls(
            workspace=workspace,
            work=work,
            known=Known(plan=work.plan, roster=work.roster, slots=ground.slots),
            recorder=Recorder(workspace=workspace, ground=ground, dry_run=order.dry_run),
            entries=EntryRecorder(workspace=workspace, work=work, today=now.day, dry_run=order.dry_run),
            order=order,
            asked=asked,
            now=now,
            seen=seen_before(workspace, work),
        )

    def take(self, source: Source) -> Iterator[Taken]:
        """Everything that lies in one file."""
        data = bytes_of(source)
        if data is None:
            return
        if isinstance(data, Finding):
            yield Taken(label=source.label, kind="tệp", fate=Fate.NOTHING, findings=(data,))
            return
        opened = open_file(source.label, data)
        if opened.findings:
            yield Taken(
                label=source.label,
                kind=FileKind.MAIL.value if source.moment is not None else "tệp",
                fate=Fate.NOTHING,
                findings=tuple(opened.findings),
            )
        for _, group in groupby(opened.pieces, key=lambda one: (id(one.message), one.within[:1])):
            yield from self._group([*group])

    def _group(self, pieces: Sequence[Piece]) -> Iterator[Taken]:
        """What came together: a form, and the scans, pictures and annexes that go along with it."""
        judged: list[Judged] = []
        for piece in pieces:
            where = self.seen.get(hashlib.sha256(piece.data).hexdigest())
            if where is not None:
                yield Taken(label=piece.label, kind="tệp", fate=Fate.KNOWN, where=where)
                continue
            one = self.judge(piece)
            if one.read.kind is FileKind.EMPTY:
                yield _taken(one, Fate.NOTHING, findings=one.reasons)
            else:
                judged.append(one)
        forms = [one for one in judged if one.is_form]
        others = [one for one in judged if not one.is_form]
        together = bool(pieces[0].within)
        if len(forms) == 1 and together:
            yield self._one(forms[0], others)
        elif not forms and together and others:
            yield self._one(others[0], others[1:])
        else:
            yield from (self._one(one, ()) for one in judged)

    def judge(self, piece: Piece) -> Judged:
        """What is to be said about one file."""
        return judge_piece(piece, self.known, self.asked, convert_legacy=self.order.convert_legacy)

    def _one(self, judged: Judged, along: Sequence[Judged]) -> Taken:
        piece = judged.read.piece
        received, told = came_at(piece.message, self.order.received, self.now, judged.label)
        arrival = _arrival(judged, along, received, self.order.channel)
        taken = self.settle(judged, arrival)
        faults = tuple(fault for one in along for fault in one.read.piece.faults)
        beside = (*_beside(judged, along), *faults)
        return replace(
            taken,
            findings=(*told, *taken.findings, *beside),
            along=tuple(one.read.piece.name for one in along),
        )

    def settle(self, judged: Judged, arrival: Arrival) -> Taken:
        """Records a file that is certain; puts another on the waiting list."""
        with self.recorder.held():
            reasons = judged.reasons
            if not reasons:
                done = self._recorded(judged, arrival)
                if isinstance(done, Recorded):
                    self._remember(arrival, done.name)
                    return replace(
                        self._told(judged, Fate.RECORDED, arrival, (*judged.notes, *done.findings)),
                        where=done.name,
                        written=done.written,
                        changes=done.changes,
                    )
                if isinstance(done, AlreadyThere):
                    self._remember(arrival, done.name)
                    return _taken(judged, Fate.KNOWN, where=done.name)
                reasons = done.findings if isinstance(done, Refused) else (done.finding,)
            return self._wait(judged, arrival, reasons)

    def _recorded(self, judged: Judged, arrival: Arrival) -> Recorded | AlreadyThere | NotRecorded | Refused:
        if judged.register is not None:
            return self.entries.record(judged, judged.register, arrival)
        return self.recorder.record(judged, arrival)

    def _wait(self, judged: Judged, arrival: Arrival, reasons: tuple[Finding, ...]) -> Taken:
        said = judged.understood
        entry = Waiting(
            files=arrival.files,
            received=arrival.received,
            channel=arrival.channel,
            mail=arrival.mail,
            within=arrival.within,
            unit=said.unit,
            obligation=said.obligation,
            period=said.period,
            reasons=reasons_of(reasons),
        )
        written = () if self.order.dry_run else put_waiting(self.workspace, entry, arrival.originals)
        self._remember(arrival, entry.name)
        return replace(
            self._told(judged, Fate.WAITING, arrival, (*reasons, *judged.notes)),
            where=entry.name,
            written=written,
        )

    def _told(self, judged: Judged, fate: Fate, arrival: Arrival, findings: tuple[Finding, ...]) -> Taken:
        said = judged.understood
        unit = self.work.roster.by_code.get(said.unit or "")
        duty = self.work.plan.obligations_by_code.get(said.obligation or "")
        slot = self.known.slots.get((said.obligation or "", said.period))
        what = duty_in_period(duty, slot.period if slot is not None else None) if duty is not None else None
        what = judged.register.name if judged.register is not None else what
        return replace(
            _taken(judged, fate, findings=findings),
            unit=unit.name if unit is not None else None,
            what=what,
            unit_code=said.unit,
            obligation=said.obligation,
            period=said.period,
            received=arrival.received,
        )

    def _remember(self, arrival: Arrival, where: str) -> None:
        for file in arrival.files:
            self.seen.setdefault(file.sha256 or "", where)


def _taken(
    judged: Judged, fate: Fate, *, findings: tuple[Finding, ...] = (), where: str | None = None
) -> Taken:
    return Taken(label=judged.label, kind=judged.read.kind.value, fate=fate, findings=findings, where=where)


def _beside(judged: Judged, along: Sequence[Judged]) -> Iterator[Finding]:
    """That other files are kept along with a file, in one sentence."""
    if along:
        kinds = ", ".join(dict.fromkeys(one.read.kind.value for one in along))
        message = f"{len(along)} tệp kèm theo ({kinds}) được giữ cùng, không đọc nội dung"
        yield TT663.at(Ref(file=judged.label), message)


def _arrival(judged: Judged, along: Sequence[Judged], received: Moment, channel: Channel | None) -> Arrival:
    piece = judged.read.piece
    every = (judged, *along)
    return Arrival(
        received=received,
        channel=channel or (Channel.EMAIL if piece.message is not None else None),
        mail=mail_of(piece.message),
        within=piece.within,
        files=tuple(SentFile(name=one.read.piece.name, sha256=one.read.sha256) for one in every),
        originals=tuple(one.read.piece.data for one in every),
    )


def mail_of(message: Message | None) -> Mail | None:
    """What a receipt keeps of a message."""
    if message is None:
        return None
    sender = message.senders[0] if message.senders else None
    mail = Mail(code=message.code, sender=sender, sent=message.sent)
    return mail if mail != Mail() else None
