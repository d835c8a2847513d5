"""``template check --annotate``: copies of templates with a Word comment at each fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from truyenthong.errors import UsageError
from truyenthong.operations.templating import CheckedTemplate, check
from truyenthong.word.annotate import annotate
from truyenthong.word.package import ArchiveError, PartError
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder

MARK = ".chu-thich"
"""Stands in the name of a copy before its ending: ``tien-do.chu-thich.docx``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedTemplate:
    """One template that was looked at.

    Attributes:
        copy: where its copy with comments was written; None where there was nothing to mark or where the
            file cannot be opened.
        kept: where an earlier copy went that a person had changed.
    """

    checked: CheckedTemplate
    copy: Path | None
    kept: Path | None = None


def check_and_annotate(
    workspace: Workspace, files: Sequence[Path], *, folder: Path | None, day: date, now: datetime
) -> tuple[AnnotatedTemplate, ...]:
    """Checks templates and writes a copy with comments of each that has something to see to.

    Args:
        workspace: whose catalogue says which fields a template may use.
        files: the templates.
        folder: where the copies go; None: beside the templates.
        day: when the comments count as written.
        now: the run's moment, for the names of copies that people had changed.

    Raises:
        UsageError: no file, or one that does not exist, or two copies of the same name.
        CannotContinueError: a copy cannot be written.
    """
    if not files:
        raise UsageError(
            "--annotate cần tên các tệp mẫu.", hint="ví dụ: truyenthong template check templates/tien-do.docx"
        )
    targets = [_target(path, folder) for path in files]
    if len(set(targets)) < len(targets):
        raise UsageError("Hai tệp cùng tên sẽ ghi đè bản chú thích của nhau.", hint="chạy riêng từng tệp.")
    outcome = check(workspace, files)
    moment = datetime.combine(day, time.min, tzinfo=UTC)
    return tuple(
        _annotated(path, OutputFolder(folder=target.parent, now=now), target, checked, moment)
        for path, target, checked in zip(files, targets, outcome.templates, strict=True)
    )


def _target(path: Path, folder: Path | None) -> Path:
    return (path.parent if folder is None else folder) / f"{path.stem}{MARK}{path.suffix}"


def _annotated(
    path: Path, out: OutputFolder, target: Path, checked: CheckedTemplate, moment: datetime
) -> AnnotatedTemplate:
    if not checked.problems:
        return AnnotatedTemplate(checked=checked, copy=None)
    try:
        data = annotate(storage.read_bytes(path), checked.problems, moment=moment)
    except (ArchiveError, PartError):  # that it cannot be opened is one of the problems
        return AnnotatedTemplate(checked=checked, copy=None)
    with storage.locked(out.folder):
        put = out.put({target.name: data})
    return AnnotatedTemplate(checked=checked, copy=target, kept=put.kept.get(target))
