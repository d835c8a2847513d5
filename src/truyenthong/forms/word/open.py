"""Opens a Word form that somebody sent: its body, its identity, its looks; puts comments into a copy."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from truyenthong.forms.filled import Mark, Spot
from truyenthong.forms.identity import Identity, from_texts, identity_in_line
from truyenthong.forms.labels import PROPERTY
from truyenthong.model.plan import Plan
from truyenthong.ooxml.archive import Entry, read_archive, write_archive
from truyenthong.ooxml.comments import Comments
from truyenthong.ooxml.limits import MAX_ELEMENTS
from truyenthong.ooxml.looks import Looks
from truyenthong.ooxml.package import CONTENT_TYPES
from truyenthong.ooxml.parts import parts_of, relations_name
from truyenthong.ooxml.xml import STRICT, Element, P, PartError, T, W, local, parse, serialise
from truyenthong.text import is_file_number, nfc

_MAIN = "/officeDocument"
_CUSTOM = "/custom-properties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A Word file that is safe to read.

    Attributes:
        name: of its main part.
        root: of its main part.
    """

    entries: tuple[Entry, ...]
    name: str
    root: Element

    @property
    def body(self) -> Element:
        """The element with the paragraphs and tables.

        Raises:
            PartError: there is none.
        """
        body = self.root.find(f"{W}body")
        if body is None:
            raise PartError("Tệp Word không có nội dung.")
        return body


def open_form(data: bytes, *, keep_all: bool = False) -> Opened | None:
    """The file's main part; None where it is a zip file, but no Word document.

    Links, templates and macros are neither followed nor run, so they do no harm here.

    Raises:
        ArchiveError, PartError: not safe, or damaged.
    """
    entries = read_archive(data)
    by_name = {entry.name: entry for entry in entries}
    name = _target(by_name, _MAIN)
    if name is None or name not in by_name or CONTENT_TYPES not in by_name:
        return None
    unpacked = by_name[name].unpack()
    if unpacked.count(b"<") > MAX_ELEMENTS:
        raise PartError("Tệp có quá nhiều đoạn, dòng và ô, không phải là biểu mẫu.")
    root = parse(unpacked, name, keep_all=keep_all)
    if local(root) != "document":
        return None
    if STRICT in str(root.tag):
        raise PartError("Tệp lưu ở dạng «Strict Open XML»; lưu lại ở dạng Word Document (.docx) thường.")
    return Opened(entries=entries, name=name, root=root)


def _target(entries: dict[str, Entry], kind: str) -> str | None:
    """The part that the package names for that purpose."""
    relations = entries.get("_rels/.rels")
    for one in parse(relations.unpack(), relations.name) if relations is not None else ():
        if (one.get("Type") or "").endswith(kind) and one.get("TargetMode") != "External":
            return posixpath.normpath(one.get("Target") or "").lstrip("/")
    return None


def looks_of(opened: Opened) -> Looks:
    """The looks that the styles of the document give.

    Raises:
        ArchiveError, PartError: the part with the styles is damaged.
    """
    by_name = {entry.name: entry for entry in opened.entries}
    name = next(_related(opened, by_name, "/styles"), None)
    return Looks(parse(by_name[name].unpack(), name) if name is not None else None)


def carried_identity(opened: Opened, plan: Plan) -> tuple[Identity | None, str | None]:
    """The identity that the file carries: in its properties, else in the foot of its pages."""
    by_name = {entry.name: entry for entry in opened.entries}
    name = _target(by_name, _CUSTOM)
    texts: dict[str, str] = {}
    for one in parse(by_name[name].unpack(), name) if name in by_name and name is not None else ():
        key = one.get("name") or ""
        if key.startswith(PROPERTY):
            texts[key.removeprefix(PROPERTY)] = "".join(map(str, one.itertext())).strip()
    found = from_texts(texts)
    return found if found[0] is not None else _in_the_foot(opened, by_name, plan) or found


def _in_the_foot(
    opened: Opened, by_name: dict[str, Entry], plan: Plan
) -> tuple[Identity | None, str | None] | None:
    for name in _related(opened, by_name, "/footer"):
        root = parse(by_name[name].unpack(), name)
        text = nfc("".join(one.text or "" for one in root.iter(T))).replace("\u00a0", " ")
        told = identity_in_line(text, plan.code)
        if told is not None:
            return told
    return None


def _related(opened: Opened, by_name: dict[str, Entry], kind: str) -> Iterator[str]:
    """The parts of a kind that the document refers to."""
    relations = by_name.get(relations_name(opened.name))
    for one in parse(relations.unpack(), relations.name) if relations is not None else ():
        if (one.get("Type") or "").endswith(kind) and one.get("TargetMode") != "External":
            target = one.get("Target") or ""
            folder = posixpath.dirname(opened.name)
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if name in by_name:
                yield name


_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of comments where none is given: the same marks make the same bytes."""


def mark_docx(data: bytes, marks: Sequence[Mark], *, moment: datetime = _MOMENT) -> bytes:
    """A copy of the file with a comment at the place of each mark, general ones at the head.

    Args:
        data: the file as it was sent.
        marks: what is to be said, each at its place.
        moment: when the comments count as written; no clock is read.

    Raises:
        ArchiveError, PartError: the file cannot be opened safely, or is no Word document.
    """
    opened = open_form(data, keep_all=True)
    if opened is None:
        raise PartError("Tệp không phải là tài liệu Word .docx.")
    parts = parts_of(opened.entries)
    comments = Comments.of(parts, opened.name, moment)
    paragraphs = list(opened.root.iter(P))
    head = next((one for one in opened.body.iter(P)), None)
    if head is None:
        head = opened.body.makeelement(P)
        opened.body.insert(0, head)
    for mark in marks:
        place = _place(paragraphs, mark.spot)
        named = f"{mark.spot.words}: " if mark.spot is not None and place is None else ""
        comments.add(head if place is None else place, 0, 0, f"{named}{mark.text}")
    comments.finish()
    parts.made[opened.name] = serialise(opened.root)
    return write_archive(parts.finished())


def _place(paragraphs: Sequence[Element], spot: Spot | None) -> Element | None:
    """The paragraph of a place; None for a general remark, or in a text box, where Word allows no comment."""
    if spot is None or not is_file_number(spot.locator) or int(spot.locator) >= len(paragraphs):
        return None
    found = paragraphs[int(spot.locator)]
    return None if any(True for _ in found.iterancestors(f"{W}txbxContent")) else found
