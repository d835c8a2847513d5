"""``record confirm``: marks a unit's name or an appendix as compared with a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from truyenthong.checks import Source
from truyenthong.documents.plan import decode_plan
from truyenthong.documents.units import decode_roster
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import FieldPath, Finding, Severity
from truyenthong.model.plan import Appendix, AppendixState
from truyenthong.operations.choose import find_named, find_unit
from truyenthong.operations.load import load, ready
from truyenthong.operations.validate import unread_before_unknown
from truyenthong.workspace import storage
from truyenthong.workspace.layout import PLAN_FILE, UNITS_FILE, Workspace
from truyenthong.yamltext.edit import add_key, replace_value
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value, value_at

_YES = "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What was confirmed.

    Attributes:
        name: the file, relative to the root.
        new: what was written down, in words.
        known: what had been confirmed before; it was left as it was.
        left: how many of its kind still wait.
    """

    name: str
    new: tuple[str, ...]
    known: tuple[str, ...]
    left: int


def confirm_units(workspace: Workspace, names: Sequence[str], *, source: str) -> Confirmed:
    """Marks units as compared with a paper, which is added to their ``nguon``.

    Raises:
        UsageError: a unit that is not known, no paper.
        CannotContinueError: the file cannot be changed safely.
        FileInUseError: another run is writing.
    """
    paper = _named_source(source)
    with storage.locked(workspace.root):
        work = ready(load(workspace))
        with unread_before_unknown(work.loaded, (Source.UNITS, ("don_vi",))):
            units = [find_unit(work.roster, name) for name in dict.fromkeys(names)]
        new = [unit for unit in units if not unit.verified]
        text = work.loaded.snapshot.files[UNITS_FILE].decode("utf-8")  # whole, or it would not be ready
        for unit in new:
            known = unit.source or ""
            both = known if paper in known else f"{known}; {paper}" if known else paper
            text = _put(text, ("don_vi", unit.index), {"da_xac_minh": _YES, "nguon": both})
        if new:
            _refuse_faulty(text, UNITS_FILE, lambda tree: decode_roster(tree, file=UNITS_FILE)[1])
            storage.write_atomic(workspace.root / UNITS_FILE, text.encode())
    waiting = sum(not unit.verified for unit in work.roster.units) - len(new)
    return Confirmed(
        name=UNITS_FILE,
        new=tuple(unit.name for unit in new),
        known=tuple(unit.name for unit in units if unit.verified),
        left=waiting,
    )


def confirm_appendix(workspace: Workspace, code: str, *, rows: Sequence[int], source: str) -> Confirmed:
    """Marks rows of an appendix (from 1) as compared with a paper; without rows, all of it as official.

    Raises:
        UsageError: an appendix or row that is not there, no paper.
        CannotContinueError: the plan cannot be changed safely.
        FileInUseError: another run is writing.
    """
    paper = _named_source(source)
    with storage.locked(workspace.root):
        work = ready(load(workspace))
        appendices = {one.code: one for one in work.plan.appendices}
        with unread_before_unknown(work.loaded, (Source.PLAN, ("phu_luc",))):
            missing = f"Không có phụ lục «{code}»."
            appendix = find_named(appendices, code, missing, none="chưa khai phụ lục nào")
        before = work.loaded.snapshot.files[PLAN_FILE].decode("utf-8")
        text, outcome = _confirmed(before, appendix, rows, paper)
        if outcome.new:
            _refuse_faulty(text, PLAN_FILE, lambda tree: decode_plan(tree, file=PLAN_FILE)[1])
            storage.write_atomic(workspace.root / PLAN_FILE, text.encode())
    return outcome


def _confirmed(text: str, appendix: Appendix, rows: Sequence[int], paper: str) -> tuple[str, Confirmed]:
    place: FieldPath = ("phu_luc", appendix.index)
    name = f"Phụ lục {appendix.label}"
    if not rows:
        official = appendix.state is AppendixState.OFFICIAL
        if not official:
            keys = {"trang_thai": AppendixState.OFFICIAL.value, "ghi_chu": f"Đã đối chiếu với {paper}."}
            text = _put(text, place, keys)
        told = (f"{name} là phụ lục chính thức",)
        outcome = Confirmed(
            name=PLAN_FILE, new=() if official else told, known=told if official else (), left=0
        )
        return text, outcome
    wanted = sorted(set(rows))
    missing = [row for row in wanted if not 1 <= row <= len(appendix.rows)]
    if missing:
        raise UsageError(
            f"{name} không có hàng {missing[0]}.", hint=f"các hàng đánh số từ 1 đến {len(appendix.rows)}."
        )
    new = [row for row in wanted if not appendix.rows[row - 1].verified]
    for row in new:
        text = _put(text, (*place, "dong", row - 1), {"da_xac_minh": _YES, "doi_chieu": paper})
    words = {row: f"{name}, hàng {row}: {appendix.rows[row - 1].content}" for row in wanted}
    waiting = sum(not row.verified for row in appendix.rows) - len(new)
    known = tuple(words[row] for row in wanted if row not in new)
    return text, Confirmed(name=PLAN_FILE, new=tuple(words[row] for row in new), known=known, left=waiting)


def _named_source(source: str) -> str:
    paper = " ".join(source.split())
    if not paper:
        raise UsageError(
            "Chưa ghi đối chiếu với văn bản nào.", hint='ví dụ --source "Quyết định số 12/QĐ-SGDĐT".'
        )
    return paper


def _put(text: str, path: FieldPath, keys: Mapping[str, str]) -> str:
    """The text with these keys in the mapping at ``path``, new or in the place of their values."""
    for key, value in keys.items():
        node = value_at(parse_yaml(text.encode(), file="").value, path)
        there = isinstance(node, dict) and key in node
        text = replace_value(text, (*path, key), value) if there else add_key(text, path, key, value)
    return text


def _refuse_faulty(text: str, name: str, decode: Callable[[Value], Sequence[Finding]]) -> None:
    parsed = parse_yaml(text.encode(), file=name)
    found = (*parsed.findings, *decode(parsed.value))
    if any(one.severity is Severity.ERROR for one in found):
        raise CannotContinueError(
            f"Chưa ghi gì: {name} đang có lỗi.", hint="chạy «truyenthong validate» và sửa các lỗi ấy trước."
        )
