"""A marked copy of a Word form: a comment at each place, everything else as it was sent."""

from __future__ import annotations

from support.forms.word_forms import DOCUMENT, edited, filled_blank, read
from truyenthong.forms.filled import Mark, Spot
from truyenthong.forms.word import mark_docx
from truyenthong.ooxml.archive import read_archive
from truyenthong.ooxml.xml import Element, W, parse

DATA = filled_blank("bao-cao-nam", {"tt:noi_dung.tin_bai[].da_gui": "12 bài", "tt:noi_dung.han_che": "Ít."})


def part(data: bytes, name: str) -> Element:
    return parse(next(one for one in read_archive(data) if one.name == name).unpack(), name, keep_all=True)


def comments(data: bytes) -> dict[str, str]:
    """The texts of the comments by their numbers."""
    root = part(data, "word/comments.xml")
    return {
        one.get(f"{W}id") or "": "\n".join(
            "".join(text.text or "" for text in line.iter(f"{W}t")) for line in one.iter(f"{W}p")
        )
        for one in root
    }


def commented(data: bytes) -> dict[str, str]:
    """The paragraphs at which comments stand, by the numbers of the comments."""
    found = {}
    for mark in part(data, DOCUMENT).iter(f"{W}commentRangeStart"):
        paragraph = next(mark.iterancestors(f"{W}p"))
        found[mark.get(f"{W}id") or ""] = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
    return found


def test_a_comment_stands_where_the_value_stands() -> None:
    spot = read(DATA).places["tin_bai", 0, "da_gui"]
    marked = mark_docx(DATA, [Mark(spot=spot, text="«12 bài» không phải số.\nChỉ ghi số: 12.")])
    (number,) = comments(marked)
    assert comments(marked)[number] == "«12 bài» không phải số.\nChỉ ghi số: 12."
    assert commented(marked)[number] == "12 bài"


def test_general_remarks_stand_at_the_head_and_a_lost_place_is_named() -> None:
    lost = Spot(words="bảng «Tin, bài theo kênh», hàng 9", locator="99999")
    marked = mark_docx(DATA, [Mark(spot=None, text="Gửi muộn."), Mark(spot=lost, text="Thiếu.")])
    assert [*comments(marked).values()] == ["Gửi muộn.", "bảng «Tin, bài theo kênh», hàng 9: Thiếu."]
    assert set(commented(marked).values()) == {"UBND HUYỆN THAN UYÊN"}


def test_nothing_else_changes_and_the_copy_is_read_the_same() -> None:
    filled = read(DATA)
    marked = mark_docx(DATA, [Mark(spot=filled.places["han_che",], text="Nêu rõ hơn.")])
    again = read(marked)
    assert (again.values, again.places, again.identity) == (filled.values, filled.places, filled.identity)
    before = {one.name: one.unpack() for one in read_archive(DATA)}
    after = {one.name: one.unpack() for one in read_archive(marked)}
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        DOCUMENT,
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }


def test_a_form_of_another_program_keeps_its_own_comments() -> None:
    first = mark_docx(DATA, [Mark(spot=None, text="Một.")])
    second = mark_docx(first, [Mark(spot=None, text="Hai.")])
    assert [*comments(second).values()] == ["Một.", "Hai."]
    assert len(commented(second)) == 2


def test_a_form_without_paragraphs_can_be_marked() -> None:
    def empty(root: Element) -> None:
        for one in list(root[0]):
            root[0].remove(one)

    marked = mark_docx(edited(DATA, empty), [Mark(spot=None, text="Trống.")])
    assert [*comments(marked).values()] == ["Trống."]
