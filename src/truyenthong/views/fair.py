"""What is fair to compare between units, in figures and in words, with the same of an earlier year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from truyenthong.progress.fair import EarlierYear, FairMeasures, fair_measures
from truyenthong.progress.rows import Row, State, measures
from truyenthong.text import number_wording
from truyenthong.views.board import measures_view, share_text
from truyenthong.views.subject import PlainValue, Subject, is_asked_outside


def comparison_view(
    rows: Sequence[Row], name: str, *, as_of: date, earlier: EarlierYear | None, silent: bool
) -> dict[str, PlainValue]:
    """The measures of rows, what is fair to compare, and both of the earlier year."""
    before = earlier.rows_like(rows) if earlier is not None else ()
    return {
        **measures_view(rows, name, silent=silent),
        **_fair_view(fair_measures(rows, as_of=as_of)),
        "nam_truoc": {
            "co": bool(before),
            "nam_hoc": earlier.school_year if earlier is not None else "",
            **measures_view(before, name, silent=not any(row.receipts for row in before)),
            **_fair_view(
                fair_measures(before, as_of=earlier.progress.as_of if earlier is not None else as_of)
            ),
        },
        "cau": "" if silent else f"{'. '.join(fair_sentences(rows, as_of=as_of, earlier=earlier))}.",
    }


def _fair_view(fair: FairMeasures) -> dict[str, PlainValue]:
    return {
        "so_bai": fair.papers,
        "trung_vi_ngay": fair.median_days,
        "trung_vi_chu": median_text(fair),
        "so_lan_tra_lai": fair.returns,
        "thang_co_bao_cao": fair.months_reported,
        "thang_hoat_dong": fair.months_active,
        "thang_chu": f"{fair.months_reported} trên {fair.months_active} tháng" if fair.months_active else "",
    }


def median_text(fair: FairMeasures) -> str:
    """«sớm hơn hạn 2 ngày», «muộn hơn hạn 1,5 ngày», «đúng ngày cuối»; empty without a paper."""
    if fair.median_days is None:
        return ""
    if fair.median_days == 0:
        return "đúng ngày cuối của hạn"
    way = "sớm" if fair.median_days < 0 else "muộn"
    return f"{way} hơn hạn {number_wording(abs(fair.median_days), decimals=1)} ngày"


def fair_sentences(rows: Sequence[Row], *, as_of: date, earlier: EarlierYear | None) -> Iterator[str]:
    """What is fair to compare: a sentence for this year, one for the earlier year; no full stops."""
    yield _sentence(rows, as_of)
    before = earlier.rows_like(rows) if earlier is not None else ()
    if earlier is not None and before:
        yield f"Năm học {earlier.school_year}, cùng ngày: {_lower(_sentence(before, earlier.progress.as_of))}"
    elif earlier is not None:
        yield f"Năm học {earlier.school_year}: không có đơn vị này, nhiệm vụ này để so sánh"


def _sentence(rows: Sequence[Row], as_of: date) -> str:
    figures, fair = measures(rows), fair_measures(rows, as_of=as_of)
    parts = [f"Đúng hạn {share_text(figures.on_time, figures.expected)}" if figures.expected else ""]
    parts.append(f"thường {median_text(fair)}" if fair.papers > 1 else median_text(fair))
    parts.append(f"bị trả lại {fair.returns} lần" if fair.returns else "không bị trả lại lần nào")
    months = f"{fair.months_reported} trên {fair.months_active} tháng" if fair.months_active else ""
    parts.append(f"có báo cáo {months}" if months else "")
    told = ", ".join(part for part in parts if part)
    return told[0].upper() + told[1:]


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def comparisons(subject: Subject, *, silent: bool) -> list[PlainValue]:
    """A line for each unit outside the agency that owes or has sent what the report is about.

    The figures are of all that the unit owes the agency, whatever the report is about, so that two papers of
    one day say the same of it.
    """
    given = subject.given
    meant = {row.unit.code for row in subject.rows if row.state not in (State.EXEMPT, State.OPTIONAL)}
    rows = [row for row in given.progress.rows if is_asked_outside(row, given.roster)]
    of_unit: dict[str, list[Row]] = {}
    for row in rows:
        if row.unit.code in meant and row.state is not State.EXEMPT:
            of_unit.setdefault(row.unit.code, []).append(row)
    lines: list[PlainValue] = []
    for unit in given.roster.ordered():
        mine = of_unit.get(unit.code)
        if mine is not None:
            kind = given.roster.kinds_by_code.get(unit.kind)
            lines.append(
                {
                    "stt": len(lines) + 1,
                    "ma_don_vi": unit.code,
                    "ten_tat": unit.short_name,
                    "loai": kind.name if kind is not None else "",
                    **comparison_view(
                        mine, unit.name, as_of=given.as_of, earlier=given.earlier, silent=silent
                    ),
                }
            )
    return lines
