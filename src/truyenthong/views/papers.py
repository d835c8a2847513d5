"""The parts of an administrative paper around its content, worded as Nghị định 30/2020/NĐ-CP has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from truyenthong.model.plan import Agency, Contact, Plan, PlanPaper, Signer
from truyenthong.model.reports import OFFICIAL_LETTER, ReportEntry, usual_symbol
from truyenthong.views.subject import PlainValue, Subject

BLANK = "     "
"""Left where a number or a day is written by hand later: never invented."""

DOTS = "…"
"""Stands for a blank number or day inside a sentence, as the decree's own forms print it."""

_YEARS = re.compile(r"(\d{4}) - (\d{4})")
"""A school year, which a title does not break over two lines."""

_MONTH = re.compile(r"tháng (\d{1,2}) năm (\d{4})")
"""A month, which a title does not break either."""


def agency_view(agency: Agency) -> dict[str, PlainValue]:
    """The agency as its papers name it."""
    superior = agency.superior or ""
    return {
        "ten": agency.name,
        "ten_in_hoa": agency.name.upper(),
        "ten_day_du": agency.full_name,
        "chu_quan": superior,
        "chu_quan_in_hoa": superior.upper(),
        "ky_hieu": agency.symbol or "",
        "dia_danh": agency.place,
    }


def contact_view(contact: Contact, agency: Agency) -> dict[str, PlainValue]:
    """Where units ask; ``cau`` is a phrase for a sentence: the agency where nothing is known."""
    parts = [contact.name or agency.name]
    if contact.phone is not None:
        parts.append(f"điện thoại {contact.phone}")
    if contact.email is not None:
        parts.append(f"thư điện tử {contact.email}")
    return {
        "noi": contact.name or "",
        "dien_thoai": contact.phone or "",
        "thu_dien_tu": contact.email or "",
        "cau": ", ".join(parts),
    }


def paper_view(subject: Subject) -> dict[str, PlainValue]:
    """Type, number, date and summary; what is not known stays blank."""
    plan, entry, given = subject.plan, subject.entry, subject.given
    type_name = entry.paper_type or plan.paper.type
    if is_plan_itself(entry, plan):
        number, symbol, summary = plan.paper.number, plan.paper.symbol, plan.paper.summary
        dated = (plan.paper.day, plan.paper.month, plan.paper.year)
    else:
        usual = usual_symbol(type_name, plan.agency.symbol, plan.drafting.symbol)
        number, symbol = None, entry.symbol or usual
        summary = filled_in(entry.summary or plan.paper.summary, subject)
        dated = (None, given.as_of.month, given.as_of.year)
    number = given.number or number
    if given.day is not None:
        dated = (given.day.day, given.day.month, given.day.year)
    return {
        "loai": type_name,
        "loai_in_hoa": type_name.upper(),
        "la_cong_van": type_name == OFFICIAL_LETTER,
        "so": padded_number(number),
        "ky_hieu": symbol or "",
        "so_ky_hieu": number_and_symbol(number, symbol),
        "ngay_thang": f"{plan.agency.place}, {written_date(*dated)}",
        "kem_theo": (
            f"(Kèm theo {type_name} số {number_and_symbol(number, symbol, blank=DOTS)} "
            f"{written_date(*dated, blank=f' {DOTS} ')} của {plan.agency.full_name})"
        ),
        "trich_yeu": _MONTH.sub("tháng\u00a0\\1 năm\u00a0\\2", _YEARS.sub("\\1\u00a0-\u00a0\\2", summary)),
    }


def filled_in(text: str, subject: Subject) -> str:
    """A text of the catalogue with «{don_vi}», «{ky}» and «{nam_hoc}» filled in; other braces stay."""
    values = {
        "don_vi": subject.unit.name if subject.unit is not None else "",
        "ky": subject.period.written if subject.period is not None else "",
        "nam_hoc": subject.plan.year.code,
    }
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def is_plan_itself(entry: ReportEntry, plan: Plan) -> bool:
    """Whether the report prints the plan: the same type, symbol and summary of paper."""
    return (
        entry.paper_type in (None, plan.paper.type)
        and entry.symbol in (None, plan.paper.symbol)
        and entry.summary in (None, plan.paper.summary)
    )


