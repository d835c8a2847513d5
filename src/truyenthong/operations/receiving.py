"""Puts one more receipt into a submission's file, new or spliced; decides nothing about what it says."""

from __future__ import annotations

from collections.abc import Callable

from truyenthong.errors import CannotContinueError
from truyenthong.sources.building import Value
from truyenthong.sources.splice import add_item, add_key
from truyenthong.sources.writing import write_yaml
from truyenthong.sources.yaml_tree import parse_yaml
from truyenthong.workspace import storage
from truyenthong.workspace.layout import SubmissionPath, Workspace


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
