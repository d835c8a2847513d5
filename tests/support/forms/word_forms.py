"""Word forms of the real plan for tests: made, filled in by editing the XML, read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from lxml import etree

from truyenthong.documents.submissions import encode_receipt
from truyenthong.forms.filled import BlankRequest, Filled
from truyenthong.forms.word import read_docx, write_docx
from truyenthong.model.forms import Content, Field, FieldType, Form
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import PaperNumber, Receipt
from truyenthong.ooxml.archive import pack, read_archive, write_archive
from truyenthong.ooxml.xml import Element, W, parse, serialise
from truyenthong.operations.load import Ready, load, ready
from truyenthong.workspace.layout import named_workspace
from truyenthong.yamltext.tree import Value

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = "word/document.xml"


@cache
def year() -> Ready:
    """The example year: the real plan, made-up submissions."""
    return ready(load(named_workspace(ROOT / "examples" / "2020-2021")))


def request_for(
    duty: str, *, unit: str | None = "pgd-than-uyen", content: Content | None = None
) -> BlankRequest:
    """What a form of a duty of the real plan is made from, in its first period."""
    work = year()
    obligation = work.plan.obligations_by_code[duty]
    form = work.plan.form_of(obligation)
    assert form is not None
    return BlankRequest(
        plan=work.plan,
        roster=work.roster,
        obligation=obligation,
        form=form,
        unit=work.roster.by_code[unit] if unit is not None else None,
        period=work.plan.periods(obligation)[0],
        content=content,
    )


def example_requests() -> Iterator[BlankRequest]:
    """For every duty of the real plan, forms filled in with what units sent in the example year."""
    told: dict[str, int] = {}
    for submission in year().loaded.submissions.values():
        for receipt in submission.receipts:
            if receipt.content is None or told.get(submission.obligation, 0) >= 2:
                continue
            told[submission.obligation] = told.get(submission.obligation, 0) + 1
            blank = request_for(submission.obligation, unit=submission.unit, content=receipt.content)
            period = year().plan.period(blank.obligation, submission.period)
            day = PaperNumber(number="45", symbol="BC-PGDĐT", day=date(2021, 2, 3))
            yield replace(blank, period=period, paper=day)


def tree_of(content: Content, form: Form) -> dict[str, Value]:
    """What a form with that content reads back as: the tree of its submission, an empty table as nothing."""
    receipt = Receipt(index=0, received=Moment(day=date(2021, 5, 1)), content=content)
    encoded = encode_receipt(receipt, form)
    assert isinstance(encoded, dict)
    values = encoded["noi_dung"]
    assert isinstance(values, dict)
    return {code: None if value == [] else value for code, value in values.items()}


def read(data: bytes) -> Filled:
    """What comes back of a file that is a form."""
    filled = read_docx(data, year().plan, year().roster)
    assert filled is not None
    return filled


def edited(data: bytes, edit: Callable[[Element], None], *, part: str = DOCUMENT) -> bytes:
    """The file after somebody changed one part."""
    entries = []
    for entry in read_archive(data):
        if entry.name == part:
            root = parse(entry.unpack(), part)
            edit(root)
            entries.append(pack(part, serialise(root)))
        else:
            entries.append(entry)
    return write_archive(entries)


def replaced(data: bytes, old: str, new: str, *, part: str = DOCUMENT) -> bytes:
    """The file with a piece of XML replaced in one part."""
    entries = []
    for entry in read_archive(data):
        if entry.name == part:
            text = entry.unpack().decode()
            assert old in text, old
            entries.append(pack(part, text.replace(old, new).encode()))
        else:
            entries.append(entry)
    return write_archive(entries)


def controls(root: Element, tag: str) -> list[Element]:
    """The content controls of a tag."""
    return [
        one
        for one in root.iter(f"{W}sdt")
        if any(name.get(f"{W}val") == tag for name in one.iterfind(f"{W}sdtPr/{W}tag"))
    ]


def type_into(control: Element, *lines: str) -> None:
    """What Word does when somebody types into a control: the blank goes, runs come."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    assert properties is not None
    assert content is not None
    for waiting in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(waiting)
    if content[0].tag == f"{W}p":
        style = content[0].find(f"{W}pPr")
        for old in list(content):
            content.remove(old)
        for line in lines:
            paragraph = etree.SubElement(content, f"{W}p")
            if style is not None:
                paragraph.append(etree.fromstring(etree.tostring(style)))
            paragraph.append(run(paragraph, line))
    else:
        for old in list(content):
            content.remove(old)
        content.append(run(content, *lines))


def run(near: Element, text: str) -> Element:
    """A run of text, not yet in the tree."""
    made = near.makeelement(f"{W}r")
    holder = etree.SubElement(made, f"{W}t")
    holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    holder.text = text
    return made


def filled_blank(duty: str, typed: dict[str, str], *, unit: str = "pgd-than-uyen") -> bytes:
    """A blank form into whose controls (by tag; the first of each) something was typed."""

    def fill(root: Element) -> None:
        for tag, text in typed.items():
            type_into(controls(root, tag)[0], text)

    return edited(write_docx(request_for(duty, unit=unit)), fill)


def every_type(code: str = "moi") -> Form:
    """A form with a field of every type, alone and in a table, declared nowhere but here."""
    from truyenthong.model.forms import Choice  # noqa: PLC0415 - beside its only use

    choices = (Choice(code="mot", label="Thứ nhất"), Choice(code="hai", label="Thứ hai"))
    kinds = (*(one for one in FieldType if one is not FieldType.TABLE),)
    cells = tuple(
        Field(
            code=f"o_{kind.value.replace('-', '_')}",
            label=f"Ô {kind.value}",
            type=kind,
            choices=choices if kind is FieldType.CHOICE else (),
        )
        for kind in kinds
    )
    table = Field(code="bang", label="Một bảng", type=FieldType.TABLE, columns=cells)
    return Form(code=code, name="Báo cáo thử", version=1, fields=(*cells, table))
