"""Decides which paragraphs, rows and cells give way to the block tags that they hold alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from truyenthong.diagnostics import templates as tt
from truyenthong.ooxml.paragraphs import join
from truyenthong.ooxml.xml import TBL, TC, TR, Element, P, W
from truyenthong.word.problems import Problem, problem
from truyenthong.word.reading.parse import TaggedParagraph
from truyenthong.word.reading.weaver import lift, lift_out, weave
from truyenthong.word.running.ink import Site
from truyenthong.word.running.tags import Role, Scope, Tag

_NAMES = {
    Scope.PARAGRAPH: ("đoạn", "đặt thẻ một mình trong một đoạn, hoặc bỏ chữ «p» sau {%"),
    Scope.ROW: ("dòng của bảng", "đặt mỗi thẻ một mình trong một dòng riêng, trên và dưới các dòng cần lặp"),
    Scope.CELL: ("ô của bảng", "đặt mỗi thẻ một mình trong một ô riêng, trước và sau các ô cần lặp"),
}
_OUTSIDE = "bỏ chữ «tr» hoặc «tc» sau {%, hoặc đưa thẻ vào bảng"


@dataclass(slots=True, kw_only=True)
class Lifter:
    """Places all tags of a part.

    Attributes:
        sites: where its prints print, by the number of the tag.
        refused: the numbers of the tags that stand where they cannot be lifted.
    """

    paragraphs: Sequence[TaggedParagraph]
    sites: dict[int, Site] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    _done: set[int] = field(default_factory=set)
    _by_element: dict[Element, TaggedParagraph] = field(default_factory=dict)

    def place(self) -> None:
        """Lifts what can be lifted, rows and cells first, and weaves the rest into its runs."""
        self._by_element = {one.element: one for one in self.paragraphs}
        for row in self._holders(TR):
            if self._lifts_row(row):
                self._lift(row)
        for cell in self._holders(TC):
            if self._wants(cell, Scope.CELL) and self._is_quiet(cell):
                self._lift(cell)
        for paragraph in self.paragraphs:
            if id(paragraph) not in self._done:
                self._place_paragraph(paragraph)

    def _holders(self, kind: str) -> Iterator[Element]:
        """The innermost row or cell of each tagged paragraph that is not placed yet, each once."""
        found: dict[Element, None] = {}
        for paragraph in self.paragraphs:
            if id(paragraph) not in self._done:
                for ancestor in paragraph.element.iterancestors(kind, f"{W}txbxContent"):
                    if ancestor.tag == kind:
                        found[ancestor] = None
                    break
        yield from found

    def _lifts_row(self, row: Element) -> bool:
        if self._wants(row, Scope.ROW):
            return self._is_quiet(row)
        narrower = self._wants(row, Scope.CELL) or self._wants(row, Scope.PARAGRAPH)
        return not narrower and any(tag.is_block for tag in self._tags_in(row)) and self._is_quiet(row)

    def _tags_in(self, holder: Element) -> list[Tag]:
        return [
            one.tag
            for paragraph in holder.iter(P)
            if paragraph in self._by_element
            for one in self._by_element[paragraph].tags
        ]

    def _wants(self, holder: Element, scope: Scope) -> bool:
        return any(tag.scope is scope for tag in self._tags_in(holder))

    def _is_quiet(self, holder: Element) -> bool:
        """Whether a row or cell holds block tags and nothing else at all."""
        if any(True for _ in holder.iter(TBL)):
            return False
        for element in holder.iter(P):
            tagged = self._by_element.get(element)
            if tagged is not None:
                if not tagged.holds_only_blocks:
                    return False
            elif (joined := join(element)).solid or joined.text.strip():
                return False
        return True

    def _lift(self, holder: Element) -> None:
        self._done.update(id(self._by_element[one]) for one in holder.iter(P) if one in self._by_element)
        lift(holder, self._tags_in(holder))

    def _place_paragraph(self, paragraph: TaggedParagraph) -> None:
        self._refuse_neighbours(paragraph)
        if paragraph.holds_only_blocks:
            lift(paragraph.element, [one.tag for one in paragraph.tags])
        elif paragraph.holds_blocks_and_breaks:
            lift_out(paragraph)
        else:
            self.sites |= weave(paragraph)

    def _refuse_neighbours(self, paragraph: TaggedParagraph) -> None:
        """A prefix that asks for the whole paragraph, row or cell while there is something else in it."""
        alone = paragraph.holds_only_blocks or paragraph.holds_blocks_and_breaks
        for one in paragraph.tags:
            wide = one.tag.scope in {Scope.ROW, Scope.CELL}
            beside = one.tag.scope is Scope.PARAGRAPH and not alone
            if (one.tag.is_block or one.tag.role is Role.COMMENT) and (wide or beside):
                name, way = _NAMES[one.tag.scope]
                message = f"thẻ này thay cho cả {name} nhưng trong {name} còn có nội dung khác"
                if wide and next(paragraph.element.iterancestors(TC), None) is None:
                    message, way = f"thẻ này thay cho cả {name} nhưng đứng ngoài bảng", _OUTSIDE
                self.refused.add(one.tag.number)
                self.problems.append(problem(tt.TT408, one.tag.place, message, tag=one.tag.raw, hint=way))
