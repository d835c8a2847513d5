"""Writes docs/rules.md from the catalogue of diagnostics; ``--check`` only compares (exit 1 when stale)."""

from __future__ import annotations

import sys
from pathlib import Path

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Severity
from truyenthong.operations.explain import FAMILIES

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "rules.md"
WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}


def document() -> str:
    """The whole page."""
    parts = [
        "# Các mã mà chương trình báo",
        "",
        "Trang này sinh ra từ `src/truyenthong/diagnostics/` bằng `make docs`; đừng sửa tay.",
        "Trên máy: `truyenthong explain TT103` in đúng mục của mã ấy.",
        "",
        "- **lỗi**: `validate` trả mã 1; bài nộp có lỗi chưa được tính là hợp lệ.",
        "- **cảnh báo**: nên xem lại; `validate --strict` mới trả mã 1.",
        "- **lưu ý**: để biết.",
    ]
    for title, family in FAMILIES:
        parts += ["", f"## {title}"]
        for one in sorted(family, key=lambda entry: entry.code):
            parts += ["", section(one)]
    return "\n".join(parts) + "\n"


def section(one: Diagnostic) -> str:
    """One code."""
    head = f"### {one.code}: {one.title} ({WORDS[one.severity]})"
    wrong, right = f"```\n{one.bad}\n```", f"```\n{one.good}\n```"
    return f"{head}\n\n{one.reason}\n\nVí dụ có lỗi:\n\n{wrong}\n\nSửa thành:\n\n{right}"


def main() -> int:
    """Writes or compares."""
    text = document()
    if "--check" in sys.argv:
        same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        print("docs/rules.md:", "đúng với danh mục" if same else "đã cũ, chạy «make docs»")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"đã viết {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
