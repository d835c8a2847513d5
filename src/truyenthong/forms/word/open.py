"""Opens a Word form that somebody sent: its body, its identity, its looks."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from truyenthong.forms.identity import Identity, from_texts, identity_in_line
from truyenthong.forms.labels import PROPERTY
from truyenthong.model.plan import Plan
from truyenthong.ooxml.archive import Entry, read_archive
from truyenthong.ooxml.looks import Looks
from truyenthong.ooxml.package import CONTENT_TYPES
from truyenthong.ooxml.parts import relations_name
from truyenthong.ooxml.xml import STRICT, Element, PartError, T, W, local, parse
from truyenthong.text import nfc

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
    root = parse(by_name[name].unpack(), name, keep_all=keep_all)
    if local(root) != "document":
        return None
    # its names are in other namespaces: the form would seem empty
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
