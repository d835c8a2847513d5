"""Finds tags outside the text of a paragraph (codes, formulas, links, diagrams), which stay as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.ooxml.package import Part
from truyenthong.ooxml.parts import RID, TemplateParts, relations_name
from truyenthong.ooxml.xml import Element, P, T, W, local, parse
from truyenthong.word.places import paragraphs
from truyenthong.word.problems import Place, Problem, problem

_ANY_TAG = re.compile(r"\{\{\s*[^\W\d].{0,200}?\}\}|\{%.{0,200}?%\}")
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CODE, _SIMPLE, _SIGN = f"{W}instrText", f"{W}fldSimple", f"{W}fldChar"
_DELETED, _MOVED = f"{W}del", f"{W}moveFrom"
_DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_OUT_OF_CODE = "đưa thẻ ra chữ thường của đoạn, ngoài trường và công thức"
_ACCEPT = "vào Review › Accept All Changes trong Word rồi lưu lại mẫu"
_BY_HAND = "để đường dẫn cố định; chữ hiện ra của đường dẫn thì vẫn dùng thẻ được"
_TO_TEXT = "đưa thẻ ra đoạn thường hoặc hộp chữ, ngoài sơ đồ"


def unreachable_in(paragraph: Element, place: Place) -> Iterator[Problem]:
    """What Word keeps in a paragraph beside its text: codes of fields, formulas, text deleted on record.

    The tags in it would come out as they were typed.
    """
    own = [
        one
        for one in paragraph.iter(_CODE, _SIMPLE, _SIGN, _FORMULA, _DELETED, _MOVED)
        if next(one.iterancestors(P), None) is paragraph
    ]
    for code in _codes(own):
        yield from _told(
            tt.TT416, code, place, "thẻ nằm trong mã của một trường (field) nên không điền được", _OUT_OF_CODE
        )
    formulas = "".join(one.text or "" for one in own if one.tag == _FORMULA)
    yield from _told(tt.TT416, formulas, place, "thẻ nằm trong công thức nên không điền được", _OUT_OF_CODE)
    deleted = "".join(
        text.text or "" for one in own if one.tag in {_DELETED, _MOVED} for text in one.iter(T, f"{W}delText")
    )
    message = (
        "thẻ nằm trong phần đã xóa nhưng còn theo dõi (track changes): nó không chạy mà nằm lại nguyên văn"
    )
    yield from _told(tt.TT421, deleted, place, message, _ACCEPT)


def _codes(elements: list[Element]) -> Iterator[str]:
    """The codes of the fields, each whole: Word cuts them into runs as it likes."""
    parts: list[str] = []
    for one in elements:
        if one.tag == _SIMPLE:
            yield one.get(f"{W}instr") or ""
        elif one.tag == _CODE:
            parts.append(one.text or "")
        elif one.tag == _SIGN and parts:
            yield "".join(parts)
            parts = []
    yield "".join(parts)


def _told(kind: Diagnostic, text: str, place: Place, message: str, hint: str) -> Iterator[Problem]:
    if found := _ANY_TAG.search(text):
        yield problem(kind, place, message, tag=found[0], hint=hint)


def tags_in_links(part: Part, parts: TemplateParts) -> Iterator[Problem]:
    """Tags in the address of a link, which Word keeps in another file than the text."""
    targets = dict(_targets(part, parts))
    if not targets:
        return
    message = "thẻ nằm trong địa chỉ của một đường dẫn nên không điền được"
    for element, place in paragraphs(part):
        for link in element.iter(f"{W}hyperlink") if element.tag == P else ():
            if next(link.iterancestors(P)) is element and (target := targets.get(link.get(RID) or "")):
                yield from _told(tt.TT416, target, place, message, _BY_HAND)


def _targets(part: Part, parts: TemplateParts) -> Iterator[tuple[str, str]]:
    name = relations_name(part.name)
    data = parts.read(name) if parts.has(name) else b""
    if b"{" in data or b"%7b" in data.lower():
        for one in parse(data, name):
            yield one.get("Id") or "", unquote(one.get("Target") or "")


def tags_in_diagrams(parts: TemplateParts) -> Iterator[Problem]:
    """Tags typed into a SmartArt, whose words Word keeps in parts of their own."""
    message = "thẻ nằm trong sơ đồ SmartArt nên không điền được"
    for name in parts.entries:
        if not name.startswith("word/diagrams/data") or b"{" not in (data := parts.read(name)):
            continue
        short = name.removeprefix("word/diagrams/").removesuffix(".xml")
        place = Place(part=short, spot=f"sơ đồ SmartArt {short.removeprefix('data')}")
        for one in parse(data, name).iter(f"{_DRAWING_TEXT}p"):
            text = "".join(text.text or "" for text in one.iter() if local(text) == "t")
            yield from _told(tt.TT416, text, place, message, _TO_TEXT)
