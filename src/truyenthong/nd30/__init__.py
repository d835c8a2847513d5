"""Compares any ``.docx`` with the layout rules of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Collection

from truyenthong.findings import Finding, Ref
from truyenthong.nd30.archive import MAX_FILE, NotWordError
from truyenthong.nd30.paragraphs import read_paper
from truyenthong.nd30.recognition import recognise
from truyenthong.nd30.rules import annexes, feet, headings, heads, pages, rulers, texts, wording
from truyenthong.nd30.rules.pages import TT500, TT516
from truyenthong.nd30.sheet import Rule, Sheet

__all__ = ["MAX_FILE", "lint_document"]

RULES: tuple[Rule, ...] = (
    *pages.RULES,
    *heads.RULES,
    *rulers.RULES,
    *texts.RULES,
    *headings.RULES,
    *wording.RULES,
    *feet.RULES,
    *annexes.RULES,
)


def lint_document(data: bytes, *, file: str, exempt: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every finding about a ``.docx`` in reading order; a template's tags are not checked as words.

    Args:
        data: the file.
        file: its name, for the findings.
        exempt: words that are not reported (the plan's own slips, from ``dinh_chinh``).
    """
    try:
        paper = read_paper(data)
    except NotWordError as error:
        return (TT500.at(Ref(file=file), str(error), hint=error.hint),)
    known = recognise(paper)
    if known.outside is not None:
        return (TT516.at(Ref(file=file), known.outside),)
    sheet = Sheet(file=file, paper=paper, known=known, exempt=exempt)
    found = (finding for rule in RULES for finding in rule(sheet))
    places = {one.spot: place for place, one in reversed(list(enumerate(paper.paragraphs)))}
    return tuple(sorted(found, key=lambda one: places.get(one.ref.spot or "", -1)))
