"""Names, safe parsing and writing of Word's XML."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from truyenthong.ooxml.archive import MAX_ELEMENTS, MAX_PARAGRAPHS
from truyenthong.text import number_wording

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT: Final = "http://purl.oclc.org/ooxml/"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

P, R, T, TBL, TR, TC = (f"{W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc"))
RPR, PPR, BR, CR, TAB = (f"{W}{name}" for name in ("rPr", "pPr", "br", "cr", "tab"))

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[\s/>]")
_SPECIAL = re.compile('[&<>"]')
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class PartError(Exception):
    """A part that is not safe, sound XML; ``str(error)`` is a Vietnamese sentence."""


class DoctypeError(PartError):
    """A part with a document type or an entity, which no Office program writes."""


class CrowdedError(PartError):
    """A part with far more elements than people write; nothing was built of it."""


def _check_elements(data: bytes, name: str, most: int) -> None:
    # A tree takes a hundred times the memory of a short tag, so the tags are counted in the bytes.
    if data.count(b"<") > most or len(_PARAGRAPH.findall(data)) > MAX_PARAGRAPHS:
        limits = f"{number_wording(MAX_PARAGRAPHS)} đoạn, {number_wording(most)} dấu mở và đóng phần tử"
        raise CrowdedError(f"Phần {name} của tệp có quá nhiều đoạn, dòng và ô (nhiều nhất {limits}).")


def parse(
    data: bytes, name: str, *, keep_all: bool = False, program: str = "Word", most: int = MAX_ELEMENTS
) -> Element:
    """The root of one part; entities and document types are refused, nothing is ever fetched.

    Args:
        data: the part's bytes.
        name: the part, for the sentence.
        keep_all: keep comments and processing instructions too.
        program: the program that should have written it, for the sentence.
        most: beginnings and ends of elements that it may have.

    Raises:
        DoctypeError: with a document type.
        CrowdedError: of too many elements or paragraphs.
        PartError: not well-formed.
    """
    _check_elements(data, name, most)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=not keep_all,
        remove_pis=not keep_all,
    )
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise DoctypeError(
            f"Phần {name} của tệp có khai báo DOCTYPE hoặc ENTITY, không phải do {program} ghi ra."
        )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PartError(f"Phần {name} của tệp không phải là XML đúng, có thể tệp đã bị hỏng.") from error
    if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16, which the look above misses
        raise DoctypeError(f"Phần {name} của tệp có khai báo DOCTYPE, không phải do {program} ghi ra.")
    return root


def serialise(root: Element) -> bytes:
    """The bytes of a part, with the declaration that Word writes."""
    return _DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def text_of_part(body: str) -> bytes:
    """The bytes of a part whose XML is already text."""
    return _DECLARATION + body.encode()


def is_element(node: Element) -> bool:
    """Whether a node of a tree is an element, and no comment and no processing instruction."""
    return not callable(node.tag)


def local(element: Element) -> str:
    """The name without its namespace; "" for what is not an element."""
    return str(element.tag).rpartition("}")[2] if is_element(element) else ""


def parent_of(element: Element) -> Element:
    """The parent of an element.

    Raises:
        PartError: nothing, where Word always puts something.
    """
    parent = element.getparent()
    if parent is None:
        raise PartError(f"Phần <{local(element)}> đứng một mình, tệp không do Word ghi ra.")
    return parent


def like(element: Element) -> Element:
    """An empty element of the same name and attributes, not yet in the tree."""
    return element.makeelement(element.tag, {str(key): str(value) for key, value in element.items()})


def tag_prefix(element: Element) -> str:
    """``w:`` as this document writes it; "" under a default namespace."""
    return f"{element.prefix}:" if element.prefix else ""


def escape(text: str) -> str:
    """The text as XML content (and as the value of an attribute in double quotes)."""
    if _SPECIAL.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def written(element: Element) -> str:
    """An element as XML that relies on the prefixes in scope where it is put; its texts are left out."""
    name = f"{tag_prefix(element)}{local(element)}"
    names = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    attributes = "".join(
        f' {_attribute_name(str(key), names)}="{escape(str(value))}"' for key, value in element.items()
    )
    inside = "".join(written(child) for child in element if is_element(child))
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"


def _attribute_name(key: str, names: dict[str, str]) -> str:
    if not key.startswith("{"):
        return key
    uri, _, name = key[1:].partition("}")
    return f"xml:{name}" if uri == "http://www.w3.org/XML/1998/namespace" else f"{names[uri]}:{name}"


def without_illegal(text: str) -> tuple[str, str]:
    """The text without the characters that XML cannot hold, and those characters as ``U+0001 U+FFFF``."""
    found = () if text.isprintable() else _ILLEGAL.findall(text)
    if not found:
        return text, ""
    return _ILLEGAL.sub("", text), " ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in found))
