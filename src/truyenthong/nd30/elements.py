"""Recognises what each paragraph of a paper is, by its words and its place; judges nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from truyenthong.nd30.measures import TYPES
from truyenthong.nd30.paper import Paper, Paragraph
from truyenthong.text import collapse, fold


class Element(StrEnum):
    """The elements of a paper (NĐ 30/2020/NĐ-CP, Phụ lục I, II), as findings name them."""

    STATE_NAME = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    SUPERIOR = "tên cơ quan chủ quản"
    AGENCY = "tên cơ quan ban hành"
    NUMBER = "số, ký hiệu"
    LETTER_SUMMARY = "trích yếu công văn"
    DATE_LINE = "địa danh và ngày tháng"
    TITLE = "tên loại văn bản"
    SUMMARY = "trích yếu nội dung"
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
    OTHER = "chữ khác"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A paragraph of the body with what it is."""

    element: Element
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """Its words, spaces collapsed."""
        return collapse(self.paragraph.text)


_STATE = fold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_MOTTO = re.compile(r"độc lập\s*\S?\s*tự do\s*\S?\s*hạnh phúc", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*[:.]?\s*(\d|/|…|\.\.|_|\{\{|$)", re.IGNORECASE)
_DATE = re.compile(r"ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_ANNEX = re.compile(r"phụ lục(\s+(số\s+)?[\divxlc]+)?\.?", re.IGNORECASE)
_NOTE = re.compile(r"\((ban hành )?kèm theo\b", re.IGNORECASE)
_RULED = re.compile(r"[_\-–—.…=*\s]*")


_RECIPIENTS = fold("Nơi nhận")


def _is_recipients(text: str) -> bool:
    return fold(text).startswith(_RECIPIENTS)


def recognise(paper: Paper) -> tuple[Recognised, ...]:
    """What each paragraph of the body is, empty ones left out."""
    written = [one for one in paper.body if one.is_printed]
    return tuple(_Recogniser(written).all())


class _Recogniser:
    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._all = paragraphs
        self._head = self._table_with(lambda text: fold(text) == _STATE or bool(_MOTTO.fullmatch(text)))
        self._foot = self._table_with(_is_recipients)
        self._stage = Element.OTHER

    def all(self) -> Iterator[Recognised]:
        head = [one for one in self._all if self._in_head(one)]
        elements = {id(one): element for one, element in _heads(head)}
        for place, one in enumerate(self._all):
            if id(one) in elements:
                yield Recognised(element=elements[id(one)], paragraph=one)
            elif self._foot is not None and one.table == self._foot:
                yield Recognised(element=self._foot_element(one), paragraph=one)
            else:
                yield Recognised(element=self._middle(one, place), paragraph=one)

    def _table_with(self, test: Callable[[str], bool]) -> int | None:
        for one in self._all:
            if one.table is not None and test(collapse(one.text)):
                return one.table
        return None

    def _in_head(self, one: Paragraph) -> bool:
        return self._head is not None and one.table == self._head

    # Between the head and the foot

    def _middle(self, one: Paragraph, place: int) -> Element:
        text = collapse(one.text)
        if one.table is not None or _RULED.fullmatch(text):
            return Element.ANNEX_BODY if self._stage is Element.ANNEX_BODY else Element.OTHER
        if _ANNEX.fullmatch(text):
            self._stage = Element.ANNEX
            return Element.ANNEX
        if self._stage in (Element.ANNEX, Element.ANNEX_TITLE, Element.ANNEX_BODY):
            return self._in_annex(text)
        if self._stage is Element.TITLE:
            return self._after_title(one, text)
        return self._in_text(one, text, place)

    def _in_annex(self, text: str) -> Element:
        if _NOTE.match(text):
            return Element.ANNEX_NOTE
        if self._stage is Element.ANNEX and text == text.upper():
            self._stage = Element.ANNEX_TITLE
            return Element.ANNEX_TITLE
        if self._stage is Element.ANNEX_TITLE and text == text.upper() and len(text) > 3:
            return Element.ANNEX_TITLE
        self._stage = Element.ANNEX_BODY
        return Element.ANNEX_BODY

    def _after_title(self, one: Paragraph, text: str) -> Element:
        """The summary: bold or centred lines right below the type."""
        bold = all(run.bold for run in one.inked)
        if bold and not text.startswith(("Căn cứ", "Kính gửi", "I.")):
            return Element.SUMMARY
        self._stage = Element.BODY
        return self._in_text(one, text, 0)

    def _in_text(self, one: Paragraph, text: str, place: int) -> Element:
        if self._stage is Element.OTHER and text.upper() in TYPES:
            self._stage = Element.TITLE
            return Element.TITLE
        if text.startswith("Kính gửi"):
            self._stage = Element.ADDRESSEE
            return Element.ADDRESSEE
        if self._stage is Element.ADDRESSEE and text.startswith("- ") and len(text) < 200:
            return Element.ADDRESSEE_LINE
        if text.startswith("Căn cứ ") and self._is_ground(place):
            return Element.GROUND
        if one.has_tags and self._stage is Element.OTHER:
            return Element.OTHER
        self._stage = Element.BODY if self._head is not None else Element.OTHER
        return self._stage

    def _is_ground(self, place: int) -> bool:
        """Whether all paragraphs between the head and here are grounds too."""
        before = [
            one
            for one in self._all[:place]
            if one.table is None
            and not _RULED.fullmatch(one.text)
            and collapse(one.text).upper() not in TYPES
        ]
        told = [one for one in before if not all(run.bold for run in one.inked)]
        return all(collapse(one.text).startswith("Căn cứ ") for one in told)

    # The foot

    def _foot_element(self, one: Paragraph) -> Element:
        text = collapse(one.text)
        if _is_recipients(text):
            return Element.RECIPIENTS
        if one.cell == self._recipients_cell():
            return Element.RECIPIENT
        if _RULED.fullmatch(text):
            return Element.OTHER
        return Element.POSITION if text == text.upper() and not one.has_tags else self._signed(one)

    def _signed(self, one: Paragraph) -> Element:
        return Element.OTHER if one.has_tags or collapse(one.text).startswith("(") else Element.NAME

    def _recipients_cell(self) -> int:
        return next(
            one.cell for one in self._all if one.table == self._foot and _is_recipients(collapse(one.text))
        )


def _heads(head: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Element]]:
    """The elements of the table at the top of the first page."""
    named = [(one, _head_element(collapse(one.text))) for one in head]
    yield from ((one, element) for one, element in named if element is not None)
    right = {one.cell for one, element in named if element in (Element.STATE_NAME, Element.MOTTO)}
    names = [
        one
        for one, element in named
        if element is None and one.cell not in right and not _RULED.fullmatch(one.text) and one.row == 0
    ]
    for one in names[:-1]:
        yield one, Element.SUPERIOR
    for one in names[-1:]:
        yield one, Element.AGENCY
    told = {id(one) for one, element in named if element is not None} | {id(one) for one in names}
    for one in head:
        if id(one) not in told:
            yield one, Element.OTHER


def _head_element(text: str) -> Element | None:
    if fold(text) == _STATE:
        return Element.STATE_NAME
    if _MOTTO.fullmatch(text):
        return Element.MOTTO
    if text.casefold().startswith("v/v"):
        return Element.LETTER_SUMMARY
    if _DATE.search(text):
        return Element.DATE_LINE
    return Element.NUMBER if _NUMBER.match(text) else None
