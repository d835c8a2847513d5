"""Content controls of Word: their tags, their XML and what stands in empty ones; lays out no form."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from truyenthong.model.forms import Choice, ChoiceSource, Field, FieldType, Form
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.ooxml.xml import escape, without_illegal
from truyenthong.text import nfc

TagPath = tuple[str, ...]
"""(field) or (table, column) under ``noi_dung``."""

NUMBER_TAG, SYMBOL_TAG, DAY_TAG = "tt:van_ban.so", "tt:van_ban.ky_hieu", "tt:van_ban.ngay"
NIL_TAG, UNIT_TAG, AGENCY_TAG = "tt:khong_phat_sinh", "tt:don_vi", "tt:co_quan"

LONG_BLANK, SHORT_BLANK, CHOICE_BLANK = "…………", "……", "(chọn)"
DAY_BLANK, MOMENT_BLANK = "…/…/……", "…/…/…… …:…"
BLANKS = (MOMENT_BLANK, DAY_BLANK, LONG_BLANK, CHOICE_BLANK, SHORT_BLANK)
"""What is printed where nothing is filled in: the dots of a form; the longer ones first."""

BLANK_DATE = "ngày …… tháng …… năm ……"
DATE_PATTERN = "'ngày' dd 'tháng' M 'năm' yyyy"

_LONGEST_TAG = 64
"""Word opens no file with a longer tag or title."""
_LONGEST_DISPLAY = 240
_TAG = re.compile(r"tt:noi_dung\.([a-z0-9_]+)(?:\[\](?:\.([a-z0-9_]+))?)?")

EMPTY_BOX, TICKED_BOX = "☐", "☒"


def tag_of(path: TagPath, *, rows: bool = False) -> str:
    """``tt:noi_dung.chi_dao``, ``tt:noi_dung.tin_bai[].so``; ``rows``: of all of them (``…tin_bai[]``)."""
    tag = f"tt:noi_dung.{'[].'.join(path)}{'[]' if rows else ''}"
    if len(tag) <= _LONGEST_TAG:
        return tag
    return f"tt:~{hashlib.sha256(tag.encode()).hexdigest()[:16]}"


def paths_by_tag(form: Form | None) -> dict[str, TagPath]:
    """The fields of a form by their tags; a table's rows stand for the table."""
    found: dict[str, TagPath] = {}
    for one in form.fields if form is not None else ():
        if one.type is FieldType.TABLE:
            found[tag_of((one.code,), rows=True)] = (one.code,)
            found |= {tag_of((one.code, column.code)): (one.code, column.code) for column in one.columns}
        else:
            found[tag_of((one.code,))] = (one.code,)
    return found


def path_of_tag(tag: str, known: Mapping[str, TagPath]) -> TagPath | None:
    """The field behind a tag, also one that the form of today does not know; None for another's tag."""
    if tag in known:
        return known[tag]
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    return (found[1], found[2]) if found[2] else (found[1],)


def is_long(one: Field) -> bool:
    """Whether a text takes paragraphs of its own."""
    longest = one.bounds.longest
    return one.type is FieldType.TEXT and (longest is None or longest > 600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Displays:
    """How choices are shown in a drop-down, each differently."""

    plan: Plan
    roster: Roster

    def of(self, one: Field) -> tuple[tuple[str, str], ...]:
        """Code and text shown, in order."""
        choices = self._choices(one)
        labels = [_display(choice.label) for choice in choices]
        return tuple(
            (choice.code, label if labels.count(label) == 1 else f"{label} ({choice.code})")
            for choice, label in zip(choices, labels, strict=True)
        )

    def _choices(self, one: Field) -> Sequence[Choice]:
        if not isinstance(one.choices, ChoiceSource):
            return one.choices
        named = self.plan.topics if one.choices is ChoiceSource.TOPICS else self.roster.units
        return tuple(Choice(code=each.code, label=each.name) for each in named)


def _display(label: str) -> str:
    clean = " ".join(nfc(without_illegal(label)[0]).split())
    return clean if len(clean) <= _LONGEST_DISPLAY else f"{clean[: _LONGEST_DISPLAY - 3]}[…]"


@dataclass(slots=True, kw_only=True)
class Controls:
    """Makes the controls of one document, each with an identifier of its own."""

    numbers: Iterable[int] = field(default_factory=lambda: count(1001))

    def properties(self, tag: str, title: str, kind: str, *, blank: bool = False, fixed: bool = False) -> str:
        """The properties; ``fixed``: the control itself cannot be deleted in Word."""
        number = next(iter(self.numbers))
        parts = (
            f'<w:alias w:val="{escape(title_of(title))}"/>',
            f'<w:tag w:val="{tag}"/>' if tag else "",
            f'<w:id w:val="{number}"/>',
            '<w:lock w:val="sdtLocked"/>' if fixed else "",
            "<w:showingPlcHdr/>" if blank else "",
        )
        return f"<w:sdtPr>{''.join(parts)}{kind}</w:sdtPr>"

    def inline(
        self,
        tag: str,
        title: str,
        text: str | None,
        *,
        blank: str,
        kind: str = "<w:text/>",
        fixed: bool = False,
    ) -> str:
        """A control inside a line, with its text or with what stands in an empty one."""
        properties = self.properties(tag, title, kind, blank=text is None, fixed=fixed)
        inside = run(text) if text is not None else run(blank, style="PlaceholderText")
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def block(self, tag: str, title: str, text: str | None, *, style: str, fixed: bool = False) -> str:
        """A control around paragraphs: one for each line of the text."""
        properties = self.properties(tag, title, "", blank=text is None, fixed=fixed)
        lines = [run(LONG_BLANK, style="PlaceholderText")] if text is None else map(run, text.split("\n"))
        inside = "".join(paragraph(style, line) for line in lines)
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def tick(self, tag: str, title: str, *, ticked: bool) -> str:
        """A box to tick."""
        kind = (
            f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="Segoe UI Symbol"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>'
        )
        return self.inline(
            tag, title, TICKED_BOX if ticked else EMPTY_BOX, blank=EMPTY_BOX, kind=kind, fixed=True
        )


def title_of(label: str, *, room: int = 0) -> str:
    """A label as the title of a control, with room for so many letters behind it."""
    clean, most = " ".join(without_illegal(label)[0].split()), _LONGEST_TAG - room
    return clean if len(clean) <= most else f"{clean[: most - 1]}…"


def drop_down(displays: Iterable[tuple[str, str]]) -> str:
    """The kind of a control with a list; its first line takes the choice back."""
    items = "".join(
        f'<w:listItem w:displayText="{escape(text)}" w:value="{escape(code)}"/>' for code, text in displays
    )
    first = f'<w:listItem w:value="{CHOICE_BLANK}"/>'
    return f"<w:dropDownList>{first}{items}</w:dropDownList>"


def date_picker(day: date | None, pattern: str) -> str:
    """The kind of a control with a calendar."""
    full = f' w:fullDate="{day.isoformat()}T00:00:00Z"' if day is not None else ""
    return (
        f'<w:date{full}><w:dateFormat w:val="{escape(pattern)}"/><w:lid w:val="vi-VN"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )


def paragraph(style: str, inside: str) -> str:
    """A paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def run(text: str, *, style: str | None = None) -> str:
    """A run of text; tabs as Word has them, characters that XML cannot hold left out."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style is not None else ""
    pieces = nfc(without_illegal(text)[0]).replace("\r", "").replace("\n", " ").split("\t")
    inside = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in pieces
    )
    return f"<w:r>{looks}{inside}</w:r>"
