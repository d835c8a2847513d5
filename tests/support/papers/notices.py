"""A small right notice, to put one thing into."""

from __future__ import annotations

import io
import zipfile

from support.papers.right_papers import LIST, foot, head, titled
from support.templates.raw_word import PLAIN_PAGE, body, word_file, zipped
from truyenthong.nd30 import lint_document

TOP = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/TB-SGDĐT")
TITLE = titled("THÔNG BÁO", "Về lịch họp")
CLOSE = body("Các đơn vị thực hiện./.")
FOOT = foot(LIST, ["GIÁM ĐỐC"])


def notice(
    text: str = "",
    *,
    top: str = TOP + TITLE,
    close: str = CLOSE,
    end: str = FOOT,
    page: str = PLAIN_PAGE,
    **parts: str,
) -> bytes:
    """The notice with ``text`` in it."""
    return word_file(top + text + close + end + page, **parts)


def codes(data: bytes) -> list[str]:
    """What is found, by code."""
    return [one.code for one in lint_document(data, file="a.docx")]


def with_part(data: bytes, name: str, xml: str) -> bytes:
    """The same file with one more part, or another in its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = xml.encode()
    return zipped(parts)
