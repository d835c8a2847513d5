"""The board as the page shows it: wide and narrow columns in one table, as far as it fits."""

from __future__ import annotations

from collections.abc import Iterable

from truyenthong.progress.rows import Row, State
from truyenthong.views.board import NARROW_COLUMNS, WIDE_COLUMNS, board_view
from truyenthong.views.subject import PlainValue, Subject
from truyenthong.views.wording import state_words

_View = dict[str, PlainValue]


def page_board(subject: Subject, behind: Iterable[Row]) -> list[PlainValue]:
    """The board by kind, wide and narrow columns in one table as far as it fits; days late by unit."""
    days: dict[str, int] = {}
    for row in behind:
        days[row.unit.name] = max(days.get(row.unit.name, 0), row.days_late or 0)
    return [
        {**group, "bang": [_late_lines(table, days) for table in _joined(group["bang"])]}
        for group in board_view(subject)
        if isinstance(group, dict)
    ]


def _joined(tables: PlainValue) -> list[list[_View]]:
    """Tables that stand side by side: wide ones with the first narrow ones behind them."""
    found: list[list[_View]] = []
    rooms = {True: 0, False: 0}
    for table in tables if isinstance(tables, list) else []:
        if not isinstance(table, dict) or not table["don_vi"]:
            continue
        narrow, size = table["hep"] is True, len(_dicts(table["cot"]))
        fits = rooms[narrow] + size <= (NARROW_COLUMNS if narrow else WIDE_COLUMNS)
        if not found or not fits:
            found.append([])
            rooms = {True: 0, False: 0}
        found[-1].append(table)
        rooms[narrow] += size
    return found


def _late_lines(tables: list[_View], days: dict[str, int]) -> PlainValue:
    """One table of the page: the heads of its parts and a line a unit, also one that some part leaves out."""
    parts = [{str(line["ten"]): line for line in _dicts(part["don_vi"])} for part in tables]
    names = {name: line["ten_tat"] for part in parts for name, line in part.items()}
    return {
        "phan": [{"ten": part["ten"], "hep": part["hep"], "cot": part["cot"]} for part in tables],
        "don_vi": [
            {
                "ten": short,
                "cham": days.get(name, 0),
                "o": [
                    {**cell, "hep": part["hep"]}
                    for part, lines in zip(tables, parts, strict=True)
                    for cell in (_dicts(lines[name]["o"]) if name in lines else _nothing(part))
                ],
            }
            for name, short in names.items()
        ],
    }


def _dicts(values: PlainValue) -> list[_View]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _nothing(part: _View) -> list[_View]:
    words = state_words(State.OPTIONAL)
    return [{"chu": words.name, "ky_hieu": words.mark, "sac": words.tone} for _ in _dicts(part["cot"])]
