"""A Word file as parts: which are filled, which are copied; refuses macros and links out of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from truyenthong.word.archive import ArchiveError, Entry, read_archive
from truyenthong.word.xml import STRICT, Element, PartError, local, parse

CONTENT_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_WORD}document.main+xml"
_TEMPLATE = f"{_WORD}template.main+xml"


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
        if entry.name.lower().endswith(".rels"):
            _refuse_links(parse(entry.unpack(), entry.name), entry.name)
    found = [
        Part(name=name, kind=_KINDS[kind], root=parse(by_name[name].unpack(), name))
        for name, kind in types.items()
        if kind in _KINDS and name in by_name
    ]
    found.sort(key=lambda part: (_rank(part.kind), part.name))
    _refuse_others(found, types)
    first = sorted(entries, key=lambda entry: entry.name != CONTENT_TYPES)
    return Package(entries=tuple(first), parts=tuple(found))


def _rank(kind: PartKind) -> int:
    return list(PartKind).index(kind)


def _content_types(entry: Entry) -> Iterator[tuple[str, str]]:
    for one in parse(entry.unpack(), entry.name):
        name, kind = one.get("PartName"), one.get("ContentType") or ""
        if local(one) == "Override" and name:
            yield name.lstrip("/"), kind
        elif "macroEnabled" in kind or "vbaProject" in kind:
            yield f"*.{one.get('Extension')}", kind


def _refuse_macros(entries: Mapping[str, Entry], types: Mapping[str, str]) -> None:
    macro = any("macroEnabled" in kind or "vba" in kind.lower() for kind in types.values())
    if macro or any("vbaproject" in name.lower() or "activex" in name.lower() for name in entries):
        raise PartError("Tệp có macro (.docm) hoặc điều khiển ActiveX nên không dùng làm mẫu.")


def _refuse_links(root: Element, name: str) -> None:
    for one in root:
        kind = (one.get("Type") or "").rpartition("/")[2]
        if one.get("TargetMode") == "External" and kind != "hyperlink":
            what = "một mẫu khác (attachedTemplate)" if kind == "attachedTemplate" else "tệp bên ngoài"
            raise PartError(
                f"Tệp có liên kết tới {what}: {one.get('Target')} (trong {name}). Mẫu phải đứng một mình."
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
