"""``intake``: takes files in; each is recorded, waits with its reasons, or is known already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from truyenthong.checks import Source
from truyenthong.diagnostics.intake import TT611, TT612, TT613, TT616, TT619, TT620, TT621, TT654
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.intake.identify import Asked, IdentityContext
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.mail.letter_kinds import LetterKind
from truyenthong.intake.open import open_file, open_letter
from truyenthong.intake.pieces import Message, Piece, Pieces, shown_name, whole
from truyenthong.intake.verdict import Judged, judge_piece
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel
from truyenthong.operations.choose import Selection, asked_in
from truyenthong.operations.intake.entries import EntryRecorder
from truyenthong.operations.intake.sources import SourceFile, bytes_of, came_at, sources
from truyenthong.operations.intake.submissions import (
    AlreadyThere,
    Arrival,
    Bundle,
    Change,
    Recorder,
    WrittenReceipt,
    beside_known,
    bundles,
)
from truyenthong.operations.intake.waitlist import Waiting, put_waiting, read_waiting, reasons_of
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.validate import refuse_unread, unread_before_unknown
from truyenthong.text import cut, day_and_hour
from truyenthong.views.rows import duty_in_period
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, Workspace

ASKABLE = {
    "TT640": ("unit", "Đơn vị nào gửi?"),
    "TT641": ("unit", "Đơn vị nào gửi?"),
    "TT642": ("obligation", "Của nhiệm vụ nào?"),
    "TT643": ("period", "Kỳ nào?"),
}
"""Reasons to wait that a person can take away with one word: which word, and the question."""
_SHOWN_NAMES = 5
_PASSED = {
    TT611.code: LetterKind.BOUNCE.value,
    TT612.code: LetterKind.AUTOMATIC.value,
    TT613.code: LetterKind.OWN.value,
    TT621.code: "thư người ngoài không kèm biểu",
}


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
        where: the submission or the entry of the waiting list that has it.
        written: the names of what was written, or would be.
        along: files that were kept along with it.
        changes: what differs from the latest version; None where there was none.
        system_files: how many files of systems it counts, that nobody sent.
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
    system_files: int = 0

    @property
    def is_certain(self) -> bool:
        """Whether nobody has to look at it."""
        errors = any(one.severity is Severity.ERROR for one in self.findings)
        return self.fate is Fate.KNOWN or not (errors or self.fate is Fate.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message out of a mailbox, with what the office's own server says of it.

    Attributes:
        label: its name as it is told, and that of its file where it is kept whole.
        data: the message, or its head where no more was read.
        arrived: when the server took it in.
        vouched: the senders for whom the server answers; None where nobody asks it.
        claimed: the senders whom the message names.
        doubts: why nobody but a person records what is in it.
        unread: why nothing in it is looked at; it waits whole.
    """

    label: str
    data: bytes
    arrived: Moment
    vouched: tuple[str, ...] | None = None
    claimed: tuple[str, ...] = ()
    doubts: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()

    def opened(self) -> Pieces:
        """Its files, each with what the server says."""
        opened = open_letter(self.label, self.data)
        if self.unread:
            heads = (one.message for one in opened.pieces if one.message is not None)
            kept = whole(self.label, self.data, self.unread, within=(), message=next(heads, Message()))
            opened = Pieces(pieces=[kept])
        said: dict[int, Message] = {}
        for place, one in enumerate(opened.pieces):
            message = one.message or Message()
            known = replace(message, received=self.arrived, vouched=self.vouched)
            opened.pieces[place] = replace(one, message=said.setdefault(id(one.message), known))
        return opened


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

    @property
    def passed(self) -> dict[str, int]:
        """What was understood and not kept, in words, and how often."""
        codes = Counter(each.code for one in self.taken for each in one.findings)
        counts = {words: codes[code] for code, words in _PASSED.items()}
        counts["tệp của hệ thống"] = sum(one.system_files for one in self.taken)
        return {words: count for words, count in counts.items() if count}


def take_in(workspace: Workspace, paths: Sequence[Path], order: IntakeOrder, *, now: Moment) -> IntakeOutcome:
    """Takes files in.

    Raises:
        UsageError: a file that is not there; a unit, duty or period that is not known.
        FileInUseError: another run has been writing for too long; run it again, nothing is doubled.
        CannotContinueError: the system refuses to read or write.
    """
    found = sources(paths, own=workspace.root / "data")
    work = ready(load(workspace, today=now.day))
    refuse_unread(work.loaded)
    lists = ((Source.PLAN, ("nhiem_vu",)), (Source.PLAN, ("so_theo_doi",)), (Source.UNITS, ("don_vi",)))
    with unread_before_unknown(work.loaded, *lists):
        asked = asked_in(Selection(unit=order.unit, obligation=order.obligation, period=order.period), work)
    intake = Intake.of(workspace, work, order, asked, now)
    taken = [one for source in found.sources for one in intake.take(source)]
    passed = passed_over("thư mục", found.passed)
    return IntakeOutcome(taken=(*taken, *passed), dry_run=order.dry_run)


