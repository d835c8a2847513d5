"""Recognises a picture by its content and fits it to its frame."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from truyenthong.ooxml.xml import Element
from truyenthong.text import file_number
from truyenthong.word.running.limits import TooMuchError, UnsuitableError
from truyenthong.word.running.operators import kind_name
from truyenthong.word.running.values import Blob

MAX_SIDE = 20_000
"""Pixels; a page of A4 at 600 dots per inch has 7,016."""
MAX_HEIGHT = 9_252_000
"""English metric units (360,000 a centimetre): the 25.7 cm between the margins of an upright A4 page."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_NO_LENGTH = {0x01, *range(0xD0, 0xD9)}
_NOT_FRAMES = {0xC4, 0xC8, 0xCC}
_START_OF_SCAN = 0xDA


class ImageKind(StrEnum):
    """What a picture is; the value is the ending of its file."""

    PNG = "png"
    JPEG = "jpeg"

    @property
    def content_type(self) -> str:
        """As the file declares it."""
        return f"image/{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture with its size in pixels."""

    kind: ImageKind
    data: bytes
    width: int
    height: int
    description: str = ""


def image_of(value: Mapping[str, object] | Blob) -> Image | None:
    """The picture in plain data ``{"anh": bytes, "mo_ta": str}``; None where there is none.

    Raises:
        UnsuitableError: no PNG and no JPEG, or damaged.
        TooMuchError: too many pixels.
    """
    blob: object = value
    text: object = ""
    if not isinstance(value, Blob):
        blob, text = value.get("anh"), value.get("mo_ta") or ""
    if blob is None:
        return None
    if not isinstance(blob, Blob):
        raise UnsuitableError(f"«anh» của hình phải là nội dung tệp hình nhưng là {kind_name(blob)}")
    if not isinstance(text, str):
        raise UnsuitableError(f"«mo_ta» của hình phải là chữ nhưng là {kind_name(text)}")
    kind, (width, height) = _recognised(blob.data)
    if not (width and height):
        raise UnsuitableError("tệp hình bị hỏng")
    if max(width, height) > MAX_SIDE:
        raise TooMuchError(f"hình {width} × {height} điểm ảnh, mỗi cạnh nhiều nhất {MAX_SIDE}")
    return Image(
        kind=kind, data=blob.data, width=width, height=height, description=" ".join(text.split())[:2_000]
    )


def _recognised(data: bytes) -> tuple[ImageKind, tuple[int, int]]:
    if data.startswith(_PNG):
        return ImageKind.PNG, _png_size(data)
    if data.startswith(_JPEG):
        return ImageKind.JPEG, _jpeg_size(data)
    raise UnsuitableError("tệp hình không phải là PNG hoặc JPEG")


def _png_size(data: bytes) -> tuple[int, int]:
    head = data[12:29]
    sound = data[8:16] == b"\0\0\0\x0dIHDR" and zlib.crc32(head) == int.from_bytes(data[29:33], "big")
    if not sound or b"IEND" not in data[-64:]:
        return 0, 0
    return int.from_bytes(head[4:8], "big"), int.from_bytes(head[8:12], "big")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _NO_LENGTH:
            place += 1 if marker == 0xFF else 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES:
            height, width = (int.from_bytes(data[place + i : place + i + 2], "big") for i in (5, 7))
            return width, height
        if marker == _START_OF_SCAN:
            break
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return 0, 0


def fit_picture(frame: Element, picture: Element, image: Image, key: str, name: str) -> None:
    """Puts a picture into its frame: the frame's width stays, its height follows the picture.

    Args:
        frame: the ``wp:inline`` or ``wp:anchor``.
        picture: its ``pic:pic``.
        image: what is shown.
        key: the relationship to its bytes.
        name: the attribute that holds it.
    """
    for blip in picture.iter(f"{A}blip"):
        for child in list(blip):  # looks and a drawing (SVG) of the picture that was there before
            blip.remove(child)
        blip.set(name, key)
    for crop in list(picture.iter(f"{A}srcRect")):
        crop.getparent().remove(crop)  # type: ignore[union-attr] # found below the picture
    extent = frame.find(f"{WP}extent")
    width, height = _fitted(extent, image)
    for size in (extent, picture.find(f"{PIC}spPr/{A}xfrm/{A}ext")):
        if size is not None:
            size.set("cx", str(width))
            size.set("cy", str(height))
    for relative in (f"{_WP14}sizeRelH", f"{_WP14}sizeRelV"):
        for one in frame.findall(relative):
            frame.remove(one)


def _fitted(extent: Element | None, image: Image) -> tuple[int, int]:
    own = "" if extent is None else extent.get("cx") or ""
    width = file_number(own) or 3_600_000
    height = max(1, round(width * image.height / image.width))
    if height > MAX_HEIGHT:
        return max(1, round(MAX_HEIGHT * image.width / image.height)), MAX_HEIGHT
    return width, height
