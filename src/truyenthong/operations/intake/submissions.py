"""Records a file that is certain: the original first, then one more receipt; writes over nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from truyenthong.diagnostics.intake import TT649, TT662
from truyenthong.documents.submissions import encode_mail
from truyenthong.errors import CannotContinueError
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.verdict import Judged, content_of
from truyenthong.model.forms import Form
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, Mail, SentFile, Submission
from truyenthong.operations.examine import Ground, examine
from truyenthong.operations.submission_file import keep_original, with_receipt
from truyenthong.text import day_and_hour, nfc
from truyenthong.views.remarks import in_words_of_form
from truyenthong.workspace import storage
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, SubmissionPath, Workspace, is_yaml_name
from truyenthong.yamltext.days import parse_date
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.scalars import parse_number
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that differs; None where nothing stands in it.

    Attributes:
        field: for people: «Tin, bài theo kênh, hàng 2, Số lượng».
    """

    field: str
    before: str | None
    after: str | None


def changes(before: Mapping[str, Value], after: Mapping[str, Value], form: Form | None) -> tuple[Change, ...]:
    """The fields that differ, in the order of the form."""
    old, new = dict(_leaves(dict(before), ())), dict(_leaves(dict(after), ()))
    places = sorted({*old, *new}, key=lambda path: _order(path, form))
    return tuple(
        Change(field=label_of(path, form), before=old.get(path), after=new.get(path))
        for path in places
        if not is_same(old.get(path), new.get(path))
    )


def _leaves(value: Value, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, (*path, index))


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
class Arrival:
    """How a file came.

    Attributes:
        files: the file itself, then those that came along with it.
        originals: their bytes.
    """

    received: Moment
    channel: Channel | None
    mail: Mail | None
    within: tuple[str, ...]
    files: tuple[SentFile, ...]
    originals: tuple[bytes, ...]


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
    """The same bytes stand in this submission."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRecorded:
    """What stands in the way, known only when the submission's file was looked at."""

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorder:
    """Writes receipts; with ``dry_run`` it only says what it would write."""

    workspace: Workspace
    ground: Ground
    dry_run: bool

    def held(self) -> AbstractContextManager[None]:
        """The workspace held against other runs while something is written."""
        return nullcontext() if self.dry_run else storage.locked(self.workspace.root)

    def record(self, judged: Judged, arrival: Arrival) -> WrittenReceipt | AlreadyThere | NotRecorded:
        """One more receipt; safe to be stopped at any moment and started again.

        The caller holds ``held()``.

        Raises:
            CannotContinueError: the system refuses to write.
        """
        path, before = self._place(judged)
        earlier = None if before is None else examine(path, before, self.ground).submission
        if earlier is not None:
            blocked = _blocked(judged, arrival, path, earlier)
            if blocked is not None:
                return blocked
        try:
            text = with_receipt(before, path, _entry(judged, arrival))
        except CannotContinueError as error:
            message = f"chưa ghi được vào {path.name}: {error}"
            return NotRecorded(finding=TT662.at(Ref(file=judged.label), message, hint=error.hint))
        written = [*self._keep(judged, arrival)]
        if not self.dry_run:
            storage.write_atomic(self.workspace.root / path.name, text.encode())
        return WrittenReceipt(
            name=path.name,
            written=(*written, path.name),
            findings=tuple(self._findings(path, text, judged)),
            changes=_changes(before, path, judged),
        )

    def _place(self, judged: Judged) -> tuple[SubmissionPath, bytes | None]:
        """The submission's file and what stands in it."""
        said = judged.understood
        folder = f"{SUBMISSIONS_FOLDER}/{said.unit}"
        file = f"{said.obligation}@{said.period}" if said.period is not None else said.obligation
        usual = SubmissionPath.of(f"{folder}/{file}.yaml")
        names = filter(is_yaml_name, storage.list_files(self.workspace.root / folder))
        there = [path for name in names if (path := SubmissionPath.of(f"{folder}/{name}")).key == usual.key]
        if not there:
            return usual, None
        return there[0], storage.read_bytes(self.workspace.root / there[0].name)

    def _keep(self, judged: Judged, arrival: Arrival) -> Iterator[str]:
        """The originals, under names that say their content: an interrupted run finds its own again."""
        folder = f"{SUBMISSIONS_FOLDER}/{judged.understood.unit}/tep"
        for file, data in zip(arrival.files, arrival.originals, strict=True):
            name = keep_original(self.workspace.root / folder, file, data, dry_run=self.dry_run)
            if name is not None:
                yield f"{folder}/{name}"

    def _findings(self, path: SubmissionPath, text: str, judged: Judged) -> Iterator[Finding]:
        """What the rules say about the new receipt, with the places of the file that was sent."""
        examined = examine(path, text.encode(), self.ground)
        places = [
            *(one.index for one in examined.submission.receipts),
            *examined.submission.unreadable_receipts,
        ]
        last = max(places, default=0)
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
) -> AlreadyThere | NotRecorded | None:
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
            return NotRecorded(finding=TT649.at(Ref(file=judged.label), message, hint=hint))
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
    contents = [_content(one) for one in receipts] if isinstance(receipts, list) else []
    known = [one for one in contents if one is not None]
    return changes(known[-1], content_of(judged) or {}, judged.form) if known else None


def _content(receipt: Value) -> Mapping[str, Value] | None:
    content = receipt.get("noi_dung") if isinstance(receipt, dict) else None
    return content if isinstance(content, dict) else None
