"""Marks a copy of a template with a Word comment at each of its faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from truyenthong.findings import Severity
from truyenthong.ooxml.archive import write_archive
from truyenthong.ooxml.comments import Comments
from truyenthong.ooxml.package import Package, Part, PartKind, open_package
from truyenthong.ooxml.paragraphs import join
from truyenthong.ooxml.parts import parts_of
from truyenthong.ooxml.xml import Element, P, W, parse, serialise
from truyenthong.word.places import paragraphs
from truyenthong.word.problems import Problem

_SEVERITIES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTICE: "Lưu ý"}


def annotate(data: bytes, problems: Iterable[Problem], *, moment: datetime) -> bytes:
    """The file's bytes with a comment by «truyenthong» at the tag of each problem.

    Word has no comments in headers, footers, notes and text boxes: what is wrong there stands at the first
    paragraph of the document (for a text box: at the paragraph that it hangs on) and names the place.

    Args:
        data: the bytes of a ``.docx``.
        problems: what ``load_template``, ``check_template`` or ``render`` found in it.
        moment: when the comments count as written; no clock is read.

    Raises:
        ArchiveError, PartError: the file cannot be opened at all.
    """
    package = open_package(data)
    document = _document(package)
    places = _places(document)
    parts = parts_of(package.entries)
    comments = Comments.of(parts, document.name, moment)
    first = next(iter(places.values()), None)
    if first is None:
        first = document.root[0].makeelement(P)
        document.root[0].insert(0, first)
    for one in problems:
        _comment(comments, one, places if one.part == document.short else {}, first)
    comments.finish()
    parts.made[document.name] = serialise(document.root)
    return write_archive(parts.finished())


def _document(package: Package) -> Part:
    """The main part with all that is in it: a template is read without other programs' remarks."""
    name = next(one.name for one in package.parts if one.kind is PartKind.DOCUMENT)
    entry = next(one for one in package.entries if one.name == name)
    return Part(name=name, kind=PartKind.DOCUMENT, root=parse(entry.unpack(), name, keep_all=True))


def _places(document: Part) -> dict[str, Element]:
    """The paragraphs by their place in words; of those that are stored twice, the first."""
    places: dict[str, Element] = {}
    for element, place in paragraphs(document):
        places.setdefault(place.spot, element)
    return places


def _comment(comments: Comments, fault: Problem, places: Mapping[str, Element], first: Element) -> None:
    exact = places.get(fault.spot)
    found = _around(fault.spot, places) if exact is None else exact
    if found is None:
        comments.add(first, 0, 0, _text(fault, named=True))
        return
    outer = _outside_of_boxes(found)
    start, end = _stretch(found, fault.tag) if outer is exact else (0, 0)
    comments.add(outer, start, end, _text(fault, named=outer is not exact))


def _around(spot: str, places: Mapping[str, Element]) -> Element | None:
    """The paragraph that a chart or picture stands in, behind whose place its own name is written."""
    while spot and spot not in places:
        spot = spot.rpartition(", ")[0]
    return places.get(spot)


def _outside_of_boxes(paragraph: Element) -> Element:
    for box in paragraph.iterancestors(f"{W}txbxContent"):
        outer = next(box.iterancestors(P), None)
        if outer is not None:
            return _outside_of_boxes(outer)
    return paragraph


def _stretch(paragraph: Element, tag: str) -> tuple[int, int]:
    """Where a tag stands in the text of its paragraph; (0, 0) where it is not in the text."""
    typed = tag.removesuffix("…")
    start = join(paragraph).text.find(typed) if typed else -1
    return (start, start + len(typed)) if start >= 0 else (0, 0)


def _text(fault: Problem, *, named: bool) -> str:
    head = f"{_SEVERITIES[fault.severity]} {fault.code}"
    where = f" ({fault.spot})" if named else ""
    tag = f" [{fault.tag}]" if fault.tag and named else ""
    lines = [f"{head}{where}: {fault.message}{tag}."]
    if fault.hint:
        lines.append(f"Cách sửa: {fault.hint}.".replace("?.", "?"))
    return "\n".join(lines)
