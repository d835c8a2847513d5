"""``template new``: begins a report's template from another report's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truyenthong.documents.plan import decode_plan
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.reports import ReportEntry
from truyenthong.operations.choose import find_named
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.report.templates import read_template
from truyenthong.workspace import storage
from truyenthong.workspace.layout import PLAN_FILE, Workspace
from truyenthong.yamltext.edit import add_item, item_lines
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.scalars import Fault, parse_code
from truyenthong.yamltext.tree import Value

CATALOGUE = "bao_cao"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRequest:
    """What the user asked for.

    Attributes:
        code: the new report; one of the catalogue gets a template of its own to edit.
        source: the report whose template is the beginning.
        name: the new report's name; None: the source's, marked as a copy.
        add: the entry is added to the plan's catalogue.
    """

    code: str
    source: str
    name: str | None = None
    add: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTemplate:
    """The template that was made.

    Attributes:
        code: the report that it belongs to.
        path: where it is.
        entry: the lines of its entry in the catalogue; none where the catalogue has it.
        added: the entry was added to the plan.
        new: False where all of it was there already.
    """

    code: str
    path: Path
    entry: tuple[str, ...]
    added: bool
    new: bool = True


def new_template(workspace: Workspace, request: TemplateRequest) -> NewTemplate:
    """Copies the template of a report, the workspace's own or the built-in one, for another report.

    Raises:
        UsageError: no such report to begin from, or the code is none.
        CannotContinueError: another template has its place, or the plan cannot take the entry; nothing was
            changed. What already holds exactly these bytes is no other: a run that was stopped is finished.
    """
    work = ready(load(workspace))
    catalogue = {entry.code: entry for entry in work.plan.reports}
    source = find_named(catalogue, request.source, f"Không có báo cáo «{request.source}» để lấy mẫu.")
    data = read_template(workspace, source.template)
    known = next((one for one in work.plan.reports if one.code == request.code), None)
    path = workspace.templates / (known.template if known is not None else _file_name(request.code))
    with storage.locked(workspace.root):
        there = storage.holds(path, data)
        if path.exists() and not there:
            raise CannotContinueError(f"Đã có {path}: không ghi đè.", hint="mở tệp ấy bằng Word và sửa tiếp.")
        files = {} if there else {path: data}
        entry = _entry(work, source, request, path.name) if known is None else None
        if entry is not None and request.add:
            files[workspace.plan] = _with_entry(workspace, entry, request.code).encode()
        storage.write_all(files)
    return NewTemplate(
        code=request.code,
        path=path,
        entry=tuple(item_lines(entry, 2)) if entry is not None else (),
        added=workspace.plan in files,
        new=bool(files),
    )


def copy_template(workspace: Workspace, word: str) -> NewTemplate:
    """Puts the template of a report into the workspace, where it can be edited.

    Raises:
        UsageError: no such report.
        CannotContinueError: there is no such template. One that the workspace has already stays as it is.
    """
    reports = {entry.code: entry for entry in ready(load(workspace)).plan.reports}
    entry = find_named(reports, word, f"Không có báo cáo «{word}».")
    return new_template(workspace, TemplateRequest(code=entry.code, source=entry.code))


def _file_name(code: str) -> str:
    parsed = parse_code(code)
    if isinstance(parsed, Fault):
        hint = parsed.hint or "viết chữ thường không dấu, nối bằng gạch ngang, ví dụ so-ket."
        raise UsageError(f"Mã báo cáo: {parsed.message}.", hint=hint)
    return f"{parsed}.docx"


def _entry(work: Ready, source: ReportEntry, request: TemplateRequest, file: str) -> dict[str, Value]:
    """The source's entry as the plan has it, under the new code, name and template."""
    tree = parse_yaml(work.loaded.snapshot.files[PLAN_FILE], file=PLAN_FILE).value
    entries = tree.get(CATALOGUE) if isinstance(tree, dict) else None
    entry = entries[source.index] if isinstance(entries, list) else None
    if not isinstance(entry, dict):
        raise CannotContinueError("Không đọc lại được mục bao_cao của mẫu gốc trong data/plan.yaml.")
    name = request.name or f"{source.name} (bản mới)"
    return {**entry, "ma": request.code, "ten": name, "mau": file}


def _with_entry(workspace: Workspace, entry: dict[str, Value], code: str) -> str:
    text = storage.read_bytes(workspace.plan).decode("utf-8")
    changed = add_item(text, (CATALOGUE,), entry)
    plan, _ = decode_plan(parse_yaml(changed.encode(), file=PLAN_FILE).value, file=PLAN_FILE)
    if plan is None or code not in [one.code for one in plan.reports]:
        raise CannotContinueError(
            "Thêm mục vào bao_cao xong thì không đọc lại được, nên chưa ghi gì.",
            hint="bỏ --add, rồi tự chép mục được in ra vào data/plan.yaml.",
        )
    return changed
