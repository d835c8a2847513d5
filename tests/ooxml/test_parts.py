"""The parts of a document while it is made."""

from __future__ import annotations

from truyenthong.ooxml.archive import pack
from truyenthong.ooxml.package import CONTENT_TYPES
from truyenthong.ooxml.parts import TemplateParts, parts_of

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def parts(*names: str) -> TemplateParts:
    return parts_of([pack(CONTENT_TYPES, TYPES), *(pack(name, b"<a/>") for name in names)])


def only(made: TemplateParts) -> str:
    return made.only("word/document.xml", "comments", "word/comments.xml", b"<new/>", "text/xml")


def test_a_part_that_is_named_is_the_only_one_of_its_kind() -> None:
    made = parts("word/notes.xml")
    made.relate("word/document.xml", "comments", "word/notes.xml")
    assert only(made) == "word/notes.xml"


def test_a_new_part_never_takes_a_name_that_differs_in_case_alone() -> None:
    assert only(parts()) == "word/comments.xml"
    made = parts("word/Comments.xml")
    assert only(made) == only(made) == "word/comments1.xml"
    assert made.read("word/comments1.xml") == b"<new/>"
