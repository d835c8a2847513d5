"""The elements that the paragraphs of a paper can be, as findings name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from truyenthong.nd30.paper import Paragraph


class Element(StrEnum):
    """The elements of a paper (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II and III)."""

    STATE_NAME = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    SUPERIOR = "tên cơ quan chủ quản"
    AGENCY = "tên cơ quan ban hành"
    NUMBER = "số, ký hiệu"
    LETTER_SUMMARY = "trích yếu công văn"
    DATE_LINE = "địa danh và ngày tháng"
    TITLE = "tên loại văn bản"
    HEADING = "tiêu đề của giấy tờ khác"
    SUMMARY = "trích yếu nội dung"
    AUTHORITY = "thẩm quyền ban hành"
    DECIDING = "chữ mở đầu lời văn"
    GROUND = "căn cứ"
    ADDRESSEE = "Kính gửi"
    ADDRESSEE_LINE = "nơi được gửi"
    BODY = "lời văn"
    RECIPIENTS = "chữ Nơi nhận"
    RECIPIENT = "danh sách nơi nhận"
    POSITION = "quyền hạn, chức vụ"
    NAME = "họ tên người ký"
    ANNEX = "số phụ lục"
    ANNEX_TITLE = "tên phụ lục"
    ANNEX_NOTE = "dòng chỉ dẫn của phụ lục"
    ANNEX_BODY = "nội dung phụ lục"
    COPY_FORM = "hình thức sao"
    PAGE_NUMBER = "số trang"
    OTHER = "chữ khác"


class Outside(StrEnum):
    """Papers that the decree does not govern, as the finding says it (Điều 1, Điều 7)."""

    PARTY = "văn bản của Đảng không theo Nghị định này, nên không soát"
    PERSON = (
        "đơn, tờ khai, giấy đề nghị của cá nhân không phải văn bản hành chính của cơ quan, "
        "Nghị định này không quy định thể thức, nên không soát"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A paragraph, or one line of it, with what it is."""

    element: Element
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """Its words, spaces collapsed."""
        return self.paragraph.text

    @property
    def told(self) -> str:
        """Its words after the bullet or number that Word sets before them."""
        label = self.paragraph.label
        return f"{label} {self.text}" if label else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedPaper:
    """A paper whose paragraphs are recognised.

    Attributes:
        all: what is printed in the body and its text boxes, in reading order.
        top: all paragraphs above the text, empty ones too: where the lines below names are looked for.
        type: the name of the type in capitals («BÁO CÁO»); None for a letter, or where it is not known.
        outside: why the decree does not govern the paper; None where it does.
        is_other_form: a paper whose form other rules lay down in part.
    """

    all: tuple[Recognised, ...]
    top: tuple[Paragraph, ...]
    type: str | None
    outside: Outside | None = None
    is_other_form: bool = False
