"""``init``: makes a new workspace, whole or finished by the next run; overwrites nothing."""

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
from truyenthong.workspace.layout import PLAN_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class InitOutcome:
    """The new workspace and its files (relative names), made now or by a run that was stopped."""

    root: Path
    made: tuple[str, ...]


def init(root: Path, *, example: bool) -> InitOutcome:
    """Makes a workspace in a new or empty folder; a run that was stopped is finished by the next one.

    Raises:
        CannotContinueError: where another file has the place of one that would be made; nothing is changed.
    """
    files = {name: storage.read_bytes(source) for name, source in _files(example=example)}
    parsed = parse_yaml(files[PLAN_FILE], file=PLAN_FILE)
    plan, _ = decode_plan(parsed.value, file=PLAN_FILE)
    put_whole(root, {**files, **files_of_schema(plan)})
    return InitOutcome(root=root, made=tuple(files))


def put_whole(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a new or empty folder; what already holds exactly these bytes stays as it is.

    The plan comes last: a folder without one is no workspace yet.

    Raises:
        CannotContinueError: where another file has the place of one of them; nothing is changed.
    """
    if root.exists() and not root.is_dir():
        raise CannotContinueError(f"{root} là một tệp, không phải thư mục.", hint="chọn tên khác.")
    with storage.locked(root):
        missing = [name for name, data in files.items() if not storage.holds(root / name, data)]
        taken = [name for name in missing if (root / name).exists()]
        if taken:
            raise CannotContinueError(
                f"{root} đã có {', '.join(taken[:3])}: không ghi đè.",
                hint="chọn một thư mục mới hoặc thư mục trống.",
            )
        in_order = sorted(missing, key=lambda name: name == PLAN_FILE)
        storage.write_all({root / name: files[name] for name in in_order})


def files_of_schema(plan: Plan | None) -> dict[str, bytes]:
    """What the first line of each YAML file points editors to; submissions follow the plan's own forms."""
    files = {name: storage.read_bytes(source) for name, source in assets.schema_files()}
    return {**files, "schema/submission.json": f"{schema_of_submissions(plan)}\n".encode()}


def _files(*, example: bool) -> list[tuple[str, Path]]:
    source = assets.example_files() if example else assets.starter_files()
    return sorted(source)
