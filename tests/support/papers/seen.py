"""What a reader of a Word file sees, part by part: the words of paragraphs, the cells of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN = {
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "sdtPr", "pPr", "rPr", "fldChar")
}
_FLAT = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml")}
_PARTS = ("document", "header", "footer", "footnotes", "endnotes")

Words = list["str | Words"]
"""Lines; a table is a list of its rows, a row a list of its cells, a cell a list of lines."""


def seen(data: bytes) -> dict[str, Words]:
    """By part («document», «header1»), without those in which nothing is written."""
    made: dict[str, Words] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            short = name.removeprefix("word/").removesuffix(".xml")
            if name.startswith("word/") and short.rstrip("0123456789") in _PARTS:
                words = list(_blocks(etree.fromstring(archive.read(name))))
                if any(words):
                    made[short] = words
    return made


def _blocks(parent: etree._Element) -> Iterator[str | Words]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield "".join(_words(child))
            yield from _boxes(child)
        elif child.tag == f"{_W}tbl":
            yield [[list(_blocks(cell)) for cell in _below(row, "tc")] for row in _below(child, "tr")]
        elif child.tag != f"{_W}sectPr" and child.tag not in _HIDDEN:
            yield from _blocks(child)


def _below(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in _FLAT:
            yield from _below(child, name)


def _words(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in {f"{_W}tab", f"{_W}br"} and parent.tag == f"{_W}r":
            yield "\t" if child.tag == f"{_W}tab" else "\n"
        elif child.tag not in {*_HIDDEN, f"{_W}p", f"{_W}tbl", _FALLBACK}:
            yield from _words(child)


def _boxes(paragraph: etree._Element) -> Iterator[str | Words]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(True for _ in box.iterancestors(_FALLBACK)):
            yield from _blocks(box)


def faces(data: bytes, part: str = "document") -> Iterator[tuple[str, bool, bool]]:
    """The words of each run with whether it is bold and whether it is italic."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(f"word/{part}.xml"))
    for run in root.iter(f"{_W}r"):
        if words := "".join(_words(run)):
            yield words, _on(run, "b"), _on(run, "i")


def _on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in {"0", "false"}
