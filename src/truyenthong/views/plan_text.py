"""The plan's own words as a template prints them: every sentence with its label, and the annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truyenthong.model.plan import Appendix, AppendixRow, AppendixState, CitedPaper, Passage, Plan
from truyenthong.text import day_wording
from truyenthong.views.papers import DOTS, day_of_plan, number_and_symbol, padded_number, written_date
from truyenthong.views.subject import PlainValue
from truyenthong.views.wording import DRAFT_MARK

Run = dict[str, str | bool]
"""One stretch of text in one face: ``chu``, ``dam`` (bold), ``nghieng`` (italic)."""

_MARKED = re.compile(
    r"(?<!\\)\*\*(?P<bold>(?:\\.|\*(?!\*)|[^*\\])+?)\*\*(?!\*)"
    r"|(?<!\\)\*(?!\*)(?P<italic>(?:\\.|\*\*|[^*\\])+?)\*(?!\*)",
    re.DOTALL,
)


def text_runs(text: str) -> list[Run]:
    r"""The runs of a marked text: ``*nghiêng*``, ``**đậm**``; ``\*`` is a star. Empty text has none.

    A mark that is never closed is a star: what the office typed is never lost.
    """
    return [{"chu": chunk, "dam": bold, "nghieng": italic} for chunk, bold, italic in _faces(text)]


_Face = tuple[str, bool, bool]


def _faces(text: str, *, bold: bool = False, italic: bool = False) -> Iterator[_Face]:
    place = 0
    for match in _MARKED.finditer(text):
        yield from _plain(text[place : match.start()], bold=bold, italic=italic)
        if match["bold"] is not None:
            yield from _faces(match["bold"], bold=True, italic=italic)
        else:
            yield from _faces(match["italic"], bold=bold, italic=True)
        place = match.end()
    yield from _plain(text[place:], bold=bold, italic=italic)


def _plain(text: str, *, bold: bool, italic: bool) -> Iterator[_Face]:
    if text:
        yield text.replace("\\*", "*"), bold, italic


def plan_view(plan: Plan) -> dict[str, PlainValue]:
    """Number, date, summary, the whole text, appendices and cited papers of the plan."""
    return {
        "so_ky_hieu": number_and_symbol(plan.paper.number, plan.paper.symbol),
        "so": padded_number(plan.paper.number),
        "ky_hieu": plan.paper.symbol or "",
        "ngay": day_of_plan(plan.paper),
        "trich_yeu": plan.paper.summary,
        "ten_goi": short_citation(plan),
        "vien_dan": full_citation(plan),
        "kem_theo": f"(Kèm theo {_numbered(plan)} {_dated(plan)} của {plan.agency.full_name})",
        "mo_dau": [{"chu": _runs(text_runs(text))} for text in plan.text.opening],
        "phan": [*_passages(plan.text.parts, level=1)],
        "ket_thuc": [{"chu": _runs(text_runs(text))} for text in plan.text.closing],
        "phu_luc": [_appendix(one) for one in plan.appendices],
        "can_cu": [_cited(one) for one in plan.cited],
    }


def short_citation(plan: Plan) -> str:
    """Type, number and symbol: how the plan is called after its first mention (NĐ 30 PL I.II.6.b)."""
    return _numbered(plan)


def full_citation(plan: Plan) -> str:
    """Type, number, symbol, date, agency and summary, as at a first mention (NĐ 30 PL I.II.6.b)."""
    summary = plan.paper.summary
    lowered = summary[:1].lower() + summary[1:]
    return f"{_numbered(plan)} {_dated(plan)} của {plan.agency.full_name} về việc {lowered}"


def _numbered(plan: Plan) -> str:
    return f"{plan.paper.type} số {number_and_symbol(plan.paper.number, plan.paper.symbol, blank=DOTS)}"


def _dated(plan: Plan) -> str:
    paper = plan.paper
    return written_date(paper.day, paper.month, paper.year, blank=f" {DOTS} ")


def _passages(passages: tuple[Passage, ...], *, level: int) -> Iterator[dict[str, PlainValue]]:
    for passage in passages:
        words = passage.heading if passage.heading is not None else passage.text or ""
        runs = text_runs(words)
        if passage.label is not None:
            runs = [{"chu": f"{passage.label} ", "dam": False, "nghieng": False}, *runs]
        yield {
            "cap": level,
            "nhan": passage.label or "",
            "kieu": _kind(passage, level),
            "chu": _runs(runs),
        }
        yield from _passages(passage.children, level=level + 1)


def _kind(passage: Passage, level: int) -> str:
    """«muc», «khoan», «diem» for headings by their depth (NĐ 30 PL I.V, scheme b), «doan» for paragraphs."""
    if passage.heading is None:
        return "doan"
    return {1: "muc", 2: "khoan"}.get(level, "diem")


def _runs(runs: list[Run]) -> list[PlainValue]:
    return [{**run} for run in runs]


def _appendix(appendix: Appendix) -> dict[str, PlainValue]:
    draft = appendix.state is AppendixState.DRAFT
    return {
        "ma": appendix.code,
        "nhan": appendix.label,
        "ten": appendix.name,
        "ten_in_hoa": appendix.name.upper(),
        "du_thao": draft,
        "dau_du_thao": DRAFT_MARK if draft else "",
        "ghi_chu": appendix.note or "",
        "dong": [_appendix_row(place, row) for place, row in enumerate(appendix.rows, start=1)],
    }


def _appendix_row(place: int, row: AppendixRow) -> dict[str, PlainValue]:
    return {
        "stt": place,
        "thoi_gian": row.time or "",
        "noi_dung": row.content,
        "doi_tuong": row.audience or "",
        "hinh_thuc": row.form or "",
        "don_vi": row.unit or "",
        "nguon": row.source or "",
        "chu_de": row.topic or "",
    }


def _cited(paper: CitedPaper) -> dict[str, PlainValue]:
    parts = [paper.type, f"số {paper.number}"]
    if paper.day is not None:
        parts.append(f"ngày {day_wording(paper.day)}")
    if paper.agency is not None:
        parts.append(f"của {paper.agency}")
    if paper.summary is not None:
        parts.append(paper.summary)
    return {
        "loai": paper.type,
        "so_ky_hieu": paper.number,
        "ngay": paper.day,
        "co_quan": paper.agency or "",
        "trich_yeu": paper.summary or "",
        "dieu_khoan": paper.clause or "",
        "vien_dan": " ".join(parts),
    }
