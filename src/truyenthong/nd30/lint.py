"""Holds a Word file against the checkable rules of Nghị định 30/2020/NĐ-CP; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from truyenthong.diagnostics.nd30 import TT500
from truyenthong.findings import Finding, Ref
from truyenthong.nd30 import feet, heads, letters, pages, texts
from truyenthong.nd30.elements import recognise
from truyenthong.nd30.judging import Sheet
from truyenthong.nd30.reading import NotWordError, read_paper

RULES: tuple[Callable[[Sheet], Iterator[Finding]], ...] = (
    *pages.RULES,
    *letters.RULES,
    *heads.RULES,
    *texts.RULES,
    *feet.RULES,
)


def lint_document(data: bytes, *, file: str, exempt: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every finding about a ``.docx``; a template's tags are not judged as words.

    Args:
        data: the file.
        file: its name, for the findings.
        exempt: words that may stand as they are (the plan's own slips, from ``dinh_chinh``).
    """
    try:
        paper = read_paper(data)
    except NotWordError as error:
        return (TT500.at(Ref(file=file), str(error), hint="mở bằng Word rồi lưu lại thành .docx"),)
    sheet = Sheet(file=file, paper=paper, known=recognise(paper), exempt=exempt)
    return tuple(finding for rule in RULES for finding in rule(sheet))
