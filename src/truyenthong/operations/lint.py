"""``lint``: compares Word files with the layout rules of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from truyenthong.errors import UsageError
from truyenthong.nd30 import MAX_FILE, lint_document
from truyenthong.operations.load import load
from truyenthong.operations.validate import Located, ValidationOutcome
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace


def lint(files: Sequence[str], workspace: Workspace | None) -> ValidationOutcome:
    """The findings, file by file as they were named, in reading order.

    Args:
        files: paths as typed.
        workspace: the slips of its own plan (``dinh_chinh``) are exempt; None without a workspace.

    Raises:
        UsageError: where a file does not exist or is a folder.
        CannotContinueError: where it is no regular file, or far too large to be a paper.
    """
    plan = load(workspace).records.plan if workspace is not None else None
    exempt = tuple(one.wrong for one in plan.corrections) if plan is not None else ()
    found: list[Located] = []
    for name in files:
        findings = lint_document(_read(name), file=name, exempt=exempt)
        found.extend(Located(finding=one, span=None, excerpt=None) for one in findings)
    return ValidationOutcome(findings=tuple(found), files=len(files))


def _read(name: str) -> bytes:
    path = Path(name).absolute()
    if path.is_dir():
        raise UsageError(f"{name} không phải một tệp.", hint="gọi tên từng tệp .docx, hoặc «thu-muc/*.docx».")
    try:
        return storage.read_bytes(path, most=MAX_FILE)
    except FileNotFoundError as error:
        raise UsageError(f"Không có tệp {name}.", hint="kiểm tra lại tên tệp.") from error
