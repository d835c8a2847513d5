"""Makes receipts of files: puts together what came together, keeps the originals, adds to the submission."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from truyenthong.diagnostics.intake import TT649, TT662, TT663
from truyenthong.documents.submissions import encode_mail
from truyenthong.errors import CannotContinueError
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.verdict import Judged, content_of
from truyenthong.model.forms import Form
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, Mail, SentFile, Submission
from truyenthong.operations.examine import Ground, examine
from truyenthong.operations.submission_file import (
    Original,
    add_entry,
    find_file,
    keep_originals,
    originals_folder,
)
from truyenthong.text import day_and_hour, nfc
from truyenthong.views.remarks import in_words_of_form
from truyenthong.workspace import storage
from truyenthong.workspace.layout import SubmissionPath, Workspace
from truyenthong.yamltext.days import parse_date
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.scalars import parse_number
from truyenthong.yamltext.tree import Value, leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that differs; None where it is empty.

    Attributes:
        field: for people: «Tin, bài theo kênh, hàng 2, Số lượng».
    """

    field: str
    before: str | None
    after: str | None


def changes(before: Mapping[str, Value], after: Mapping[str, Value], form: Form | None) -> tuple[Change, ...]:
    """The fields that differ, in the order of the form."""
    old, new = dict(leaves(dict(before), ())), dict(leaves(dict(after), ()))
    places = sorted({*old, *new}, key=lambda path: _order(path, form))
    return tuple(
        Change(field=label_of(path, form), before=old.get(path), after=new.get(path))
        for path in places
        if not is_same(old.get(path), new.get(path))
    )


def _order(path: FieldPath, form: Form | None) -> tuple[object, ...]:
    codes = [one.code for one in form.fields] if form is not None else []
    first = str(path[0]) if path else ""
    row = path[1] if len(path) > 1 and isinstance(path[1], int) else -1
    column = str(path[2]) if len(path) > 2 else ""
    field = form.field(first) if form is not None else None
    columns = [one.code for one in field.columns] if field is not None else []
    place = codes.index(first) if first in codes else len(codes)
    return (place, first, row, columns.index(column) if column in columns else len(columns), column)


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same: ways to write a number or a day are no difference."""
    if one is None or other is None:
        return one == other
    if nfc(" ".join(one.split())) == nfc(" ".join(other.split())):
        return True
    days = parse_date(one), parse_date(other)
    if isinstance(days[0], date) and days[0] == days[1]:
        return True
    numbers = parse_number(one), parse_number(other)
    return isinstance(numbers[0], Decimal) and numbers[0] == numbers[1] and "0" not in {one[:1], other[:1]}


def label_of(path: FieldPath, form: Form | None) -> str:
    """A field for people, by its label and its row."""
    if not path:
        return "nội dung"
    field = form.field(str(path[0])) if form is not None else None
    words = [field.label if field is not None else str(path[0])]
    if len(path) > 1 and isinstance(path[1], int):
        words.append(f"hàng {path[1] + 1}")
    if len(path) > 2:
        columns = {one.code: one.label for one in field.columns} if field is not None else {}
        words.append(columns.get(str(path[2]), str(path[2])))
    return ", ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What goes into one receipt, or waits together.

    Attributes:
        main: the file whose content is recorded.
        same: further forms that say the same as it, in another format.
        evidence: scans, pictures, annexes that are kept along unread.
    """

    main: Judged
    same: tuple[Judged, ...] = ()
    evidence: tuple[Judged, ...] = ()

    @property
    def along(self) -> tuple[Judged, ...]:
        """Everything but the main file."""
        return (*self.same, *self.evidence)

    def told(self) -> Iterator[Finding]:
        """That other files are kept along with the main one, a sentence for each sort."""
        ref = Ref(file=self.main.label)
        if self.same:
            message = f"{len(self.same)} tệp cùng nội dung ({_kinds(self.same)}) được giữ cùng"
            yield TT663.at(ref, message)
        if self.evidence:
            count = f"{len(self.evidence)} tệp kèm theo ({_kinds(self.evidence)})"
            yield TT663.at(ref, f"{count} được giữ cùng, không đọc nội dung")


def _kinds(files: Sequence[Judged]) -> str:
    return ", ".join(dict.fromkeys(one.read.kind.value for one in files))


