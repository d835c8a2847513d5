"""``init``: makes a new workspace and never overwrites anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.workspace import assets, storage


@dataclass(frozen=True, slots=True, kw_only=True)
class InitOutcome:
    """The new workspace and the files made in it (relative names)."""

    root: Path
    made: tuple[str, ...]


def init(root: Path, *, example: bool) -> InitOutcome:
    """Makes a workspace in a new or empty folder, whole or not at all.

    Raises:
        CannotContinueError: where a file that would be made is already there; nothing is changed.
    """
    files = [(name, source.read_bytes()) for name, source in _files(example=example)]
    if root.exists() and not root.is_dir():
        raise CannotContinueError(f"{root} là một tệp, không phải thư mục.", hint="chọn tên khác.")
    with storage.locked(root):
        taken = [name for name, _ in files if (root / name).exists()]
        if taken:
            raise CannotContinueError(
                f"{root} đã có {', '.join(taken[:3])}: không ghi đè.",
                hint="chọn một thư mục mới hoặc thư mục trống.",
            )
        for name, data in files:
            storage.write_atomic(root / name, data)
    return InitOutcome(root=root, made=tuple(name for name, _ in files))


def _files(*, example: bool) -> list[tuple[str, Path]]:
    source = assets.example_files() if example else assets.starter_files()
    return sorted(source)
