"""Pairs opening and closing tags in the order of the document and checks that both stand on one level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from lxml import etree

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.ooxml.xml import Element, local
from truyenthong.word.problems import Problem, problem
from truyenthong.word.running.limits import MAX_NESTING
from truyenthong.word.running.tags import Role, Tag

_MIDDLES = {"if": {"elif", "else"}, "for": {"else"}, "with": set[str]()}
_HOLDERS = {
    "p": "trong một đoạn",
    "body": "giữa các đoạn của phần thân",
    "tc": "giữa các đoạn của một ô",
    "tbl": "giữa các dòng của một bảng",
    "tr": "giữa các ô của một dòng",
    "hyperlink": "trong một đường dẫn",
    "sdtContent": "trong một ô nhập (content control)",
    "txbxContent": "giữa các đoạn của một hộp chữ",
    "fldSimple": "trong một trường",
}


_TOGETHER = (
    "đặt cả hai trong cùng một đoạn, hoặc mỗi thẻ một đoạn riêng (không chữ, hình hay ngắt trang bên cạnh), "
    "hoặc mỗi thẻ một dòng riêng của bảng"
)


def check_structure(
    root: Element, tags: Sequence[Tag], refused: AbstractSet[int] = frozenset()
) -> tuple[Problem, ...]:
    """All faults in how the tags of one part open and close.

    Args:
        root: the tree with its marks.
        tags: all tags by their number.
        refused: tags that were already reported as misplaced.
    """
    return tuple(one for tag, one in _check(root, tags) if one.code != tt.TT407.code or not refused & tag)


_Open = tuple[Tag, Element | None, bool]
_Told = Iterator[tuple[set[int], Problem]]
"""Problems with the numbers of the tags that they are about."""


def _check(root: Element, tags: Sequence[Tag]) -> _Told:
    open_tags: list[_Open] = []
    for mark in root.iter(etree.ProcessingInstruction):
        tag = tags[int(mark.text or "0")]
        holder = mark.getparent()
        if tag.role is Role.OPEN:
            open_tags.append((tag, holder, False))
            if len(open_tags) > MAX_NESTING:
                yield _told(tag, tt.TT409, f"quá {MAX_NESTING} lệnh lồng nhau")
        elif tag.role is Role.MIDDLE:
            yield from _middle(tag, holder, open_tags)
        elif tag.role is Role.CLOSE:
            yield from _close(tag, holder, open_tags)
    for tag, _, _ in open_tags:
        closing = f"{{% end{tag.word} %}}"
        yield _told(tag, tt.TT406, f"thẻ mở «{tag.word}» không có thẻ đóng", hint=f"thêm {closing}")


def _told(
    tag: Tag, kind: Diagnostic, message: str, *, hint: str | None = None, partner: Tag | None = None
) -> tuple[set[int], Problem]:
    about = {tag.number} if partner is None else {tag.number, partner.number}
    return about, problem(kind, tag.place, message, tag=tag.raw, hint=hint)


def _middle(tag: Tag, holder: Element | None, open_tags: list[_Open]) -> _Told:
    if not open_tags or tag.word not in _MIDDLES[open_tags[-1][0].word]:
        yield _told(tag, tt.TT406, f"«{tag.word}» không nằm trong lệnh nào của nó")
        return
    opening, place, last = open_tags[-1]
    if last:
        yield _told(tag, tt.TT406, f"sau «else» không được có «{tag.word}» nữa")
    open_tags[-1] = (opening, place, last or tag.word == "else")
    yield from _apart(opening, place, tag, holder)


def _close(tag: Tag, holder: Element | None, open_tags: list[_Open]) -> _Told:
    wanted = tag.word.removeprefix("end")
    if not any(one.word == wanted for one, _, _ in open_tags):
        yield _told(tag, tt.TT406, f"thẻ đóng «{tag.word}» không có thẻ mở «{wanted}»")
        return
    while open_tags[-1][0].word != wanted:
        lost = open_tags.pop()[0]
        message = f"thẻ mở «{lost.word}» chưa đóng mà đã gặp «{tag.word}» ở {tag.place.spot}"
        yield _told(lost, tt.TT406, message, hint=f"thêm {{% end{lost.word} %}} trước đó")
    opening, place, _ = open_tags.pop()
    yield from _apart(opening, place, tag, holder)


def _apart(opening: Tag, place: Element | None, tag: Tag, holder: Element | None) -> _Told:
    if place is holder:
        return
    message = (
        f"thẻ {opening.raw} ở {opening.place.spot} ({_level(place)}) và thẻ {tag.raw} ở {tag.place.spot} "
        f"({_level(holder)}) không nằm trên cùng một tầng"
    )
    yield _told(opening, tt.TT407, message, hint=_TOGETHER, partner=tag)


def _level(holder: Element | None) -> str:
    return "" if holder is None else _HOLDERS.get(local(holder), "nơi khác")
