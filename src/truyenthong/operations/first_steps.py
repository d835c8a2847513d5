"""What to fill in first in a new workspace, in the order in which an office would do it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truyenthong.diagnostics.plan import TT205, TT240
from truyenthong.operations.validate import Located
from truyenthong.workspace.layout import PLAN_FILE, UNITS_FILE

_NAMES, _WORDS = (PLAN_FILE, "co_quan"), (PLAN_FILE, "noi_dung")
_DUTIES, _UNITS = (PLAN_FILE, "nhiem_vu"), (UNITS_FILE, "don_vi")
_ORDER = {
    _NAMES: "điền tên cơ quan, cơ quan chủ quản, địa danh",
    _WORDS: "chép nguyên văn Kế hoạch (có tệp Word: truyenthong init … --plan TỆP)",
    _DUTIES: "khai từng đoạn ở nhiem_vu, hoặc ở khong_theo_doi kèm lý do",
    _UNITS: "khai các đơn vị thật: tên đầy đủ, tên lấy từ văn bản nào",
}
"""The parts of a workspace by file and key, the first to be filled in first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do: where it begins, how many places wait there, in words."""

    file: str
    line: int | None
    places: int
    words: str


def first_steps(findings: Iterable[Located]) -> tuple[Step, ...]:
    """The places that wait to be filled in, put together by the part of the workspace they are in.

    None in a workspace without placeholders.

    Args:
        findings: what ``validate`` found, in the order of files and lines.
    """
    parts: dict[tuple[str, str], list[Located]] = {}
    for one in findings:
        ref, code = one.finding.ref, one.finding.code
        if code == TT240.code and ref.path:
            parts.setdefault((ref.file, str(ref.path[0])), []).append(one)
        elif code == TT205.code:
            parts.setdefault(_DUTIES, []).append(one)
    if parts.keys() <= {_DUTIES}:
        return ()  # a workspace at work, with a clause that was forgotten
    ranks = {part: rank for rank, part in enumerate(_ORDER)}
    in_order = sorted(parts, key=lambda part: ranks.get(part, len(ranks)))
    return tuple(_step(part, parts[part]) for part in in_order)


def _step(part: tuple[str, str], waiting: list[Located]) -> Step:
    file, key = part
    span = waiting[0].span
    return Step(
        file=file,
        line=span.line if span is not None else None,
        places=len(waiting),
        words=_ORDER.get(part, f"điền mục {key}"),
    )