def bundles(judged: Sequence[Judged], *, together: bool) -> Iterator[Bundle]:
    """The files of one message or zip file, put together.

    Evidence goes with every form of the one unit that sent it; where forms of several units came, nobody
    knows whose it is, and it waits by itself. What may hold a form that nobody has seen waits by itself too.

    Args:
        judged: the files, in their order.
        together: they came in one message or zip file; else each is for itself.
    """
    if not together:
        yield from (Bundle(main=one) for one in judged)
        return
    papers = [*_papers([one for one in judged if one.is_form])]
    alone = [one for one in judged if not one.is_form and one.read.is_sealed]
    evidence = tuple(one for one in judged if not one.is_form and not one.read.is_sealed)
    units = {paper[0].understood.unit for paper in papers}
    if papers and (len(papers) == 1 or (len(units) == 1 and None not in units)):
        yield from (Bundle(main=one[0], same=one[1:], evidence=evidence) for one in papers)
    elif papers:
        yield from (Bundle(main=one[0], same=one[1:]) for one in papers)
        alone += evidence
    elif evidence:
        yield Bundle(main=evidence[0], evidence=evidence[1:])
    yield from (Bundle(main=one) for one in alone)


def _papers(forms: Sequence[Judged]) -> Iterator[tuple[Judged, ...]]:
    """The forms, those that say the same together; the one that names its number and day first."""
    groups: list[list[Judged]] = []
    for one in forms:
        group = next((each for each in groups if _is_same_form(each[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        yield tuple(sorted(group, key=lambda one: len(one.cleaned.paper) if one.cleaned else 0, reverse=True))


def _is_same_form(one: Judged, other: Judged) -> bool:
    """Whether two forms are for the same unit, duty and period, and say the same."""
    if one.cleaned is None or other.cleaned is None or one.register is not other.register:
        return False
    duties, nil = [], []
    for each in (one, other):
        said, filled = each.understood, each.read.filled
        duties.append((said.unit, said.obligation, said.period))
        nil.append(filled is not None and filled.nil)
    if duties[0] != duties[1] or nil[0] is not nil[1]:
        return False
    papers = one.cleaned.paper, other.cleaned.paper
    shared = papers[0].keys() & papers[1].keys()
    if any(not is_same(papers[0][key], papers[1][key]) for key in shared):
        return False
    return not changes(content_of(one) or {}, content_of(other) or {}, one.form)


def beside_known(one: Judged, where: str) -> Judged:
    """Evidence whose form was taken in before: the unit has sent the form, and is not asked for it again."""
    hint = (
        f"biểu đi cùng đã có ở {where}; ghi thêm mục này bằng --unit, --obligation, hoặc bỏ qua bằng --drop"
    )
    findings = tuple(
        replace(told, hint=hint) if told.severity is Severity.ERROR else told for told in one.read.findings
    )
    return replace(one, read=replace(one.read, findings=findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How a file came; ``originals`` are the file itself, then those that came along with it."""

    received: Moment
    channel: Channel | None
    mail: Mail | None
    within: tuple[str, ...]
    originals: tuple[Original, ...]

    @classmethod
    def of(cls, bundle: Bundle, received: Moment, channel: Channel | None) -> Arrival:
        """How a bundle came; by e-mail where a message brought it and nobody says otherwise."""
        piece = bundle.main.read.piece
        message, mail = piece.message, None
        if message is not None:
            sender = message.senders[0] if message.senders else None
            mail = Mail(code=message.code, sender=sender, sent=message.sent)
        pieces = [one.read for one in (bundle.main, *bundle.along)]
        return cls(
            received=received,
            channel=channel or (Channel.EMAIL if message is not None else None),
            mail=mail if mail != Mail() else None,
            within=piece.within,
            originals=tuple(
                Original(file=SentFile(name=one.piece.name, sha256=one.piece.sha256), data=one.piece.data)
                for one in pieces
            ),
        )

    @property
    def files(self) -> tuple[SentFile, ...]:
        """The names and hashes of the originals."""
        return tuple(one.file for one in self.originals)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReceipt:
    """A receipt that was written, or would be.

    Attributes:
        name: the submission's file.
        written: the names of what was written.
        findings: what the rules say about the receipt, each with its place in the file that was sent.
        changes: what differs from the latest version; None where there was none.
    """

    name: str
    written: tuple[str, ...]
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyThere:
    """The same bytes are in this submission."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What stands in the way, each with its place in the file that was sent."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorder:
    """Writes receipts; with ``dry_run`` it only says what it would write."""

    workspace: Workspace
    ground: Ground
    dry_run: bool

    def held(self) -> AbstractContextManager[None]:
        """The lock of the workspace, unless nothing is written."""
        return nullcontext() if self.dry_run else storage.locked(self.workspace.root)

    def record(self, judged: Judged, arrival: Arrival) -> WrittenReceipt | AlreadyThere | Refused:
        """One more receipt; safe to be stopped at any moment and started again.

        The caller holds ``held()``.

        Raises:
            CannotContinueError: the system refuses to write.
        """
        said = judged.understood
        unit, obligation = said.unit or "", said.obligation or ""
        path, before = find_file(self.workspace, unit, obligation, said.period)
        earlier = None if before is None else examine(path, before, self.ground).submission
        if earlier is not None:
            blocked = _blocked(judged, arrival, path, earlier)
            if blocked is not None:
                return blocked
        try:
            text = add_entry(before, path, "lan_nop", _entry(judged, arrival))
        except CannotContinueError as error:
            message = f"chưa ghi được vào {path.name}: {error}"
            return Refused(findings=(TT662.at(Ref(file=judged.label), message, hint=error.hint),))
        # An interrupted run finds its originals again: their names say their content.
        folder = originals_folder(unit)
        written = keep_originals(self.workspace.root, folder, arrival.originals, dry_run=self.dry_run)
        if not self.dry_run:
            storage.write_atomic(self.workspace.root / path.name, text.encode())
        return WrittenReceipt(
            name=path.name,
            written=(*written, path.name),
            findings=tuple(self._findings(path, text, judged)),
            changes=_changes(before, path, judged),
        )

    def _findings(self, path: SubmissionPath, text: str, judged: Judged) -> Iterator[Finding]:
        """What the rules say about the new receipt, with the places of the file that was sent."""
        examined = examine(path, text.encode(), self.ground)
        last = max(examined.submission.next_index - 1, 0)
        for one in examined.findings:
            if one.ref.path[:2] == ("lan_nop", last):
                is_form = judged.read.kind is not FileKind.YAML
                told = in_words_of_form(one, judged.form) if is_form else one
                yield replace(told, ref=Ref(file=judged.label, spot=_spot(one.ref.path[2:], judged)))


def _spot(path: tuple[str | int, ...], judged: Judged) -> str | None:
    if path[:1] == ("noi_dung",):
        return judged.spot(path[1:])
    return "số, ký hiệu, ngày của văn bản" if path[:1] == ("van_ban",) else None


def _blocked(
    judged: Judged, arrival: Arrival, path: SubmissionPath, earlier: Submission
) -> AlreadyThere | Refused | None:
    """The same bytes, or another file of the same message for the same duty."""
    main = arrival.files[0]
    for receipt in earlier.receipts:
        if any(file.sha256 == main.sha256 for file in receipt.files):
            return AlreadyThere(name=path.name)
    code = arrival.mail.code if arrival.mail is not None else None
    if code is not None and any(one.mail is not None and one.mail.code == code for one in earlier.receipts):
        message = f"thư này đã được ghi vào {path.name} với một tệp khác nội dung"
        hint = "hỏi đơn vị tệp nào là bản cuối, rồi ghi từ mục chờ"
        if not judged.insisted:
            return Refused(findings=(TT649.at(Ref(file=judged.label), message, hint=hint),))
    return None


def _entry(judged: Judged, arrival: Arrival) -> Value:
    """The receipt as plain values, in the order of the documentation; faulty texts as they were typed."""
    filled, cleaned = judged.read.filled, judged.cleaned
    paper = dict(cleaned.paper) if cleaned is not None else {}
    keys: dict[str, Value] = {
        "nhan_luc": day_and_hour(arrival.received.day, arrival.received.hour),
        "kenh": arrival.channel.value if arrival.channel is not None else None,
        "van_ban": {key: paper[key] for key in ("so", "ky_hieu", "ngay") if key in paper} or None,
        "tep": [{"ten": file.name, "sha256": file.sha256} for file in arrival.files],
        "thu": encode_mail(arrival.mail),
        "khong_phat_sinh": "true" if filled is not None and filled.nil else None,
        "noi_dung": content_of(judged),
    }
    return {key: value for key, value in keys.items() if value is not None}


def _changes(before: bytes | None, path: SubmissionPath, judged: Judged) -> tuple[Change, ...] | None:
    """What differs from the latest version that holds content."""
    if before is None:
        return None
    tree = parse_yaml(before, file=path.name).value
    receipts = tree.get("lan_nop") if isinstance(tree, dict) else None
    known = [
        content
        for one in (receipts if isinstance(receipts, list) else ())
        if isinstance(one, dict) and isinstance(content := one.get("noi_dung"), dict)
    ]
    return changes(known[-1], content_of(judged) or {}, judged.form) if known else None
