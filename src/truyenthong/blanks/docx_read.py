"""Reads a filled-in Word form back: the fields in the order of the document; judges no value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from truyenthong.blanks.docx_around import Around
from truyenthong.blanks.docx_controls import Displays, paths_by_tag
from truyenthong.blanks.docx_gathering import UNSEEN_HINT, Gathered, quoted
from truyenthong.blanks.docx_labels import Labels
from truyenthong.blanks.docx_open import carried_identity, looks_of, open_form
from truyenthong.blanks.docx_reader import FormReader
from truyenthong.blanks.docx_texts import key_of
from truyenthong.blanks.docx_walk import Block, Control, Paragraph, box_texts, walk
from truyenthong.blanks.filled import Filled
from truyenthong.blanks.identity import Identity, declaration_mark
from truyenthong.diagnostics.word_forms import TT601, TT604, TT605, TT666
from truyenthong.findings import Finding, Ref
from truyenthong.model.forms import Form
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.text.legacy import LegacyEncoding
from truyenthong.word.archive import ArchiveError
from truyenthong.word.xml import Element, PartError

_OLD_FONT = re.compile(r"(\.Vn)|VNI[- ]")


def read_docx(data: bytes, plan: Plan, roster: Roster) -> Filled | None:
    """What came back in a Word form; None where the file is no form of ours.

    A file that cannot be opened safely is a finding, and nothing of it is read.
    """
    try:
        opened = open_form(data)
        if opened is None:
            return None
        identity, check = carried_identity(opened, plan)
        blocks = walk(opened.root, opened.body, looks_of(opened))
    except (ArchiveError, PartError) as error:
        return _unopened(str(error))
    if identity is None and not any(one.tag for one in _controls(blocks)):
        return None
    form = _form(identity, blocks, plan)
    gathered = Gathered(displays=Displays(plan=plan, roster=roster), known=paths_by_tag(form))
    reader = FormReader(gathered=gathered, form=form, labels=Labels.of(form))
    reader.read(blocks)
    told = form is not None and identity is not None and declaration_mark(form) == identity.declaration
    reader.finish(tell_lost=told)
    around = reader.around
    empty = all(value is None for value in gathered.values.values())
    return Filled(
        identity=identity,
        check=check,
        values=gathered.values,
        paper=around.numbered,
        nil=around.nil,
        unit_name=_unit_name(around, identity, plan, roster),
        places=gathered.places,
        untouched=empty and not around.nil and not around.numbered,
        findings=(*gathered.findings, *_unseen(blocks, gathered), *_boxes(opened.body), *_old_fonts(blocks)),
    )


def _unopened(message: str) -> Filled:
    told = message[:1].lower() + message[1:].rstrip(".")
    hint = "mở tệp bằng Word, lưu lại thành tệp .docx mới rồi gửi lại"
    return Filled(identity=None, check=None, values={}, findings=(TT601.at(Ref(file=""), told, hint=hint),))


def _unseen(blocks: tuple[Block, ...], gathered: Gathered) -> Iterator[Finding]:
    """What is struck out or hidden, one finding for each paragraph with the field that it belongs to."""
    fields = {spot.locator: (path, spot.words) for path, spot in reversed(gathered.places.items())}
    for one in _paragraphs(blocks):
        text = "".join(piece.unseen for piece in one.pieces).strip()
        if text:
            path, words = fields.get(str(one.number), ((), "phần thân"))
            ref = Ref(file="", path=("noi_dung", *path) if path else (), spot=words)
            message = f"phần bị gạch bỏ hoặc bị ẩn «{quoted(text)}» không được đọc"
            yield TT666.at(ref, message, hint=UNSEEN_HINT)


def _boxes(body: Element) -> Iterator[Finding]:
    """Text in text boxes, which belong to no field; Word stores each twice."""
    for text in dict.fromkeys(box_texts(body)):
        message = f"«{quoted(text)}» nằm trong hộp chữ nên không được ghi nhận"
        hint = "ghi nội dung ấy vào một ô của biểu mẫu"
        yield TT604.at(Ref(file="", spot="hộp chữ"), message, hint=hint)


def _old_fonts(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """The first text in a font of an old encoding: one finding speaks for the file."""
    for one in _paragraphs(blocks):
        for piece in one.pieces:
            found = _OLD_FONT.match(piece.font)
            if found is not None and not piece.text.isascii():
                encoding = LegacyEncoding.TCVN3 if found[1] else LegacyEncoding.VNI
                message = (
                    f"chữ gõ bằng phông {piece.font} của bảng mã {encoding.value}: «{quoted(piece.text)}»"
                )
                hint = "gõ lại bằng phông Times New Roman, bộ gõ Unicode"
                yield TT605.at(Ref(file="", spot="phần thân"), message, hint=hint)
                return


def _unit_name(around: Around, identity: Identity | None, plan: Plan, roster: Roster) -> str | None:
    """The name in the form; of two that stand there, the one that is not the unit it was made for."""
    unit = roster.by_code.get(identity.unit or "") if identity is not None else None
    own = {key_of(plan.agency.name)} | ({key_of(unit.name)} if unit is not None else set())
    names = [one for one in (around.unit_name, around.agency) if one is not None]
    return next((one for one in names if key_of(one) not in own), names[0] if names else None)


def _controls(blocks: tuple[Block, ...]) -> Iterator[Control]:
    for one in _paragraphs(blocks):
        yield from one.controls


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        yield from (block,) if isinstance(block, Paragraph) else block.paragraphs


def _form(identity: Identity | None, blocks: tuple[Block, ...], plan: Plan) -> Form | None:
    """The form as it is declared today: by its code, else the one whose fields are in the file."""
    if identity is not None:
        return plan.forms_by_code.get(identity.form)
    tags = {one.tag for one in _controls(blocks)}
    fits = Counter({form.code: len(tags & paths_by_tag(form).keys()) for form in plan.forms})
    best = fits.most_common(1)
    return plan.forms_by_code[best[0][0]] if best and best[0][1] else None