def padded_number(number: str | None) -> str:
    """The number of a paper, with a zero before one below 10; empty where not given (NĐ 30 PL I.II.3.c)."""
    if number is None:
        return ""
    return number.zfill(2) if number.isdecimal() else number


def number_and_symbol(number: str | None, symbol: str | None, *, blank: str = BLANK) -> str:
    """«05/KH-SGDĐT»; ``blank`` in place of a number that was not given."""
    return f"{padded_number(number) or blank}/{symbol or ''}"


def written_date(day: int | None, month: int | None, year: int | None, *, blank: str = BLANK) -> str:
    """«ngày 03 tháng 5 năm 2021»: a zero before days below 10 and months 1 and 2 (NĐ 30 PL I.II.4.b)."""
    day_words = blank if day is None else f" {day:02d} "
    month_words = blank if month is None else f" {month:02d} " if month <= 2 else f" {month} "
    year_words = blank.rstrip() if year is None else f" {year}"
    return f"ngày{day_words}tháng{month_words}năm{year_words}"


def day_of_plan(paper: PlanPaper) -> date | None:
    """The plan's date where it is whole."""
    if paper.day is None or paper.month is None or paper.year is None:
        return None
    return date(paper.year, paper.month, paper.day)


def signer_view(subject: Subject) -> dict[str, PlainValue]:
    """The signing form: the one asked for, the catalogue's, or the plan's first; a blank name stays blank."""
    signers = subject.plan.signers
    wanted = subject.given.signer or subject.entry.signer
    chosen = next((one for one in signers if one.code == wanted), signers[0] if signers else None)
    if chosen is None:
        chosen = Signer(code="", lines=(), name=None)
    return {"dong": [*chosen.lines], "ho_ten": chosen.name or ""}


def recipient_lines(subject: Subject) -> list[PlainValue]:
    """The lines of «Nơi nhận», each «- …;», the last «- ….» (NĐ 30 PL I.II.9.d).

    The plan's own lines stand as they are printed, its slips included.
    """
    chosen = subject.entry.recipients
    lines = subject.plan.recipients if chosen is None else chosen
    return [*dashed([filled_in(line, subject) for line in lines])]


def dashed(lines: Sequence[str]) -> list[str]:
    """Each line with its dash; «;» at its end, «.» at the end of the last."""
    bare = [line.rstrip(" .;") for line in lines]
    return [f"- {line}{'.' if place == len(bare) - 1 else ';'}" for place, line in enumerate(bare)]


def addressees(subject: Subject) -> tuple[str, ...]:
    """To whom a paper is written.

    The catalogue's addressees; else the unit of a paper per unit; else, in a reminder (``chi_khi: cham``),
    exactly the units that it names. Nobody otherwise.
    """
    entry = subject.entry
    if entry.addressees:
        return tuple(filled_in(one, subject) for one in entry.addressees)
    if subject.unit is not None:
        return subject.given.roster.letters_to(subject.unit, subject.given.as_of)
    if entry.only_if == "cham":
        given = subject.given
        names = (
            given.roster.letters_to(row.unit, given.as_of, row.obligation.code) for row in subject.chased
        )
        return tuple(dict.fromkeys(name for found in names for name in found))
    return ()


def addressees_view(subject: Subject) -> dict[str, PlainValue]:
    """«Kính gửi»: one name is on its line, several are below it with dashes (NĐ 30 PL I.II.9.d)."""
    names = addressees(subject)
    several = len(names) > 1
    return {
        "co": bool(names),
        "mot": names[0] if len(names) == 1 else "",
        "dong": [*dashed(names)] if several else [],
    }
