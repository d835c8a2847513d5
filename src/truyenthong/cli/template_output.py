"""What ``template check`` and ``template fields`` show; finds nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.cli.tables import Cell, Table, table_text
from truyenthong.operations.templating import FieldLine, TemplateOutcome, problem_line


def template_text(outcome: TemplateOutcome) -> str:
    """Every problem on a line of its own, and the count at the end."""
    lines = [problem_line(one.name, problem) for one in outcome.templates for problem in one.problems]
    count = sum(len(one.problems) for one in outcome.templates)
    lines.append(f"Đã kiểm tra {len(outcome.templates)} mẫu: {count or 'không có'} chỗ phải xem.")
    return "\n".join(lines)


def fields_text(fields: Sequence[FieldLine]) -> str:
    """The fields as a table: name, kind, sentence, example."""
    rows = tuple(
        (Cell(text=one.name), Cell(text=one.kind), Cell(text=one.sentence), Cell(text=one.example))
        for one in fields
    )
    headings = ("Tên dùng trong mẫu", "Loại", "Là gì", "Ví dụ")
    return table_text(Table(title="Các ô của mẫu", headings=headings, rows=rows)).rstrip("\n")
