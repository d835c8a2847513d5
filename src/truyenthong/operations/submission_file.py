"""Where a paper belongs: the row of a duty in a period, the file of the submission; writes nothing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from pathlib import Path

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Severity
from truyenthong.model.plan import Obligation
from truyenthong.model.submissions import SentFile, Submission
from truyenthong.model.units import Unit
from truyenthong.operations.choose import find_period
from truyenthong.operations.examine import Ground, examine
from truyenthong.operations.load import Ready
from truyenthong.progress.rows import Progress, Row, State
from truyenthong.text import nearest, nfc
from truyenthong.workspace import storage
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER, SubmissionPath, Workspace
from truyenthong.yamltext.edit import add_item, add_key, write_yaml
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a paper belongs, and what stands there already.

    Attributes:
        path: the submission's file; the usual name where there is none yet.
        before: the submission that stands there.
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


def find_slot(work: Ready, obligation: str, period: str | None, unit: Unit | None, *, day: date) -> Target:
    """The row of the duty in the period as the plan stands on ``day``.

    Args:
        work: what was loaded.
        obligation: the duty's code.
        period: a period as people write it.
        unit: whose duty; may be None where the plan gives it to one unit alone.
        day: decides who owes the duty.

    Raises:
        UsageError: no such duty or period, a period missing or too many, a unit that does not owe it.
    """
    duties = work.plan.obligations_by_code
    duty = duties.get(obligation)
    if duty is None:
        near = nearest(obligation, tuple(duties))
        raise UsageError(f"Không có nhiệm vụ «{obligation}».", hint=f"có phải «{near}»?" if near else None)
    row = _row_of(work.progress(day), duty, _period(work, duty, period), unit)
    name = f"{duty.code}@{row.period_code}" if row.period_code is not None else duty.code
    path = SubmissionPath.of(f"{SUBMISSIONS_FOLDER}/{row.unit.code}/{name}.yaml")
    kept = [one for one in work.loaded.records.submissions if one.location.key == path.key]
    if kept:
        path = kept[0].location
    return Target(work=work, row=row, path=path, before=kept[0].submission if kept else None)


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


def _row_of(board: Progress, duty: Obligation, period: str | None, unit: Unit | None) -> Row:
    rows = [
        row
        for row in board.rows
        if row.obligation.code == duty.code and row.period_code == period and row.state is not State.EXEMPT
    ]
    mine = rows if unit is None else [row for row in rows if row.unit.code == unit.code]
    if len(mine) == 1:
        return mine[0]
    if unit is not None:
        raise UsageError(
            f"{unit.name} không có nhiệm vụ «{duty.code}» trong kỳ này.", hint="xem lại đơn vị và kỳ."
        )
    names = ", ".join(row.unit.code for row in rows[:5])
    raise UsageError(
        f"Nhiệm vụ «{duty.code}» là của {len(rows)} đơn vị, chưa biết đơn vị nào.",
        hint=f"thêm --unit, ví dụ: {names}." if rows else "xem lại kỳ và nơi giao nhiệm vụ (nop_boi).",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A submission's file before and after a change; ``before`` is None for a new file."""

    path: SubmissionPath
    before: bytes | None
    text: str


def refuse_new_errors(
    work: Ready, changes: Sequence[Rewritten], *, today: date
) -> dict[str, tuple[Finding, ...]]:
    """What the rules say about the files as they would be: by name, without errors that stood there before.

    Raises:
        CannotContinueError: a file would have an error that it does not have now.
    """
    ground = Ground.of(work.plan, work.roster, work.calendar, unread=work.loaded.unread, today=today)
    told = {}
    for one in changes:
        before = () if one.before is None else examine(one.path, one.before, ground).findings
        known = {(old.code, old.ref.path) for old in before}
        after = examine(one.path, one.text.encode(), ground).findings
        new = [finding for finding in after if (finding.code, finding.ref.path) not in known]
        errors = [finding for finding in new if finding.severity is Severity.ERROR]
        if errors:
            lines = "\n".join(f"  {finding.code}: {finding.message}" for finding in errors)
            raise CannotContinueError(
                f"Chưa ghi gì vì ghi xong {one.path.name} sẽ có thêm {len(errors)} lỗi:\n{lines}",
                hint="xem lại những điều ghi trên dòng lệnh.",
            )
        told[one.path.name] = tuple(new)
    return told


def append_receipt(
    workspace: Workspace,
    path: SubmissionPath,
    entry: Value,
    *,
    check: Callable[[str], None] | None = None,
) -> str:
    """Adds one entry of ``lan_nop`` to a submission's file and returns the file's new text.

    The file is made where it is not there yet; else comments, order and wording of the rest stay. Whoever
    reads the submission before and decides by it holds ``storage.locked(workspace.root)`` around both.

    Args:
        workspace: the workspace.
        path: the submission's file.
        entry: plain values, as ``sources.encode_submission.encode_receipt`` gives them; texts that the form
            would refuse are kept as they were typed.
        check: is handed the new text before anything is written; what it raises stops the writing.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to; nothing was changed.
        FileInUseError: the file is open elsewhere.
    """
    target = workspace.root / path.name
    try:
        before = storage.read_bytes(target)
    except FileNotFoundError:
        before = None
    text = with_receipt(before, path, entry)
    if check is not None:
        check(text)
    storage.write_atomic(target, text.encode())
    return text


def with_receipt(before: bytes | None, path: SubmissionPath, entry: Value, *, under: str = "lan_nop") -> str:
    """The text of a submission's file with one more receipt; ``before`` is what stands there, if anything.

    Args:
        before: the bytes of the file; None where there is none.
        path: its path, which says whose it is.
        entry: the receipt as plain values.
        under: the list that it goes into: ``lan_nop``, or ``da_gui`` for what was sent to others.

    Raises:
        SpliceError: the file has faults, or is written in a way that cannot be added to.
        CannotContinueError: the file is not UTF-8.
    """
    if before is None:
        keys: dict[str, Value] = {"don_vi": path.unit, "nhiem_vu": path.obligation}
        if path.period is not None:
            keys["ky"] = path.period
        return write_yaml({**keys, under: [entry]})
    try:
        text = before.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotContinueError(
            f"{path.name} không phải UTF-8 nên chưa ghi thêm.",
            hint="chạy «truyenthong validate» và sửa tệp ấy trước.",
        ) from error
    tree = parse_yaml(before, file=path.name).value
    if isinstance(tree, dict) and under in tree:
        return add_item(text, (under,), entry)
    return add_key(text, (), under, [entry])


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
