"""The properties of the finished document: title, author and fixed times; renders no tag."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from truyenthong.word.xml import Element, without_illegal

_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocProperties:
    """What Word shows under «Thông tin».

    Attributes:
        title, author, subject, keywords: "" keeps what the template says.
        created: when the document counts as made, with a time zone; never the clock's time by itself, so that
            the same input makes the same bytes.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: datetime


def set_properties(core: Element, properties: DocProperties) -> None:
    """Writes them into the root of ``docProps/core.xml``."""
    moment = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = {
        f"{_DC}title": properties.title,
        f"{_DC}creator": properties.author,
        f"{_CP}lastModifiedBy": properties.author,
        f"{_DC}subject": properties.subject,
        f"{_CP}keywords": properties.keywords,
    }
    for tag, text in texts.items():
        if text:
            _element(core, tag).text = without_illegal(text)[0]
    for tag in (f"{_TERMS}created", f"{_TERMS}modified"):
        element = _element(core, tag)
        element.set(_TYPE, f"{_terms_prefix(core)}:W3CDTF")
        element.text = moment
    _element(core, f"{_CP}revision").text = "1"
    for old in core.findall(f"{_CP}lastPrinted"):
        core.remove(old)


def _element(core: Element, tag: str) -> Element:
    found = core.find(tag)
    return etree.SubElement(core, tag) if found is None else found


def _terms_prefix(core: Element) -> str:
    return _element(core, f"{_TERMS}created").prefix or "dcterms"
