"""The one door to a submission's file: where a paper belongs, what a change would do, its originals."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count, islice
from pathlib import Path

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.plan import Obligation
from truyenthong.model.submissions import SentFile, Submission
from truyenthong.model.units import Unit
from truyenthong.operations.choose import find_duty, find_period, read_named
from truyenthong.operations.examine import Ground, examine
from truyenthong.operations.load import Ready
from truyenthong.progress.rows import Row, State
from truyenthong.text import nfc
from truyenthong.workspace import storage
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, SubmissionPath, Workspace, is_yaml_name
from truyenthong.yamltext.edit import add_item, add_key, write_yaml
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value

MEND_FIRST = "chạy «truyenthong validate» và sửa tệp ấy trước."
"""The hint where a file cannot be added to as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a paper belongs, and what is there already.

    Attributes:
        path: the submission's file; the usual name where there is none yet.
        before: the submission in it.
    """

    work: Ready
    row: Row
    path: SubmissionPath
    before: Submission | None

    @property
    def unit(self) -> Unit:
        """Whose duty it is."""
        return self.row.unit

    @property
    def obligation(self) -> Obligation:
        """The duty."""
        return self.row.obligation

    @property
    def data(self) -> bytes | None:
        """The bytes of the file as they were read; None where there is none."""
        return None if self.before is None else self.work.loaded.snapshot.content(self.path.name)


def find_target(work: Ready, obligation: str, period: str | None, unit: Unit | None, *, day: date) -> Target:
    """The row of the duty in the period, as things are on ``day``.

    Args:
        work: what was loaded.
        obligation: the duty's code.
        period: a period as people write it.
        unit: whose duty; may be None where the plan gives it to one unit alone.
        day: decides who owes the duty.

    Raises:
        UsageError: no such duty or period, a period missing or too many, a unit that does not owe it.
    """
    rows = owing_rows(work, obligation, period, day=day)
    if unit is not None and unit.code not in rows:
        raise not_owing(unit, obligation)
    mine = [*rows.values()] if unit is None else [rows[unit.code]]
    if len(mine) == 1:
        return target_of(work, mine[0])
    names = ", ".join([*rows][:5])
    raise UsageError(
        f"Nhiệm vụ «{obligation}» là của {len(rows)} đơn vị, chưa biết đơn vị nào.",
        hint=f"thêm --unit, ví dụ: {names}." if rows else "xem lại kỳ và nơi giao nhiệm vụ (nop_boi).",
    )


def owing_rows(work: Ready, obligation: str, period: str | None, *, day: date) -> dict[str, Row]:
    """The rows of a duty in a period by the unit that owes it, as things are on ``day``.

    Raises:
        UsageError: no such duty or period, a period missing or too many.
    """
    duty = find_duty(work.plan, obligation)
    code = _period(work, duty, period)
    return {
        row.unit.code: row
        for row in work.progress(day).rows
        if row.obligation.code == duty.code and row.period_code == code and row.state is not State.EXEMPT
    }


def not_owing(unit: Unit, obligation: str) -> UsageError:
    """The error of a unit that does not owe the duty in the period."""
    return UsageError(
        f"{unit.name} không có nhiệm vụ «{obligation}» trong kỳ này.", hint="xem lại đơn vị và kỳ."
    )


def target_of(work: Ready, row: Row) -> Target:
    """Where a paper for this row belongs."""
    path = _usual_path(*row.key)
    for one in work.loaded.records.submissions:
        if one.location.key == path.key:
            return Target(work=work, row=row, path=one.location, before=one.submission)
    return Target(work=work, row=row, path=path, before=None)


def find_file(
    workspace: Workspace, unit: str, obligation: str, period: str | None
) -> tuple[SubmissionPath, bytes | None]:
    """The submission's file as it is on the disk now, under whatever spelling, and its bytes."""
    # The disk and not the snapshot: an earlier file of the same run may have made or changed it.
    usual = _usual_path(unit, obligation, period)
    folder = f"{SUBMISSIONS_FOLDER}/{unit}"
    for name in filter(is_yaml_name, storage.list_files(workspace.root / folder)):
        path = SubmissionPath.of(f"{folder}/{name}")
        if path.key == usual.key:
            return path, storage.read_bytes(workspace.root / path.name)
    return usual, None


