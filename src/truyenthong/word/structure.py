"""Pairs opening and closing tags in the order of the document and checks that both stand on one level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from truyenthong.diagnostics import templates as tt
from truyenthong.word.limits import MAX_NESTING
from truyenthong.word.problems import Problem, problem
from truyenthong.word.tags import Role, Tag
from truyenthong.word.xml import Element, local

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


def check_structure(root: Element, tags: Sequence[Tag]) -> tuple[Problem, ...]:
    """All faults in how the tags of one part open and close."""
    return tuple(_check(root, tags))


def _check(root: Element, tags: Sequence[Tag]) -> Iterator[Problem]:
    open_tags: list[tuple[Tag, Element | None, bool]] = []
    for mark in root.iter(etree.ProcessingInstruction):
        tag = tags[int(mark.text or "0")]
        holder = mark.getparent()
        if tag.role is Role.OPEN:
            open_tags.append((tag, holder, False))
            if len(open_tags) > MAX_NESTING:
                yield problem(tt.TT409, tag.place, f"quá {MAX_NESTING} lệnh lồng nhau", tag=tag.raw)
        elif tag.role is Role.MIDDLE:
            yield from _middle(tag, holder, open_tags)
        elif tag.role is Role.CLOSE:
            yield from _close(tag, holder, open_tags)
    for tag, _, _ in open_tags:
        closing = f"{{% end{tag.word} %}}"
        yield problem(
            tt.TT406, tag.place, f"thẻ mở «{tag.word}» không có thẻ đóng", tag=tag.raw, hint=f"thêm {closing}"
        )


def _middle(
    tag: Tag, holder: Element | None, open_tags: list[tuple[Tag, Element | None, bool]]
) -> Iterator[Problem]:
    if not open_tags or tag.word not in _MIDDLES[open_tags[-1][0].word]:
        yield problem(tt.TT406, tag.place, f"«{tag.word}» không nằm trong lệnh nào của nó", tag=tag.raw)
        return
    opening, place, last = open_tags[-1]
    if last:
        yield problem(tt.TT406, tag.place, f"sau «else» không được có «{tag.word}» nữa", tag=tag.raw)
    open_tags[-1] = (opening, place, last or tag.word == "else")
    yield from _apart(opening, place, tag, holder)


def _close(
    tag: Tag, holder: Element | None, open_tags: list[tuple[Tag, Element | None, bool]]
) -> Iterator[Problem]:
    wanted = tag.word.removeprefix("end")
    if not any(one.word == wanted for one, _, _ in open_tags):
        yield problem(tt.TT406, tag.place, f"thẻ đóng «{tag.word}» không có thẻ mở «{wanted}»", tag=tag.raw)
        return
    while open_tags[-1][0].word != wanted:
        lost = open_tags.pop()[0]
        message = f"thẻ mở «{lost.word}» chưa đóng mà đã gặp «{tag.word}» ở {tag.place.spot}"
        yield problem(
            tt.TT406, lost.place, message, tag=lost.raw, hint=f"thêm {{% end{lost.word} %}} trước đó"
        )
    opening, place, _ = open_tags.pop()
    yield from _apart(opening, place, tag, holder)


def _apart(opening: Tag, place: Element | None, tag: Tag, holder: Element | None) -> Iterator[Problem]:
    if place is holder:
        return
    message = (
        f"thẻ {opening.raw} ở {opening.place.spot} ({_level(place)}) và thẻ {tag.raw} ở {tag.place.spot} "
        f"({_level(holder)}) không nằm trên cùng một tầng"
    )
    hint = "đặt cả hai trong cùng một đoạn, hoặc mỗi thẻ một đoạn riêng, hoặc mỗi thẻ một dòng riêng của bảng"
    yield problem(tt.TT407, opening.place, message, tag=opening.raw, hint=hint)


def _level(holder: Element | None) -> str:
    return "" if holder is None else _HOLDERS.get(local(holder), "nơi khác")
