"""Opens a Word file as parts: which are filled, which are copied; drops the template it was made from."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from truyenthong.ooxml.archive import MAX_ELEMENTS, Entry, pack, read_archive
from truyenthong.ooxml.xml import STRICT, CrowdedError, Element, PartError, local, parse, serialise

CONTENT_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_WORD}document.main+xml"
_TEMPLATE = f"{_WORD}template.main+xml"
_SETTINGS = f"{_WORD}settings+xml"
_MACRO = "Tệp có macro (.docm) nên không dùng làm mẫu."
_ATTACHED = "attachedTemplate"
_LOCAL_FILE = re.compile(
    r"file:///(?![/\\])|(?:file:/{0,2})?[a-z]:[/\\]|(?![a-z][a-z0-9+.\-]*:|[/\\]{2})", re.IGNORECASE
)
"""A file on the own computer: not on a server, not on the web."""
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


class PartKind(StrEnum):
    """What a filled part is."""

    DOCUMENT = "phần thân"
    HEADER = "đầu trang"
    FOOTER = "chân trang"
    FOOTNOTES = "cước chú"
    ENDNOTES = "chú thích cuối"
    PROPERTIES = "thuộc tính tài liệu"


_KINDS = {
    _MAIN: PartKind.DOCUMENT,
    f"{_WORD}header+xml": PartKind.HEADER,
    f"{_WORD}footer+xml": PartKind.FOOTER,
    f"{_WORD}footnotes+xml": PartKind.FOOTNOTES,
    f"{_WORD}endnotes+xml": PartKind.ENDNOTES,
    "application/vnd.openxmlformats-package.core-properties+xml": PartKind.PROPERTIES,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": PartKind.PROPERTIES,
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": PartKind.PROPERTIES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part that may hold tags."""

    name: str
    kind: PartKind
    root: Element

    @property
    def short(self) -> str:
        """``document``, ``header1``, ``core``."""
        return self.name.rpartition("/")[2].removesuffix(".xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The ``.dotx`` from which a document was made, as the document names it."""

    target: str

    @property
    def is_remote(self) -> bool:
        """Whether opening the document would fetch it from another computer."""
        return _LOCAL_FILE.match(self.target) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A file that may be used as a template.

    Attributes:
        entries: everything but the attachments, in order.
        parts: what may hold tags: the document first, then the others in the file's order.
        attachments: the templates that the file named, no longer named in ``entries``.
    """

    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]
    attachments: tuple[Attachment, ...] = ()


def open_package(data: bytes) -> Package:
    """Reads a ``.docx`` file.

    Raises:
        ArchiveError: no zip file, damaged, too large.
        PartError: not a Word document, or one with macros.
    """
    entries = read_archive(data)
    by_name = {entry.name: entry for entry in entries}
    if CONTENT_TYPES not in by_name:
        raise PartError("Tệp là tệp nén thường, không phải tệp Word .docx.")
    for entry in entries:
        if entry.name.lower().endswith((".rels", ".xml")):
            _refuse_doctype(entry)
    kinds = _Kinds(parse(by_name[CONTENT_TYPES].unpack(), CONTENT_TYPES))
    types = {name: kinds.of(name) for name in by_name}
    if kinds.has_macro():
        raise PartError(_MACRO)
    attachments: list[Attachment] = []
    entries = tuple(_detached(entry, types, attachments) for entry in entries)
    by_name = {entry.name: entry for entry in entries}
    main = _main_part(by_name, types)
    found = list(_filled_parts(by_name, types, main))
    found.sort(key=lambda part: (_rank(part.kind), part.name))
    _refuse_others(found, kinds)
    # `file` and filters of mail know a .docx by its first entry.
    first = sorted(entries, key=lambda entry: entry.name != CONTENT_TYPES)
    return Package(entries=tuple(first), parts=tuple(found), attachments=tuple(attachments))


def _main_part(entries: Mapping[str, Entry], types: Mapping[str, str]) -> str | None:
    """The document that the file begins with; where it says none, the only one of that type."""
    if (top := entries.get("_rels/.rels")) is not None:
        for one in parse(top.unpack(), top.name):
            if (one.get("Type") or "").rpartition("/")[2] == "officeDocument":
                target = posixpath.normpath(f"/{one.get('Target') or ''}").lstrip("/")
                if types.get(target) == _MAIN:
                    return target
    documents = [name for name, kind in types.items() if kind == _MAIN]
    return documents[0] if len(documents) == 1 else None


def _detached(entry: Entry, types: Mapping[str, str], attachments: list[Attachment]) -> Entry:
    """The entry without the name of a template, which is added to the list."""
    if entry.name.lower().endswith(".rels"):
        root = parse(entry.unpack(), entry.name)
        found = [one for one in root if (one.get("Type") or "").rpartition("/")[2] == _ATTACHED]
        attachments += [Attachment(target=one.get("Target") or "") for one in found]
    elif types.get(entry.name) == _SETTINGS or entry.name == "word/settings.xml":
        root = parse(entry.unpack(), entry.name, keep_all=True)
        found = [one for one in root if local(one) == _ATTACHED]
    else:
        return entry
    for one in found:
        root.remove(one)
    return pack(entry.name, serialise(root)) if found else entry


def _filled_parts(entries: Mapping[str, Entry], types: Mapping[str, str], main: str | None) -> Iterator[Part]:
    elements = 0
    for name, kind in types.items():
        if kind in _KINDS and (kind != _MAIN or name == main):
            data = entries[name].unpack()
            elements += data.count(b"<")
            if elements > MAX_ELEMENTS:
                raise CrowdedError("Tệp quá lớn để làm mẫu (quá nhiều đoạn, dòng và ô).")
            yield Part(name=name, kind=_KINDS[kind], root=parse(data, name))


def _rank(kind: PartKind) -> int:
    return list(PartKind).index(kind)


class _Kinds:
    """The content types that a file declares: of single parts, and of all parts with an ending."""

    def __init__(self, root: Element) -> None:
        self._by_name: dict[str, str] = {}
        self._by_ending: dict[str, str] = {}
        for one in root:
            kind = one.get("ContentType") or ""
            if local(one) == "Override":
                self._by_name[(one.get("PartName") or "").lstrip("/").lower()] = kind
            else:
                self._by_ending[(one.get("Extension") or "").lower()] = kind

    def of(self, name: str) -> str:
        """The type of a part; both names and endings are compared without case."""
        own = self._by_name.get(name.lower())
        return own if own is not None else self._by_ending.get(name.lower().rpartition(".")[2], "")

    def named(self, kind: str) -> int:
        """How many parts are declared by name to be of a type."""
        return list(self._by_name.values()).count(kind)

    def declares(self, kind: str) -> bool:
        """Whether any part or ending is of a type."""
        return kind in self._by_name.values() or kind in self._by_ending.values()

    def has_macro(self) -> bool:
        """Whether any declared type is one of macros."""
        kinds = map(str.lower, (*self._by_name.values(), *self._by_ending.values()))
        return any("macroenabled" in kind or "vba" in kind for kind in kinds)


def _refuse_doctype(entry: Entry) -> None:
    """In the parts that are only copied too: whoever opens the document reads them all."""
    text = entry.unpack()
    if any(sign.encode(code) in text for sign in ("<!DOCTYPE", "<!ENTITY") for code in _ENCODINGS):
        raise PartError(
            f"Phần {entry.name} của tệp có khai báo DOCTYPE hoặc ENTITY, không phải do Word ghi ra."
        )


def _refuse_others(parts: list[Part], kinds: _Kinds) -> None:
    documents = [part for part in parts if part.kind is PartKind.DOCUMENT]
    if documents and kinds.named(_MAIN) <= 1:
        if STRICT in documents[0].root.tag:
            raise PartError("Tệp lưu ở dạng «Strict Open XML», chưa dùng làm mẫu được.")
        return
    if kinds.declares(_TEMPLATE):
        raise PartError("Tệp là mẫu Word .dotx, không phải tài liệu .docx.")
    raise PartError("Tệp không phải là tài liệu Word .docx.")