def _usual_path(unit: str, obligation: str, period: str | None) -> SubmissionPath:
    name = f"{obligation}@{period}" if period is not None else obligation
    return SubmissionPath.of(f"{SUBMISSIONS_FOLDER}/{unit}/{name}.yaml")


def _period(work: Ready, duty: Obligation, period: str | None) -> str | None:
    codes = [one.code for one in work.plan.periods(duty) if one is not None]
    if period is None and len(codes) > 1:
        raise UsageError(
            f"Nhiệm vụ «{duty.code}» chia kỳ, chưa ghi kỳ nào.", hint=f"ghi một kỳ, ví dụ {codes[0]}."
        )
    if period is None:
        return codes[0] if codes else None
    code = find_period(work.plan, period)
    if code not in codes:
        hint = f"có: {', '.join(codes)}." if codes else "nhiệm vụ này không chia kỳ: bỏ kỳ đi."
        raise UsageError(f"Nhiệm vụ «{duty.code}» không có kỳ «{period}».", hint=hint)
    return code


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A submission's file before and after a change; ``before`` is None for a new file."""

    path: SubmissionPath
    before: bytes | None
    text: str


def add_entry(before: bytes | None, path: SubmissionPath, under: str, entry: Value) -> str:
    """The text of a submission's file with one more entry; comments and order of the rest stay.

    Args:
        before: the bytes of the file; None where there is none.
        path: its path, which says whose it is.
        under: the list that it goes into: ``lan_nop``, ``da_gui`` or ``gia_han``.
        entry: plain values; texts that the form would refuse are kept as they were typed.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to.
        CannotContinueError: the file is not UTF-8.
    """
    if before is not None:
        return with_items(text_of(before, path.name), under, [entry])
    keys: dict[str, Value] = {"don_vi": path.unit, "nhiem_vu": path.obligation}
    if path.period is not None:
        keys["ky"] = path.period
    return write_yaml({**keys, under: [entry]})


def text_of(data: bytes, name: str, *, undone: str = "chưa ghi thêm") -> str:
    """The text of a file that is to be added to.

    Raises:
        CannotContinueError: the file is not UTF-8.
    """
    # Strictly UTF-8, though the reader takes old encodings too: a splice would mix two in one file.
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotContinueError(f"{name} không phải UTF-8 nên {undone}.", hint=MEND_FIRST) from error


def with_items(text: str, key: str, items: Sequence[Value]) -> str:
    """The text of a file with further items in the list under a key at its top.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to.
    """
    tree = parse_yaml(text.encode(), file="").value
    if not items:
        return text
    if not isinstance(tree, dict) or key not in tree:
        return add_key(text, (), key, list(items))
    for one in items:
        text = add_item(text, (key,), one)
    return text


def new_findings(change: Rewritten, ground: Ground) -> tuple[Finding, ...]:
    """What the rules say about a file as it would be, and do not say about it now.

    Raises:
        CannotContinueError: the file would have an error that it does not have now.
    """
    before = () if change.before is None else examine(change.path, change.before, ground).findings
    known = {(one.code, one.ref.path) for one in before}
    after = examine(change.path, change.text.encode(), ground).findings
    new = tuple(one for one in after if (one.code, one.ref.path) not in known)
    refuse_errors(
        new,
        f"Chưa ghi gì vì ghi xong {change.path.name} sẽ có thêm",
        hint="xem lại những điều ghi trên dòng lệnh.",
    )
    return new


def refuse_errors(findings: Iterable[Finding], head: str, *, hint: str) -> None:
    """Stops a change that leaves errors in the file.

    Raises:
        CannotContinueError: any finding is an error; ``head`` begins the sentence that counts them.
    """
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if errors:
        lines = "\n".join(f"  {one.code}: {one.message}" for one in errors)
        raise CannotContinueError(f"{head} {len(errors)} lỗi:\n{lines}", hint=hint)


def rewrite(work: Ready, changes: Sequence[Rewritten], *, today: date) -> dict[str, tuple[Finding, ...]]:
    """Writes changes of several files, all or none; what the rules newly say, by file, no error among it.

    The caller has read the files under ``storage.locked(workspace.root)`` and still holds it.

    Raises:
        CannotContinueError: a file would have an error that it does not have now, or cannot be written.
        FileInUseError: a file is open elsewhere.
    """
    ground = work.ground(today)
    notes = {one.path.name: new_findings(one, ground) for one in changes}
    root = work.loaded.workspace.root
    storage.write_all({root / one.path.name: one.text.encode() for one in changes})
    return notes


