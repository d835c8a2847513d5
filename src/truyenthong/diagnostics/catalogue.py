"""The catalogue as a whole: every family in the order of its codes; says nothing itself."""

from __future__ import annotations

from truyenthong.diagnostics import (
    appendices,
    decoding,
    fields,
    forms,
    intake,
    intake_contents,
    mail,
    nd30,
    plan,
    register_sheet,
    registers,
    submissions,
    templates,
    units,
    word_forms,
    workspace,
    yaml,
)
from truyenthong.diagnostics.kinds import Diagnostic

FAMILIES: tuple[tuple[str, tuple[Diagnostic, ...]], ...] = (
    ("Chữ trong tệp YAML", yaml.ALL),
    ("Khóa và giá trị", (*fields.ALL, *decoding.ALL)),
    ("Biểu mẫu và biểu thức", forms.ALL),
    ("Kế hoạch", plan.ALL),
    ("Đơn vị và lịch", units.ALL),
    ("Bài nộp", (*submissions.ALL, *workspace.ALL)),
    ("Sổ theo dõi", registers.ALL),
    ("Mẫu Word", templates.ALL),
    ("Thể thức theo Nghị định 30", nd30.ALL),
    ("Biểu mẫu gửi đơn vị", word_forms.ALL),
    ("Tiếp nhận", (*mail.ALL, *intake.ALL, *intake_contents.ALL)),
    ("Phụ lục nhận từ Word", appendices.ALL),
    ("Sổ theo dõi Excel", register_sheet.ALL),
)
"""All entries by family, in the order of their codes."""


def find_diagnostic(code: str) -> Diagnostic | None:
    """The entry of a code, or None."""
    return next((one for _, family in FAMILIES for one in family if one.code == code), None)


def known_codes() -> tuple[str, ...]:
    """All codes in order."""
    return tuple(one.code for _, family in FAMILIES for one in family)
