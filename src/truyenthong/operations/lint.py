"""``lint``: compares Word files with the layout rules of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.nd30 import MAX_FILE, lint_document
from truyenthong.operations.load import load
from truyenthong.operations.validate import Located, ValidationOutcome
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace


def lint(
    files: Sequence[str], workspace: Workspace | None
) -> tuple[ValidationOutcome, tuple[CannotContinueError, ...]]:
    """The findings, file by file as they were named, in reading order; and why files could not be opened.

    Args:
        files: paths as typed.
        workspace: the slips of its own plan (``dinh_chinh``) are exempt; None without a workspace.

    Raises:
        UsageError: where a file does not exist or is a folder.
        CannotContinueError: where the plan cannot be read.
    """
    plan = load(workspace).records.plan if workspace is not None else None
    exempt = tuple(one.wrong for one in plan.corrections) if plan is not None else ()
    found: list[Located] = []
    refused: list[CannotContinueError] = []
    for name in files:
        try:
            data = _read(name)
        except CannotContinueError as error:  # the other files are looked at all the same
            refused.append(error)
            continue
        findings = lint_document(data, file=name, exempt=exempt)
        found.extend(Located(finding=one, span=None, excerpt=None) for one in findings)
    return ValidationOutcome(findings=tuple(found), files=len(files) - len(refused)), tuple(refused)


def _read(name: str) -> bytes:
    path = Path(name).absolute()
    if path.is_dir():
        raise UsageError(f"{name} không phải một tệp.", hint="gọi tên từng tệp .docx, hoặc «thu-muc/*.docx».")
    try:
        return storage.read_bytes(path, most=MAX_FILE)
    except FileNotFoundError as error:
        raise UsageError(f"Không có tệp {name}.", hint="kiểm tra lại tên tệp.") from error
