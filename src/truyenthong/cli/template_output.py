"""What the commands about templates show; finds nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.cli.tables import Cell, Table, table_text
from truyenthong.operations.annotating import AnnotatedTemplate
from truyenthong.operations.new_template import NewTemplate
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
        kept = f" Bản trước đã có người sửa, được giữ ở {one.kept}." if one.kept is not None else ""
        return f"Đã viết {one.copy}: mở bằng Word, xem các chú thích (Review › Comments).{kept}"
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


def new_text(new: NewTemplate) -> str:
    """Where the new template is, its entry of the catalogue, and what to do next."""
    lines = [f"Đã tạo {new.path}." if new.new else f"Đã có từ trước, không ghi gì thêm: {new.path}."]
    if new.added:
        lines += ["Đã thêm vào bao_cao của data/plan.yaml:", *new.entry]
    elif new.entry:
        lines += ["Thêm mục này vào cuối bao_cao của data/plan.yaml (hoặc chạy lại với --add):", *new.entry]
    steps = [
        "mở mẫu bằng Word, sửa lời; giữ các ô trong {{ }} và {% %}",
        f"xem mẫu được dùng những ô nào: truyenthong template fields {new.code}",
        "kiểm tra: truyenthong template check, truyenthong validate",
        f"làm báo cáo: truyenthong report {new.code}",
    ]
    if new.entry:
        steps.insert(0, "xem lại trich_yeu, nguoi_ky, kinh_gui, noi_nhan của mục ấy")
    lines.append("Việc tiếp theo:")
    lines += [f"  {number}. {step}" for number, step in enumerate(steps, start=1)]
    return "\n".join(lines)
