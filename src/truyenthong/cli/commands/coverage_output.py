"""The coverage of the plan as tables for people and as JSON and CSV for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from truyenthong.cli.console import json_text
from truyenthong.cli.tables import Cell, CsvValue, Table, csv_text, marked_table
from truyenthong.model.coverage import Coverage, Tally
from truyenthong.model.plan import Topic
from truyenthong.operations.status import CoverageOutcome
from truyenthong.text import cut, day_wording
from truyenthong.views.wording import SAMPLE_MARK

_LONGEST = 70
"""Characters of a row of an appendix that a table shows."""

_Cells = Mapping[str, str | int | None]


def coverage_text(outcome: CoverageOutcome, by: str, form: str) -> str:
    """The coverage ``by`` unit, month or appendix, in one of ``options.STATUS_FORMATS``."""
    rows = tuple(_ROWS[by](outcome.covered))
    match form:
        case "json":
            return f"{json_text(_document(outcome, by, rows), indent=1)}\n"
        case "csv":
            heads = _HEADS[by]
            told = ({heads[key]: value for key, value in _for_excel(row) if key in heads} for row in rows)
            return csv_text(tuple(heads.values()), told)
        case _:
            return "\n".join(
                [_heading(outcome), _untouched(outcome), *_tables(outcome, by), *_disagreement(outcome)]
            )


# For programs


def _document(outcome: CoverageOutcome, by: str, rows: Sequence[_Cells]) -> dict[str, object]:
    covered = outcome.covered
    return {
        "as_of": covered.as_of.isoformat(),
        "by": by,
        "count": covered.tally.count,
        "topics": [
            {
                "topic": topic.code,
                "clause": topic.clause,
                "name": topic.name,
                **_figures(covered.tally.of(topic=topic)),
                **({"reported": outcome.reported.get(topic.code)} if outcome.duty is not None else {}),
            }
            for topic in covered.topics
        ],
        "reported_in": outcome.duty.code if outcome.duty is not None else None,
        "untouched": [topic.code for topic in covered.untouched],
        "rows": [*rows],
    }


def _figures(tally: Tally) -> dict[str, str | int | None]:
    last = tally.last
    return {
        "count": tally.count,
        "units": len(tally.units),
        "last": last.isoformat() if last is not None else None,
    }


def _by_unit(covered: Coverage) -> Iterator[_Cells]:
    for unit in covered.units:
        own = covered.tally.of(unit=unit)
        for topic in covered.topics:
            tally = own.of(topic=topic)
            last = tally.last
            yield {
                "unit": unit.code,
                "unit_name": unit.name,
                "topic": topic.code,
                "clause": topic.clause,
                "count": tally.count,
                "last": last.isoformat() if last is not None else None,
            }


def _by_month(covered: Coverage) -> Iterator[_Cells]:
    for topic in covered.topics:
        own = covered.tally.of(topic=topic)
        for month in covered.months:
            figures = _figures(own.of(period=month))
            yield {"topic": topic.code, "clause": topic.clause, "month": month.code, **figures}


def _by_appendix(covered: Coverage) -> Iterator[_Cells]:
    for appendix in covered.appendices:
        for place, row in enumerate(appendix.rows, start=1):
            tally = covered.of_row(row)
            nothing = {"count": None, "units": None, "last": None}
            yield {
                "appendix": appendix.code,
                "row": place,
                "content": row.content,
                "topic": row.topic,
                **(_figures(tally) if tally is not None else nothing),
            }


_ROWS = {"unit": _by_unit, "month": _by_month, "appendix": _by_appendix}
_WORDS = {
    "unit": "Mã đơn vị",
    "unit_name": "Đơn vị",
    "topic": "Mã chủ đề",
    "clause": "Điều khoản",
    "month": "Tháng",
    "appendix": "Phụ lục",
    "row": "Hàng",
    "content": "Nội dung",
    "count": "Lượt đăng",
    "units": "Số đơn vị",
    "last": "Gần nhất",
}
_HEADS = {
    by: {key: _WORDS[key] for key in keys}
    for by, keys in {
        "unit": ("unit_name", "unit", "clause", "topic", "count", "last"),
        "month": ("clause", "topic", "month", "count", "units", "last"),
        "appendix": ("appendix", "row", "content", "topic", "count", "units", "last"),
    }.items()
}
"""What a column of JSON is called in Excel, in the order of its columns there."""


def _for_excel(row: _Cells) -> Iterator[tuple[str, CsvValue]]:
    for key, value in row.items():
        if key == "last" and value is not None:
            yield key, date.fromisoformat(str(value))
        elif key == "month":
            year, _, month = str(value).partition("-")  # Excel would take the code for a day
            yield key, f"tháng {int(month)}/{year}"
        else:
            yield key, value


# For people


def _heading(outcome: CoverageOutcome) -> str:
    mark = f"{SAMPLE_MARK} – " if outcome.sample else ""
    covered = outcome.covered
    touched = len(covered.topics) - len(covered.untouched)
    return (
        f"{mark}Độ phủ năm học {outcome.plan.year.code}, tính đến hết ngày {day_wording(covered.as_of)}\n"
        f"{covered.tally.count} lượt đăng của {len(covered.tally.units)} đơn vị, "
        f"{touched} trên {len(covered.topics)} nội dung đã có. Nguồn: {', '.join(covered.tells)}.\n"
        f"{_other_source(outcome)}"
    )


def _other_source(outcome: CoverageOutcome) -> str:
    if outcome.duty is None:
        return ""
    total = sum(outcome.reported.values())
    return (
        f"Nguồn thứ hai: «{outcome.duty.name}» của các đơn vị, tự khai {total} tin, bài; "
        "hai nguồn đếm khác nhau nên để riêng.\n"
    )


def _tables(outcome: CoverageOutcome, by: str) -> Iterator[str]:
    covered = outcome.covered
    match by:
        case "month":
            yield marked_table(_month_table(covered), sample=outcome.sample)
        case "appendix":
            for table in _appendix_tables(covered):
                yield marked_table(table, sample=outcome.sample)
        case _:
            yield marked_table(_unit_table(outcome), sample=outcome.sample)


def _unit_table(outcome: CoverageOutcome) -> Table:
    covered, told = outcome.covered, outcome.reported
    tally = covered.tally
    rows = [("Tất cả, theo sổ", tally), *((unit.short_name, tally.of(unit=unit)) for unit in covered.units)]
    reported = [
        Cell(text="Tất cả, theo báo cáo"),
        *(Cell(text=str(told.get(topic.code) or "–")) for topic in covered.topics),
        Cell(text=str(sum(told.values()) or "–")),
    ]
    columns = len(covered.topics) + 1
    return Table(
        title="Số lượt đăng theo đơn vị và nội dung của Kế hoạch",
        headings=("Đơn vị", *(topic.label for topic in covered.topics), "Cộng"),
        rows=(
            *([tuple(reported)] if outcome.duty is not None else []),
            *(
                (Cell(text=name), *(_number(own.of(topic=topic)) for topic in covered.topics), _number(own))
                for name, own in rows
            ),
        ),
        centred=frozenset(range(1, columns + 1)),
    )


def _month_table(covered: Coverage) -> Table:
    columns = len(covered.months) + 1
    return Table(
        title="Số lượt đăng theo nội dung của Kế hoạch và tháng",
        headings=("Nội dung", *(f"{one.code[5:]}/{one.code[2:4]}" for one in covered.months), "Cộng"),
        rows=tuple(
            (
                Cell(text=topic.label),
                *(_number(covered.tally.of(topic=topic, period=month)) for month in covered.months),
                _number(covered.tally.of(topic=topic)),
            )
            for topic in covered.topics
        ),
        centred=frozenset(range(1, columns + 1)),
    )


def _appendix_tables(covered: Coverage) -> Iterator[Table]:
    for appendix in covered.appendices:
        yield Table(
            title=f"Phụ lục {appendix.label}: {appendix.name}",
            headings=("TT", "Nội dung", "Chủ đề", "Lượt đăng", "Số đơn vị", "Gần nhất"),
            rows=tuple(
                (
                    Cell(text=str(place)),
                    Cell(text=cut(row.content, _LONGEST)),
                    *_row_cells(covered.of_row(row), row.topic),
                )
                for place, row in enumerate(appendix.rows, start=1)
            ),
        )


def _row_cells(tally: Tally | None, topic: str | None) -> Iterator[Cell]:
    yield Cell(text=topic or "không gắn")
    if tally is None:
        yield from (Cell(text=""), Cell(text=""), Cell(text=""))
        return
    yield _number(tally)
    yield Cell(text=str(len(tally.units)) if tally.units else "–")
    yield Cell(text=day_wording(tally.last) if tally.last is not None else "")


def _number(tally: Tally) -> Cell:
    return Cell(text=str(tally.count) if tally.count else "–")


def _disagreement(outcome: CoverageOutcome) -> Iterator[str]:
    """Where one source has something and the other nothing; the figures themselves count different things."""
    if outcome.duty is None:
        return
    tally = outcome.covered.tally
    lines = [
        f"  {topic.label}  {topic.name}: sổ có {tally.of(topic=topic).count}, báo cáo của đơn vị chưa khai"
        for topic in outcome.covered.topics
        if tally.of(topic=topic).count and not outcome.reported.get(topic.code)
    ]
    if lines:
        yield "\n".join(["Hai nguồn khác nhau:", *lines]) + "\n"


def _untouched(outcome: CoverageOutcome) -> str:
    covered = outcome.covered
    if not covered.untouched:
        return "Nội dung nào cũng đã có đơn vị đăng tin, bài.\n"
    lines = [f"  {topic.label}  {topic.name}{_but_reported(outcome, topic)}" for topic in covered.untouched]
    return "\n".join(["Sổ chưa ghi tin, bài nào về:", *lines]) + "\n"


def _but_reported(outcome: CoverageOutcome, topic: Topic) -> str:
    told = outcome.reported.get(topic.code)
    return f" (báo cáo của đơn vị khai {told} tin, bài: nên ghi vào sổ)" if told else ""