@dataclass(kw_only=True)
class Intake:
    """One run: what it compares files with, and which bytes it knows already."""

    workspace: Workspace
    work: Ready
    known: IdentityContext
    recorder: Recorder
    entries: EntryRecorder
    order: IntakeOrder
    asked: Asked
    now: Moment
    seen: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace, work: Ready, order: IntakeOrder, asked: Asked, now: Moment) -> Intake:
        """A run over the workspace as it is now."""
        ground = work.ground(now.day)
        return cls(
            workspace=workspace,
            work=work,
            known=IdentityContext(plan=work.plan, roster=work.roster, slots=ground.slots),
            recorder=Recorder(workspace=workspace, ground=ground, dry_run=order.dry_run),
            entries=EntryRecorder(workspace=workspace, work=work, today=now.day, dry_run=order.dry_run),
            order=order,
            asked=asked,
            now=now,
            seen=seen_before(workspace, work),
        )

    def take(self, source: SourceFile) -> Iterator[Taken]:
        """Everything that lies in one file."""
        data = bytes_of(source)
        if data is None:
            return
        if isinstance(data, Finding):
            yield Taken(label=source.label, kind="tệp", fate=Fate.NOTHING, findings=(data,))
            return
        yield from self._opened(open_file(source.label, data), source.label, in_mailbox=source.in_mailbox)

    def take_letter(self, letter: Letter) -> Iterator[Taken]:
        """Everything that lies in one message of the mailbox."""
        yield from self._opened(letter.opened(), letter.label, in_mailbox=True, doubts=letter.doubts)

    def _opened(
        self, opened: Pieces, label: str, *, in_mailbox: bool, doubts: tuple[Finding, ...] = ()
    ) -> Iterator[Taken]:
        # What came in one message or zip file belongs together.
        groups = groupby(opened.pieces, key=lambda one: (id(one.message), one.within[:1]))
        taken = [one for _, group in groups for one in self._group(tuple(group), doubts, in_mailbox)]
        told = tuple(opened.findings)
        if taken:
            yield replace(taken[0], findings=(*told, *taken[0].findings))
            yield from taken[1:]
        elif told:
            yield Taken(label=label, kind=FileKind.MAIL.value, fate=Fate.NOTHING, findings=told)
        yield from passed_over(label, opened.passed)

    def _group(
        self,
        pieces: Sequence[Piece],
        doubts: tuple[Finding, ...],
        in_mailbox: bool,
    ) -> Iterator[Taken]:
        """What came together: a form, and the scans, pictures and annexes that go along with it."""
        judged: list[Judged] = []
        together = bool(pieces[0].within)
        before = None
        for piece in pieces:
            where = self.seen.get(piece.sha256)
            if where is not None:
                before = where if where.startswith(SUBMISSIONS_FOLDER) else before
                yield Taken(label=piece.label, kind="tệp", fate=Fate.KNOWN, where=where)
                continue
            one = self.judge(piece)
            if one.read.kind is FileKind.EMPTY:
                yield _taken(one, Fate.NOTHING, findings=one.reasons)
            else:
                judged.append(one)
        if in_mailbox and before is None and judged and self._is_strangers(judged):
            yield _taken(judged[0], Fate.NOTHING, findings=(_strangers_letter(judged),))
            return
        if before is not None and together:
            judged = [
                one if one.is_form or one.read.is_sealed else beside_known(one, before) for one in judged
            ]
        for bundle in bundles(judged, together=together):
            yield self._one(bundle, doubts)

    def _is_strangers(self, judged: Sequence[Judged]) -> bool:
        """Whether a message is from nobody known, answers none of ours, and holds nothing like a form."""
        pieces = [one.read.piece for one in judged]
        message = pieces[0].message
        if message is None or message.answers_ours:
            return False
        inside = [address for one in pieces if one.forwarded is not None for address in one.forwarded.senders]
        empty = {one.code for one in pieces[0].faults} == {TT654.code}
        formless = empty or not any(one.is_form or one.read.is_sealed for one in judged)
        return formless and not self.known.writers((*message.senders, *inside))

    def judge(self, piece: Piece) -> Judged:
        """What is to be said about one file."""
        return judge_piece(piece, self.known, self.asked, convert_legacy=self.order.convert_legacy)

    def _one(self, bundle: Bundle, doubts: tuple[Finding, ...] = ()) -> Taken:
        judged = bundle.main
        piece = judged.read.piece
        received, told = came_at(piece.message, self.order.received, self.now, judged.label)
        arrival = Arrival.of(bundle, received, self.order.channel)
        forwarded = None if self.order.received is not None else self._forwarded(judged, received)
        waits = forwarded is not None and forwarded.severity is Severity.ERROR
        if self.order.received is not None:
            doubts = ()
        doubts = (*doubts, forwarded) if forwarded is not None and waits else doubts
        taken = self.settle(judged, arrival, doubts=doubts)
        notes = (forwarded,) if forwarded is not None and not waits else ()
        return replace(
            taken,
            findings=(*told, *notes, *taken.findings, *bundle.told()),
            along=tuple(one.read.piece.name for one in bundle.along),
        )

    def _forwarded(self, judged: Judged, received: Moment) -> Finding | None:
        """That a unit's message was passed on; where its own moment may decide, nobody but a person does."""
        piece, said = judged.read.piece, judged.understood
        message, first = piece.message, piece.forwarded
        if message is None or first is None or said.unit is None or not judged.is_form:
            return None
        if first.sent == received:
            return None
        if any(unit.code == said.unit for unit in self.known.writers(message.senders[:1])):
            return None  # the unit passes on what is its own matter: it came when this message came
        slot = self.known.slots.get((said.obligation or "", said.period))
        due = slot.due.at if slot is not None and slot.due is not None else None
        outer = day_and_hour(received.day, received.hour)
        ref = Ref(file=judged.label)
        late = due is not None and received.is_after(due)
        if late and due is not None and (first.sent is None or not first.sent.is_after(due)):
            told = f"thư chuyển tiếp nhận {outer} (trễ hạn), thư bên trong ghi {first.words}"
            hint = "xem thư; ghi mục chờ, lấy mốc của thư bên trong thì kèm --received"
            return TT616.at(ref, told, hint=hint)
        told = f"thư chuyển tiếp: lúc nhận ghi {outer}, thư bên trong ghi {first.words}"
        return TT620.at(ref, told, hint="sửa bằng --received nếu văn phòng đã nhận từ trước")

    def settle(self, judged: Judged, arrival: Arrival, *, doubts: tuple[Finding, ...] = ()) -> Taken:
        """Records a file that is certain; puts another, and one with doubts, on the waiting list."""
        with self.recorder.held():
            reasons = (*judged.reasons, *doubts)
            if not reasons:
                done = (
                    self.entries.record(judged, judged.register, arrival)
                    if judged.register is not None
                    else self.recorder.record(judged, arrival)
                )
                if isinstance(done, WrittenReceipt):
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
                reasons = done.findings
            return self._wait(judged, arrival, reasons)

    def _wait(self, judged: Judged, arrival: Arrival, reasons: tuple[Finding, ...]) -> Taken:
        said, message = judged.understood, judged.read.piece.message
        entry = Waiting(
            files=arrival.files,
            received=arrival.received,
            channel=arrival.channel,
            mail=arrival.mail,
            unvouched=message is not None and message.vouched == (),
            within=arrival.within,
            unit=said.unit,
            obligation=said.obligation,
            period=said.period,
            reasons=reasons_of(reasons),
        )
        written = (
            ()
            if self.order.dry_run
            else put_waiting(self.workspace, entry, [one.data for one in arrival.originals])
        )
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


