"""The whole catalogue: every family of entries in the order of its codes."""

from __future__ import annotations

from truyenthong.diagnostics import (
    appendices,
    fields,
    forms,
    intake,
    plan,
    register_sheet,
    registers,
    submissions,
    templates,
    units,
    word_forms,
    yaml,
)
from truyenthong.diagnostics.kinds import Diagnostic, entries
from truyenthong.nd30.rules import annexes, feet, headings, heads, pages, rulers, texts, wording

FAMILIES: tuple[tuple[str, tuple[Diagnostic, ...]], ...] = (
    ("Chữ trong tệp YAML", entries(yaml)),
    ("Khóa và giá trị", entries(fields)),
    ("Biểu mẫu và biểu thức", entries(forms)),
    ("Kế hoạch", entries(plan)),
    ("Đơn vị và lịch", entries(units)),
    ("Bài nộp", entries(submissions)),
    ("Sổ theo dõi", entries(registers)),
    ("Mẫu Word", entries(templates)),
    ("Thể thức theo Nghị định 30", entries(pages, heads, rulers, texts, headings, wording, feet, annexes)),
    ("Biểu mẫu gửi đơn vị", entries(word_forms)),
    ("Tiếp nhận", entries(intake)),
    ("Phụ lục nhận từ Word", entries(appendices)),
    ("Sổ theo dõi Excel", entries(register_sheet)),
)
"""All entries by family, in the order of their codes."""


def find_diagnostic(code: str) -> Diagnostic | None:
    """The entry of a code, or None."""
    return next((one for _, family in FAMILIES for one in family if one.code == code), None)


def known_codes() -> tuple[str, ...]:
    """All codes in order."""
    return tuple(one.code for _, family in FAMILIES for one in family)
