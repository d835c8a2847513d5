"""What a report about all units prints of the coverage of topics; decides nothing."""

from __future__ import annotations

from truyenthong.model.coverage import Coverage, Tally, coverage
from truyenthong.model.plan import Appendix, Topic
from truyenthong.views.subject import PlainValue, ViewInput

_View = dict[str, PlainValue]


def coverage_view(given: ViewInput) -> _View:
    """``do_phu``, and ``muc_do_phu`` with the entries that it counts; empty where no register tells it."""
    covered = coverage(given.plan, given.roster, given.ledgers, as_of=given.as_of)
    silent = [unit for unit in covered.units if not covered.tally.of(unit=unit).count]
    topics = [_topic(place, one, covered.tally) for place, one in enumerate(covered.topics, start=1)]
    return {
        "do_phu": {
            "nguon": ", ".join(covered.tells),
            "so_luot": covered.tally.count,
            "so_don_vi": len(covered.tally.units),
            "tong_don_vi": len(covered.units),
            "so_noi_dung": len(covered.topics) - len(covered.untouched),
            "tong_noi_dung": len(covered.topics),
            "chu_de": [*topics],
            "chua_co": [_named(place, topic) for place, topic in enumerate(covered.untouched, start=1)],
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


def _named(place: int, topic: Topic) -> _View:
    return {"stt": place, "ma": topic.code, "ten": topic.name, "dieu_khoan": topic.clause}


def _figures(tally: Tally) -> _View:
    return {"so_luot": tally.count, "so_don_vi": len(tally.units), "gan_nhat": tally.last}


def _topic(place: int, topic: Topic, tally: Tally) -> _View:
    own = tally.of(topic=topic)
    names = ", ".join(unit.short_name for unit in own.units)
    return {**_named(place, topic), **_figures(own), "don_vi": names}


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
