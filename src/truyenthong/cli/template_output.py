"""What ``template check`` and ``template fields`` show; finds nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.cli.tables import Cell, Table, table_text
from truyenthong.operations.annotating import AnnotatedTemplate
from truyenthong.operations.templating import FieldLine, TemplateOutcome, problem_line


def template_text(outcome: TemplateOutcome) -> str:
    """Every problem on a line of its own, and the count at the end."""
    lines = [problem_line(one.name, problem) for one in outcome.templates for problem in one.problems]
    count = sum(len(one.problems) for one in outcome.templates)
    lines.append(f"Đã kiểm tra {len(outcome.templates)} mẫu: {count or 'không có'} chỗ phải xem.")
    return "\n".join(lines)


def copies_text(annotated: Sequence[AnnotatedTemplate]) -> str:
    """Where the copies with comments are, a line each."""
    lines = [_copy_line(one) for one in annotated]
    return "\n".join(lines)


def _copy_line(one: AnnotatedTemplate) -> str:
    if one.copy is not None:
        return f"Đã viết {one.copy}: mở bằng Word, xem các chú thích (Review › Comments)."
    if one.checked.problems:
        return f"{one.checked.name}: tệp không mở được nên không có bản chú thích."
    return f"{one.checked.name}: không có gì để chú thích."


def fields_text(fields: Sequence[FieldLine]) -> str:
    """The fields as a table: name, kind, sentence, example."""
    rows = tuple(
        (Cell(text=one.name), Cell(text=one.kind), Cell(text=one.sentence), Cell(text=one.example))
        for one in fields
    )
    headings = ("Tên dùng trong mẫu", "Loại", "Là gì", "Ví dụ")
    return table_text(Table(title="Các ô của mẫu", headings=headings, rows=rows)).rstrip("\n")
