"""Layout rules of Nghị định 30/2020/NĐ-CP, read off any ``.docx``; knows no plan and no template engine."""

from truyenthong.nd30.archive import MAX_FILE
from truyenthong.nd30.lint import lint_document

__all__ = ["MAX_FILE", "lint_document"]
