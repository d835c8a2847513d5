"""Recognises what each paragraph of a paper is, by its words and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truyenthong.nd30 import words
from truyenthong.nd30.elements import Element, Outside, Recognised, RecognisedPaper
from truyenthong.nd30.ends import find_foot, find_head, name_foot, name_head
from truyenthong.nd30.measures import OTHER_FORMS
from truyenthong.nd30.paper import Paper, PaperPart, Paragraph

_ANNEXES = (Element.ANNEX, Element.ANNEX_TITLE, Element.ANNEX_NOTE, Element.ANNEX_BODY)
_BULLETS = ("-", "•")
_TITLED = 15
"""Printed lines among which the title of a paper is looked for."""

_FEW = 3
"""Paragraphs of text after which «Kính gửi» no longer names whom a paper is sent to."""


def recognise(paper: Paper) -> RecognisedPaper:
    """The element of each paragraph of the body, without empty ones."""
    written = [one for one in paper.body if one.is_printed]
    boxed = [one for one in paper.paragraphs if one.part is PaperPart.BOX and one.is_printed]
    head = find_head(written)
    skipped = {one.place for one in head}
    start = next((n for n, one in enumerate(written) if one.place > max(skipped, default=-1)), len(written))
    foot = find_foot(written, start)
    found = list(_Reader(written, skipped, foot, has_head=bool(head)).all(name_head(head)))
    found += [Recognised(element=_in_box(one, has_head=bool(head)), paragraph=one) for one in boxed]
    return RecognisedPaper(
        all=tuple(found),
        top=_top(paper, found),
        type=_type(found),
        outside=_outside(found),
        is_other_form=any(one.element is Element.TITLE and one.text.startswith(OTHER_FORMS) for one in found),
    )


def _outside(found: Sequence[Recognised]) -> Outside | None:
    """A paper of the Party by its head; a person's by its title or signature, where it bears no number."""
    if any(words.is_party(one.text) for one in found[:_TITLED]):
        return Outside.PARTY
    official = (Element.NUMBER, Element.LETTER_SUMMARY, Element.TITLE, Element.ANNEX)
    if any(one.element in official for one in found):
        return None
    first = [one for one in found[:_TITLED] if one.paragraph.is_bold or one.paragraph.is_centred]
    titled = any(words.is_personal(one.text) for one in first)
    return Outside.PERSON if titled or any(words.is_applicant(one.text) for one in found) else None


def _type(found: Sequence[Recognised]) -> str | None:
    title = next((one.text for one in found if one.element is Element.TITLE), "")
    return words.type_of(title) or words.type_at_start(title)


def _in_box(one: Paragraph, *, has_head: bool) -> Element:
    """In text boxes only the state's name and motto are known, where the text has no head."""
    if has_head:
        return Element.OTHER
    if words.is_state_name(one.text):
        return Element.STATE_NAME
    return Element.MOTTO if words.is_motto(one.text) else Element.OTHER


def _top(paper: Paper, found: Sequence[Recognised]) -> tuple[Paragraph, ...]:
    texts = (Element.BODY, Element.GROUND, Element.ADDRESSEE, Element.AUTHORITY)
    end = next((one.paragraph.place for one in found if one.element in texts), None)
    if end is None:
        end = max((one.place for one in paper.body), default=0)
    return tuple(one for one in paper.body if one.place <= end)


