"""``init``: makes a new workspace and never overwrites anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.operations.schemas import schema_of_submissions
from truyenthong.sources.decode_plan import decode_plan
from truyenthong.sources.yaml_tree import parse_yaml
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
    files = _with_its_own_forms({name: source.read_bytes() for name, source in _files(example=example)})
    if root.exists() and not root.is_dir():
        raise CannotContinueError(f"{root} là một tệp, không phải thư mục.", hint="chọn tên khác.")
    with storage.locked(root):
        taken = [name for name in files if (root / name).exists()]
        if taken:
            raise CannotContinueError(
                f"{root} đã có {', '.join(taken[:3])}: không ghi đè.",
                hint="chọn một thư mục mới hoặc thư mục trống.",
            )
        for name, data in files.items():
            storage.write_atomic(root / name, data)
    return InitOutcome(root=root, made=tuple(files))


def _with_its_own_forms(files: dict[str, bytes]) -> dict[str, bytes]:
    """The schema of submissions follows the forms of the plan that comes with it."""
    parsed = parse_yaml(files["data/plan.yaml"], file="data/plan.yaml")
    plan, _ = decode_plan(parsed.value, file="data/plan.yaml")
    return {**files, "schema/submission.json": f"{schema_of_submissions(plan)}\n".encode()}


def _files(*, example: bool) -> list[tuple[str, Path]]:
    source = assets.example_files() if example else assets.starter_files()
    return sorted(source)
