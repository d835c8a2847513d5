"""Short ways to describe a field, one for each kind; describes none itself."""

from __future__ import annotations

from truyenthong.word.fields import Field, FieldKind


def text(sentence: str, example: str) -> Field:
    """A text."""
    return Field(kind=FieldKind.TEXT, sentence=sentence, example=example)


def number(sentence: str, example: str) -> Field:
    """A number, or nothing."""
    return Field(kind=FieldKind.NUMBER, sentence=sentence, example=example)


def boolean(sentence: str, example: str) -> Field:
    """True or false."""
    return Field(kind=FieldKind.BOOLEAN, sentence=sentence, example=example)


def day(sentence: str, example: str) -> Field:
    """A day, or nothing."""
    return Field(kind=FieldKind.DATE, sentence=sentence, example=example)


def runs(sentence: str) -> Field:
    """Text with bold and italic stretches."""
    return Field(kind=FieldKind.RUNS, sentence=sentence, example="trước ngày 31/5/2021")


def texts(sentence: str, example: str) -> Field:
    """A list of texts."""
    return Field(kind=FieldKind.LIST, sentence=sentence, example=example)


def many(sentence: str, **children: Field) -> Field:
    """A list; the children are those of one item."""
    return Field(kind=FieldKind.LIST, sentence=sentence, children=children)


def group(sentence: str, **children: Field) -> Field:
    """A group of names."""
    return Field(kind=FieldKind.MAPPING, sentence=sentence, children=children)


def chart(sentence: str) -> Field:
    """What a native chart of Word is filled with."""
    rows = many("Các dãy số.", ten=text("Tên dãy.", "Đúng hạn"), gia_tri=texts("Giá trị từng nhóm.", "12"))
    children = {"nhom": texts("Tên các nhóm trên trục.", "Phòng Giáo dục và Đào tạo"), "day": rows}
    return Field(kind=FieldKind.CHART, sentence=sentence, children=children)
