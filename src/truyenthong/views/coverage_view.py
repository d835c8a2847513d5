"""What a report about all units prints of the coverage of topics; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping

from truyenthong.model.coverage import Coverage, Tally, coverage
from truyenthong.model.forms import ChoiceSource, Field
from truyenthong.model.plan import Appendix, Obligation, Plan, Topic
from truyenthong.model.registers import Comparison
from truyenthong.views.gathering import gather_rows
from truyenthong.views.reading import Reading
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.sums import table_view

_View = dict[str, PlainValue]


def coverage_view(given: ViewInput) -> _View:
    """``do_phu``, and ``muc_do_phu`` with the entries that it counts; empty where no register tells it."""
    covered = coverage(given.plan, given.roster, given.ledgers, as_of=given.as_of)
    duty, reported = _reported(given)
    silent = [unit for unit in covered.units if not covered.tally.of(unit=unit).count]
    topics = [
        _topic(place, one, covered.tally, reported) for place, one in enumerate(covered.topics, start=1)
    ]
    return {
        "do_phu": {
            "nguon": ", ".join(covered.tells),
            "so_luot": covered.tally.count,
            "so_don_vi": len(covered.tally.units),
            "tong_don_vi": len(covered.units),
            "so_noi_dung": len(covered.topics) - len(covered.untouched),
            "tong_noi_dung": len(covered.topics),
            "chu_de": [*topics],
            "chua_co": [
                {**_named(place, topic), "theo_bao_cao": _told(reported, topic)}
                for place, topic in enumerate(covered.untouched, start=1)
            ],
            "bao_cao": {"ten": duty.name if duty is not None else ""},
            "bang": _units(covered),
            "don_vi_chua_co": ", ".join(unit.short_name for unit in silent),
            "so_don_vi_chua_co": len(silent),
            "thang": _months(covered),
            "phu_luc": [_appendix(one, covered) for one in covered.appendices],
        },
        "muc_do_phu": [
            {
                "stt": place,
                "khoa": one.entry.text(one.ledger.register.key),
                "tieu_de": one.title,
                "don_vi": one.unit.name,
                "don_vi_tat": one.unit.short_name,
                "chu_de": one.topic.name if one.topic is not None else "",
                "dieu_khoan": one.topic.clause if one.topic is not None else "",
                "ngay": one.day,
            }
            for place, one in enumerate(covered.tally.covering, start=1)
        ],
    }


def _reported(given: ViewInput) -> tuple[Obligation | None, Mapping[str, _View]]:
    """What the units themselves report by topic, from the same sums as the sector's report of that duty.

    It is the duty with which a register that tells the coverage is compared (``doi_chieu``), the first one.
    """
    for comparison in (
        one for register in given.plan.registers if register.covers for one in register.comparisons
    ):
        duty = given.plan.obligations_by_code.get(comparison.obligation)
        table = _table_by_topic(given.plan, duty, comparison)
        if duty is None or table is None:
            continue
        rows = [row for row in given.progress.rows if row.obligation.code == duty.code]
        sent = gather_rows(rows, given.plan.form_of(duty)).counted
        groups = table_view(table, sent, Reading(plan=given.plan, roster=given.roster))["theo"]
        of_topics = groups[comparison.by or ""] if isinstance(groups, dict) else []
        return duty, {
            str(one["ma"]): {"so": one["tong"][comparison.figure], "so_don_vi": one["so_don_vi"]}
            for one in (of_topics if isinstance(of_topics, list) else [])
            if isinstance(one, dict) and isinstance(one["tong"], dict)
        }
    return None, {}


def _table_by_topic(plan: Plan, duty: Obligation | None, comparison: Comparison) -> Field | None:
    """The table of a comparison that is made topic by topic."""
    form = plan.form_of(duty) if duty is not None else None
    table = form.field(comparison.table) if form is not None and comparison.table is not None else None
    column = table.column(comparison.by) if table is not None and comparison.by is not None else None
    return table if column is not None and column.choices is ChoiceSource.TOPICS else None


def _told(reported: Mapping[str, _View], topic: Topic) -> _View:
    return reported.get(topic.code, {"so": None, "so_don_vi": None})


def _named(place: int, topic: Topic) -> _View:
    return {"stt": place, "ma": topic.code, "ten": topic.name, "dieu_khoan": topic.clause}


def _figures(tally: Tally) -> _View:
    return {"so_luot": tally.count, "so_don_vi": len(tally.units), "gan_nhat": tally.last}


def _topic(place: int, topic: Topic, tally: Tally, reported: Mapping[str, _View]) -> _View:
    own = tally.of(topic=topic)
    names = ", ".join(unit.short_name for unit in own.units)
    told = _told(reported, topic)
    return {**_named(place, topic), **_figures(own), "don_vi": names, "theo_bao_cao": told}


def _units(covered: Coverage) -> _View:
    """A line for each unit that has any, a cell for each topic, the sums of both."""
    writing = [unit for unit in covered.units if covered.tally.of(unit=unit).count]
    return {
        "cot": [{"ma": one.code, "ten": one.clause} for one in covered.topics],
        "don_vi": [
            {
                "stt": place,
                "ten": unit.name,
                "ten_tat": unit.short_name,
                **_by_topic(covered.tally.of(unit=unit), covered),
            }
            for place, unit in enumerate(writing, start=1)
        ],
        "cong": _by_topic(covered.tally, covered),
    }


def _by_topic(tally: Tally, covered: Coverage) -> _View:
    return {"o": [_cell(tally.of(topic=topic)) for topic in covered.topics], "tong": _cell(tally)}


def _months(covered: Coverage) -> _View:
    """A line for each topic, a cell for each month, the sums of both."""
    return {
        "cot": [{"ma": one.code, "ten": _head(one.code)} for one in covered.months],
        "dong": [
            {**_named(place, topic), **_by_month(covered.tally.of(topic=topic), covered)}
            for place, topic in enumerate(covered.topics, start=1)
        ],
        "cong": _by_month(covered.tally, covered),
    }


def _by_month(tally: Tally, covered: Coverage) -> _View:
    return {"o": [_cell(tally.of(period=month)) for month in covered.months], "tong": _cell(tally)}


def _cell(tally: Tally) -> PlainValue:
    return {"so_luot": tally.count or None}


def _head(code: str) -> str:
    year, _, month = code.partition("-")
    return f"{month}/{year[2:]}"


def _appendix(appendix: Appendix, covered: Coverage) -> _View:
    lines: list[PlainValue] = []
    for place, row in enumerate(appendix.rows, start=1):
        own = covered.of_row(row)
        nothing: _View = {"so_luot": None, "so_don_vi": None, "gan_nhat": None}
        figures = nothing if own is None else _figures(own)
        lines.append(
            {
                "stt": place,
                "noi_dung": row.content,
                "nguon": row.source or "",
                "chu_de": row.topic or "",
                **figures,
            }
        )
    return {"nhan": appendix.label, "ten": appendix.name, "dong": lines}