def add(
    target: Target, under: str, entry: Value, *, today: date, originals: Sequence[Original] = ()
) -> tuple[Finding, ...]:
    """Adds one entry to the target's file; what the rules newly say about it, no error among it.

    Raises:
        CannotContinueError: as ``rewrite``; then nothing was changed.
        FileInUseError: the file is open elsewhere.
    """
    text = add_entry(target.data, target.path, under, entry)
    change = Rewritten(path=target.path, before=target.data, text=text)
    findings = new_findings(change, target.work.ground(today))
    root = target.work.loaded.workspace.root
    # The originals first: a run that is stopped between them and the text is simply run again.
    keep_originals(root, originals_folder(target.unit.code), originals)
    storage.write_atomic(root / target.path.name, text.encode())
    return findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it came: its name and SHA-256, and its bytes."""

    file: SentFile
    data: bytes = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Original:
        """The file that a user named with ``--file``.

        Raises:
            UsageError: there is none.
        """
        data = read_named(path, "--file")
        return cls(file=SentFile(name=path.name, sha256=hashlib.sha256(data).hexdigest()), data=data)


def originals_folder(unit: str) -> str:
    """Where the files of a unit's submissions are kept, relative to the root."""
    return f"{SUBMISSIONS_FOLDER}/{unit}/tep"


def keep_originals(
    root: Path, folder: str, originals: Iterable[Original], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Keeps files in a folder of the workspace; the names of those that were not kept yet."""
    names = [keep_original(root / folder, one.file, one.data, dry_run=dry_run) for one in originals]
    return tuple(f"{folder}/{name}" for name in names if name is not None)


_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+')
"""What systems refuse, and what a terminal obeys or shows in another order."""
_LONGEST_BYTES = 120
"""Bytes of UTF-8: file systems take 255 for a whole name, and a temporary name is longer than the file's."""
_SHA_DIGITS = 12
_MOST_NAMES = 8
"""Under how many names a file is looked for: the usual one, the long one, and those beside damaged files."""


def keep_original(folder: Path, file: SentFile, data: bytes, *, dry_run: bool = False) -> str | None:
    """Keeps a file as it was received; its new name in the folder, None where these bytes are kept already.

    Args:
        folder: where the originals lie.
        file: its name and SHA-256.
        data: its bytes.
        dry_run: nothing is written.
    """
    for name in _names(file):
        path = folder / name
        if storage.holds(path, data):
            return None
        if not path.exists():
            if not dry_run:
                storage.write_atomic(path, data)
            return name
    raise AssertionError("there is always a free name")


def read_original(folder: Path, file: SentFile) -> bytes | None:
    """The bytes of a file as it was received; None where no file of the folder holds them (any more)."""
    for name in islice(_names(file), _MOST_NAMES) if file.sha256 is not None else ():
        try:
            data = storage.read_bytes(folder / name)
        except FileNotFoundError:
            continue
        if hashlib.sha256(data).hexdigest() == file.sha256:
            return data
    return None


def kept_name(file: SentFile) -> str:
    """``0123456789ab-bao-cao.docx``: the first digits of the SHA-256, and a name that every system takes."""
    return next(_names(file))


def _names(file: SentFile) -> Iterator[str]:
    """The names that a file may have: short; whole where another content has the short one; then numbered."""
    digest, name = file.sha256 or "", safe_name(file.name)
    yield f"{digest[:_SHA_DIGITS]}-{name}"
    yield f"{digest}-{name}"
    yield from (f"{digest}-{number}-{name}" for number in count(2))


def safe_name(name: str) -> str:
    """A file's name without what a system refuses, short enough, its ending kept."""
    clean = " ".join(_UNSAFE.sub(" ", nfc(name)).split()).strip(". ") or "khong-ten"
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = clean, "", ""
    most = _LONGEST_BYTES - len(f"{dot}{ending}".encode())
    short = stem.encode()[:most].decode("utf-8", "ignore").rstrip(". ")
    return f"{short}{dot}{ending}"
