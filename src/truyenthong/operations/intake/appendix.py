"""``intake --appendix``: replaces a draft appendix of the plan by the official one, shown first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from truyenthong.checks import Source
from truyenthong.checks.plan_text import Quotable
from truyenthong.diagnostics.office_tables import TT672
from truyenthong.documents.plan import decode_plan
from truyenthong.errors import CannotContinueError
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.intake.appendix_table import (
    COLUMNS,
    AppendixTable,
    NotWordTableError,
    Row,
    read_appendix,
    read_tables,
)
from truyenthong.model.plan import Appendix, AppendixRow, AppendixState, Plan, Topic
from truyenthong.operations.choose import find_named, read_named
from truyenthong.operations.load import load, ready
from truyenthong.operations.validate import unread_before_unknown
from truyenthong.text import fold
from truyenthong.workspace import storage
from truyenthong.workspace.layout import PLAN_FILE, Workspace
from truyenthong.yamltext.edit import replace_value
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What one appendix would become.

    Attributes:
        rows: the new rows, ready to be written.
        same: rows that are in both, alike in every cell.
        changed: rows of one content that differ elsewhere: the content, what differs (key, before, after).
        added, removed: contents that are only in the new one, only in the old one.
        suggested: topics by the places of rows that have none, as their words suggest; a person confirms.
    """

    appendix: Appendix
    rows: tuple[Row, ...]
    same: int
    changed: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    suggested: Mapping[int, Topic] = field(default_factory=dict)

    def with_topics(self) -> Replacement:
        """The same with the suggested topics in their rows."""
        rows = tuple(
            {**row, "chu_de": self.suggested[place].code} if place in self.suggested else row
            for place, row in enumerate(self.rows)
        )
        return replace(self, rows=rows, suggested={})

    @property
    def says_more(self) -> bool:
        """Whether anything would become different, the mark of a draft and the order of rows counted in."""
        old = [_printed(_cells(row)) for row in self.appendix.rows]
        return self.appendix.state is AppendixState.DRAFT or old != [_printed(row) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What taking in a file would change; ``seen`` is the mark of the plan that it was worked out from."""

    file: str
    replacements: tuple[Replacement, ...]
    findings: tuple[Finding, ...]
    seen: str

    @property
    def possible(self) -> bool:
        """Whether it can be taken in: something is there, without an error."""
        return bool(self.replacements) and not any(one.severity is Severity.ERROR for one in self.findings)

    @property
    def nothing_new(self) -> bool:
        """Whether everything is in the plan already, as the official text."""
        return bool(self.replacements) and not any(one.says_more for one in self.replacements)


_ENOUGH = 0.5
"""The share of a row's pairs of words that a topic must have, for it to be suggested."""


def suggest_topic(plan: Plan, content: str) -> Topic | None:
    """The one topic whose words in the plan are most of a row's; None where two are as near, or none is.

    Pairs of words that follow each other are compared: single ones are shared by everything.
    """
    text, wanted = Quotable(plan=plan), _pairs(content)
    scores: dict[str, float] = {}
    for one in plan.topics:
        said = text.paragraph_with(one.clause, one.quotation) if one.quotation else None
        said = said or text.clause_text(one.clause)
        shared = wanted & (_pairs(said) | _pairs(one.name))
        scores[one.code] = len(shared) / len(wanted) if wanted else 0.0
    # What fits a dash fits the topic around it as well.
    known = {one.code: one for one in plan.topics}
    best = max(known.values(), key=lambda one: (scores[one.code], one.above is not None), default=None)
    if best is None or scores[best.code] < _ENOUGH:
        return None
    rivals = [
        one
        for one in known.values()
        if one.code not in (best.code, best.above) and scores[one.code] >= scores[best.code]
    ]
    return None if rivals else best


def _pairs(text: str) -> set[tuple[str, str]]:
    words = "".join(one if one.isalnum() else " " for one in fold(text)).split()
    return set(pairwise(words))


def propose(workspace: Workspace, path: Path, *, code: str | None) -> Proposal:
    """Reads an appendix off a Word file and compares it with the draft.

    Args:
        workspace: whose plan it belongs to.
        path: the Word file.
        code: which appendix it is, where the file does not say so above its table.

    Raises:
        UsageError: no such file, no such appendix.
        CannotContinueError: the plan cannot be read, or the file is no Word document.
    """
    work = ready(load(workspace))
    plan, file = work.plan, path.name
    appendices = {one.code: one for one in plan.appendices}
    chosen = None
    if code is not None:
        missing = f"Kế hoạch không có phụ lục «{code}»."
        with unread_before_unknown(work.loaded, (Source.PLAN, ("phu_luc",))):
            chosen = find_named(appendices, code, missing, none="chưa khai phụ lục nào")
    try:
        tables, findings = read_appendix(read_tables(read_named(path, "--appendix")), file=file)
    except NotWordTableError as error:
        raise CannotContinueError(f"{file}: {error}", hint="lưu lại tệp bằng Word dạng .docx.") from error
    found = list(findings)
    replacements: dict[str, Replacement] = {}
    for place, table in enumerate(tables, start=1):
        appendix = _appendix_of(plan, table, chosen)
        if appendix is None:
            found.append(_unknown(plan, file, place))
        elif chosen is None or appendix is chosen:
            before = replacements[appendix.code].rows if appendix.code in replacements else ()
            replacements[appendix.code] = _replacement(plan, appendix, (*before, *table.rows))
    return Proposal(
        file=file,
        replacements=tuple(replacements.values()),
        findings=tuple(found),
        seen=_mark(work.loaded.snapshot.files[PLAN_FILE]),
    )


def take(workspace: Workspace, proposal: Proposal) -> None:
    """Writes what was proposed into ``plan.yaml``; comments outside of the rows stay.

    Raises:
        CannotContinueError: the plan was changed since, or would no longer be read whole.
        FileInUseError: another run is writing.
    """
    with storage.locked(workspace.root):
        data = storage.read_bytes(workspace.plan)
        if _mark(data) != proposal.seen:
            raise CannotContinueError(
                "data/plan.yaml vừa được sửa trong lúc chờ trả lời.",
                hint="chạy lại lệnh để xem lại khác biệt.",
            )
        text = data.decode("utf-8")
        for one in proposal.replacements:
            text = _replaced(text, one)
        _refuse_faulty(text, proposal)
        storage.write_atomic(workspace.plan, text.encode())


def _appendix_of(plan: Plan, table: AppendixTable, chosen: Appendix | None) -> Appendix | None:
    """Which appendix a table is: as it says above it; else the chosen one, or the only one that there is."""
    if table.label is not None:
        return next((one for one in plan.appendices if one.label.casefold() == table.label), None)
    if chosen is not None:
        return chosen
    return plan.appendices[0] if len(plan.appendices) == 1 else None


def _unknown(plan: Plan, file: str, place: int) -> Finding:
    codes = ", ".join(one.code for one in plan.appendices) or "chưa khai phụ lục nào"
    message = f"bảng thứ {place} không nói là phụ lục nào của kế hoạch"
    return TT672.at(Ref(file=file, spot=f"bảng {place}"), message, hint=f"thêm --appendix-code: {codes}")


def _replacement(plan: Plan, appendix: Appendix, rows: Sequence[Row]) -> Replacement:
    old = {fold(one.content): one for one in appendix.rows}
    new = {fold(row["noi_dung"] or ""): row for row in rows}
    changed, same = [], 0
    for key, row in new.items():
        if key in old:
            differing = tuple(_differing(old[key], row))
            changed += [(old[key].content, differing)] if differing else []
            same += not differing
    kept = tuple({**row, **_kept(old.get(fold(row["noi_dung"] or "")))} for row in rows)
    topics = {
        place: suggest_topic(plan, row["noi_dung"] or "")
        for place, row in enumerate(kept)
        if not row.get("chu_de")
    }
    return Replacement(
        appendix=appendix,
        rows=kept,
        suggested={place: one for place, one in topics.items() if one is not None},
        same=same,
        changed=tuple(changed),
        added=tuple(row["noi_dung"] or "" for key, row in new.items() if key not in old),
        removed=tuple(one.content for key, one in old.items() if key not in new),
    )


def _cells(row: AppendixRow) -> Mapping[str, str | None]:
    return dict(zip(COLUMNS, (row.time, row.content, row.audience, row.form, row.unit), strict=True))


def _printed(row: Mapping[str, str | None]) -> tuple[str, ...]:
    """The cells of a row as they are printed."""
    return tuple(row[key] or "" for key in COLUMNS)


def _differing(old: AppendixRow, new: Row) -> Iterator[tuple[str, str, str]]:
    before = _cells(old)
    for key in COLUMNS:
        if (before[key] or "") != (new[key] or ""):
            yield key, before[key] or "", new[key] or ""


def _kept(old: AppendixRow | None) -> Row:
    """What the office had added to a row of the same content: its clause and topic."""
    added = {} if old is None else {"nguon": old.source, "chu_de": old.topic}
    return {key: text for key, text in added.items() if text is not None}


def _replaced(text: str, one: Replacement) -> str:
    place = ("phu_luc", one.appendix.index)
    rows: list[Value] = [dict(row) for row in one.rows]
    text = replace_value(text, (*place, "dong"), rows)
    text = replace_value(text, (*place, "trang_thai"), AppendixState.OFFICIAL.value)
    # The note tells what the draft was drawn from: it is about the draft alone.
    return text if one.appendix.note is None else replace_value(text, (*place, "ghi_chu"), None)


def _refuse_faulty(text: str, proposal: Proposal) -> None:
    parsed = parse_yaml(text.encode(), file=PLAN_FILE)
    plan, findings = decode_plan(parsed.value, file=PLAN_FILE)
    errors = [one for one in (*parsed.findings, *findings) if one.severity is Severity.ERROR]
    if plan is None or errors:
        raise CannotContinueError(
            f"Chưa ghi gì: nhận {proposal.file} xong thì data/plan.yaml có lỗi.",
            hint="chạy «truyenthong validate» và sửa các lỗi đang có trước.",
        )


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
