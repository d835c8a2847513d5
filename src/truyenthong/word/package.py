"""A Word file as parts: which are filled, which are copied; refuses macros and links out of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from truyenthong.word.archive import ArchiveError, Entry, read_archive
from truyenthong.word.limits import MAX_ELEMENTS
from truyenthong.word.xml import STRICT, Element, PartError, local, parse

CONTENT_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_WORD}document.main+xml"
_TEMPLATE = f"{_WORD}template.main+xml"
_MACRO = "Tệp có macro (.docm) hoặc điều khiển ActiveX nên không dùng làm mẫu."
_ACTIVE = {"vbaProject", "wordVbaData", "control", "activeXControlBinary", "attachedToolbars"}
"""Relationships to what runs."""
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.\-]*:|\\\\|//", re.IGNORECASE)
"""Addresses that lead out of the file, whatever the relationship says of itself."""
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
class Package:
    """A file that may be used as a template.

    Attributes:
        entries: everything, in order.
        parts: what may hold tags: the document first, then the others in the file's order.
        content_types: the root of ``[Content_Types].xml``.
    """

    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]


def open_package(data: bytes) -> Package:
    """Reads a ``.docx`` file.

    Raises:
        ArchiveError: no zip file, damaged, too large.
        PartError: not a Word document, with macros, or with links to other files.
    """
    entries = read_archive(data)
    by_name = {entry.name: entry for entry in entries}
    if CONTENT_TYPES not in by_name:
        raise PartError("Tệp là tệp nén thường, không phải tệp Word .docx.")
    types = dict(_content_types(by_name[CONTENT_TYPES]))
    _refuse_macros(by_name, types)
    for entry in entries:
        if entry.name.lower().endswith((".rels", ".xml")):
            _refuse_doctype(entry)
        if entry.name.lower().endswith(".rels"):
            _refuse_links(parse(entry.unpack(), entry.name), entry.name)
    found = list(_filled_parts(by_name, types))
    found.sort(key=lambda part: (_rank(part.kind), part.name))
    _refuse_others(found, types)
    first = sorted(entries, key=lambda entry: entry.name != CONTENT_TYPES)
    return Package(entries=tuple(first), parts=tuple(found))


def _filled_parts(entries: Mapping[str, Entry], types: Mapping[str, str]) -> Iterator[Part]:
    elements = 0
    for name, kind in types.items():
        if kind in _KINDS and name in entries:
            data = entries[name].unpack()
            elements += data.count(b"<")
            if elements > MAX_ELEMENTS:
                raise PartError("Tệp quá lớn để làm mẫu (quá nhiều đoạn, dòng và ô).")
            yield Part(name=name, kind=_KINDS[kind], root=parse(data, name))


def _rank(kind: PartKind) -> int:
    return list(PartKind).index(kind)


def _content_types(entry: Entry) -> Iterator[tuple[str, str]]:
    for one in parse(entry.unpack(), entry.name):
        name, kind = one.get("PartName"), one.get("ContentType") or ""
        if local(one) == "Override" and name:
            yield name.lstrip("/"), kind
        elif _is_macro(kind):
            yield f"*.{one.get('Extension')}", kind


def _is_macro(kind: str) -> bool:
    return "macroenabled" in kind.lower() or "vba" in kind.lower()


def _refuse_macros(entries: Mapping[str, Entry], types: Mapping[str, str]) -> None:
    if any(map(_is_macro, types.values())) or any(
        "vbaproject" in name.lower() or "activex" in name.lower() for name in entries
    ):
        raise PartError(_MACRO)


def _refuse_links(root: Element, name: str) -> None:
    for one in root:
        kind, target = (one.get("Type") or "").rpartition("/")[2], one.get("Target") or ""
        if kind in _ACTIVE:
            raise PartError(_MACRO)
        if kind == "aFChunk":
            raise PartError(f"Tệp có phần chèn từ tệp khác chưa gộp vào (altChunk, trong {name}).")
        inside = one.get("TargetMode") in {None, "Internal"} and not _OUTSIDE.match(target)
        if not inside and kind != "hyperlink":
            what = "một mẫu khác (attachedTemplate)" if kind == "attachedTemplate" else "tệp bên ngoài"
            raise PartError(f"Tệp có liên kết tới {what}: {target} (trong {name}). Mẫu phải đứng một mình.")


def _refuse_doctype(entry: Entry) -> None:
    """In the parts that are only copied too: whoever opens the document reads them all."""
    text = entry.unpack()
    if any(sign.encode(code) in text for sign in ("<!DOCTYPE", "<!ENTITY") for code in _ENCODINGS):
        raise PartError(
            f"Phần {entry.name} của tệp có khai báo DOCTYPE hoặc ENTITY, không phải do Word ghi ra."
        )


def _refuse_others(parts: list[Part], types: Mapping[str, str]) -> None:
    documents = [part for part in parts if part.kind is PartKind.DOCUMENT]
    if len(documents) == 1:
        if STRICT in documents[0].root.tag:
            raise PartError("Tệp lưu ở dạng «Strict Open XML», chưa dùng làm mẫu được.")
        return
    if _TEMPLATE in types.values():
        raise PartError("Tệp là mẫu Word .dotx, không phải tài liệu .docx.")
    raise PartError("Tệp không phải là tài liệu Word .docx.")


__all__ = ["CONTENT_TYPES", "ArchiveError", "Package", "Part", "PartError", "PartKind", "open_package"]