def _strangers_letter(judged: Sequence[Judged]) -> Finding:
    """That nothing was kept of a letter, told so that a person knows which one it is."""
    message = judged[0].read.piece.message or Message()
    sender = message.senders[0] if message.senders else "người không ghi địa chỉ"
    files = [one.read.piece.name for one in judged if not one.read.piece.faults]
    more = f", kèm {', '.join(files[:_SHOWN_NAMES])}" if files else ""
    told = (
        f"thư của {sender}, «{cut(message.subject or 'không tiêu đề', 60)}»{more}: không từ địa chỉ của "
        "đơn vị nào, không kèm biểu; vẫn nằm trong hộp thư"
    )
    return TT621.at(Ref(file=judged[0].label), told)


def passed_over(label: str, names: Sequence[str]) -> Iterator[Taken]:
    """Files of systems that nobody sent, in one sentence."""
    if names:
        some = ", ".join(dict.fromkeys(shown_name(one) for one in names[:_SHOWN_NAMES]))
        more = "…" if len(names) > _SHOWN_NAMES else ""
        told = TT619.at(Ref(file=label), f"bỏ qua {len(names)} tệp của hệ thống: {some}{more}")
        yield Taken(
            label=label,
            kind="tệp của hệ thống",
            fate=Fate.NOTHING,
            findings=(told,),
            system_files=len(names),
        )


def seen_before(workspace: Workspace, work: Ready) -> dict[str, str]:
    """The files that were taken in, by their SHA-256, and where they are recorded."""
    seen: dict[str, str] = {}
    for stored in work.loaded.records.submissions:
        for receipt in stored.submission.receipts:
            for file in receipt.files:
                if file.sha256 is not None:
                    seen.setdefault(file.sha256, stored.location.name)
    for ledger in work.loaded.records.ledgers:
        for one in ledger.deliveries:
            seen.setdefault(one.file.sha256 or "", ledger.file)
    for entry in read_waiting(workspace)[0]:
        for file in entry.files:
            seen.setdefault(file.sha256 or "", entry.recorded or entry.name)
    return seen