class _Reader:
    """Goes down a paper and remembers what came before."""

    def __init__(
        self, written: Sequence[Paragraph], skipped: set[int], foot: tuple[int, int] | None, *, has_head: bool
    ) -> None:
        self._written = written
        self._skipped = skipped
        self._foot = foot
        self._has_head = has_head
        self._stage = Element.OTHER
        self._ended = False
        self._closed = True
        self._grounded = False
        self._long_title = False
        self._listing = False
        self._told = 0

    def all(self, head: Iterator[Recognised]) -> Iterator[Recognised]:
        """Everything in reading order."""
        for named in head:
            if named.element in (Element.TITLE, Element.SUMMARY):
                self._stage = Element.TITLE
            yield named
        for place, one in enumerate(self._written):
            if one.place in self._skipped:
                continue
            if self._foot is not None and self._foot[0] <= place <= self._foot[1]:
                if place == self._foot[0]:
                    yield from name_foot(self._written[self._foot[0] : self._foot[1] + 1])
                self._ended = True
            else:
                yield from self._pieces(one, place)

    def _pieces(self, one: Paragraph, place: int) -> Iterator[Recognised]:
        """Title and summary, number and title of an annex may be lines of one paragraph."""
        whole = len(one.text) > words.LONGEST or self._stage is Element.BODY
        for piece in (one,) if whole else one.pieces():
            yield Recognised(element=self._element(piece, place), paragraph=piece)

    def _element(self, one: Paragraph, place: int) -> Element:
        text = one.text
        if one.cell is None and self._is_annex(one, place):
            self._stage = Element.ANNEX
            return self._stage
        if self._stage in _ANNEXES:
            return self._in_annex(one, text)
        if one.cell is not None or self._ended:
            return self._beside(text)
        if words.is_ruled(text):
            return Element.OTHER
        if self._stage in (Element.TITLE, Element.SUMMARY, Element.AUTHORITY):
            return self._after_title(one, text)
        return self._in_text(one, text)

    def _is_annex(self, one: Paragraph, place: int) -> bool:
        titled = words.is_annex_with_title(one.text) and (one.is_bold or one.is_centred)
        return (words.is_annex(one.text) or titled) and self._is_heading(one, place)

    def _is_heading(self, one: Paragraph, place: int) -> bool:
        """An annex comes after the end of the text, or begins the file; a heading in the text is none."""
        if self._foot is None or self._ended:
            return one.is_centred or one.is_bold or self._stage is not Element.BODY
        return one.is_centred and place > self._foot[1]

    def _beside(self, text: str) -> Element:
        """In a table of the text, or below its end."""
        if self._ended:
            return Element.COPY_FORM if words.is_copy_form(text) else Element.OTHER
        if words.is_addressee(text) and self._stage is not Element.BODY:
            self._stage = Element.ADDRESSEE
            return Element.ADDRESSEE
        if self._stage is Element.ADDRESSEE:
            return Element.ADDRESSEE_LINE
        return Element.OTHER

    def _in_annex(self, one: Paragraph, text: str) -> Element:
        if one.cell is not None or self._stage is Element.ANNEX_BODY or words.is_ruled(text):
            self._stage = Element.ANNEX_BODY if one.cell is not None else self._stage
            return Element.ANNEX_BODY
        open_note = self._stage is Element.ANNEX_NOTE and not self._closed
        if words.is_annex_note(text) or open_note:
            self._closed = text.rstrip(". ").endswith(")")
            self._stage = Element.ANNEX_NOTE
            return Element.ANNEX_NOTE
        bold_and_centred = (one.is_bold or one.is_blank) and one.is_centred
        if self._stage is not Element.ANNEX_NOTE and (bold_and_centred or _is_capital(text)):
            self._stage = Element.ANNEX_TITLE
            return Element.ANNEX_TITLE
        self._stage = Element.ANNEX_BODY
        return Element.ANNEX_BODY

    def _after_title(self, one: Paragraph, text: str) -> Element:
        """The summary: bold or centred lines right below the type, then who decides."""
        centred = one.is_centred
        is_note = centred and not one.is_bold and (one.is_italic or text.startswith("("))
        if is_note or words.is_annex_note(text):
            return Element.OTHER
        first = self._stage is Element.TITLE
        capital = centred and _is_capital(text)
        if words.begins_text(text) or not (one.is_bold or (centred and first) or capital):
            self._stage = Element.GROUND
            return self._in_text(one, text)
        if first and self._long_title and _is_capital(text):
            return Element.TITLE
        decides = not first and _is_capital(text)
        self._stage = Element.AUTHORITY if decides or self._stage is Element.AUTHORITY else Element.SUMMARY
        return self._stage

    def _in_text(self, one: Paragraph, text: str) -> Element:
        if self._stage is Element.OTHER and self._is_title(one, text):
            self._long_title = words.type_of(text) is None
            self._stage = Element.TITLE
        elif words.is_addressee(text) and self._told < _FEW:
            self._stage = Element.ADDRESSEE
            self._listing = text.endswith(":")
        elif self._stage is Element.ADDRESSEE and len(text) < 200 and (self._listing or _is_listed(one)):
            self._listing = self._listing and text.endswith(";")
            return Element.ADDRESSEE_LINE
        elif self._stage is not Element.BODY and words.is_ground(
            text, italic=one.is_italic, follows=self._grounded
        ):
            self._stage, self._grounded = Element.GROUND, True
        elif self._stage is Element.OTHER and _is_heading(one, text):
            return Element.HEADING
        elif self._stage is Element.OTHER and (one.has_tags or not self._has_head):
            return Element.OTHER
        else:
            self._told += 1
            self._stage = Element.BODY
        return self._stage

    def _is_title(self, one: Paragraph, text: str) -> bool:
        if words.type_of(text) is not None:
            return one.is_bold or one.is_centred or text == text.upper()
        return one.is_bold and one.is_centred and words.type_at_start(text) is not None


def _is_listed(one: Paragraph) -> bool:
    return one.text.startswith(words.DASHES) or one.label in _BULLETS


def _is_capital(text: str) -> bool:
    return text == text.upper() and any(char.isalpha() for char in text) and len(text) > 3


def _is_heading(one: Paragraph, text: str) -> bool:
    return _is_capital(text) and one.is_bold and one.is_centred
