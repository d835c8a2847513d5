"""``init``: makes a new workspace and never overwrites anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.model.plan import Plan
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
    files = {name: source.read_bytes() for name, source in _files(example=example)}
    parsed = parse_yaml(files["data/plan.yaml"], file="data/plan.yaml")
    plan, _ = decode_plan(parsed.value, file="data/plan.yaml")
    put_whole(root, {**files, **files_of_schema(plan)})
    return InitOutcome(root=root, made=tuple(files))


def put_whole(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a new or empty folder, unless one of them is there already.

    Raises:
        CannotContinueError: where a file that would be made is already there; nothing is changed.
    """
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


def files_of_schema(plan: Plan | None) -> dict[str, bytes]:
    """What the first line of each YAML file points editors to; submissions follow the plan's own forms."""
    files = {name: source.read_bytes() for name, source in assets.schema_files()}
    return {**files, "schema/submission.json": f"{schema_of_submissions(plan)}\n".encode()}


def _files(*, example: bool) -> list[tuple[str, Path]]:
    source = assets.example_files() if example else assets.starter_files()
    return sorted(source)
