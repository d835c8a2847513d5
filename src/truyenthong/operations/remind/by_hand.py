"""Reminders for offices whose mail is only a web page: drafts, and texts to paste into a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.model.outreach import ZaloGroup
from truyenthong.operations.load import Ready
from truyenthong.operations.remind.decide import PlannedMail, RemindPlan
from truyenthong.operations.remind.letters import Composer
from truyenthong.operations.validate import refuse_placeholders
from truyenthong.progress import Row, State
from truyenthong.text import day_in_week
from truyenthong.views.reminders import duty_name
from truyenthong.views.wording import SAMPLE_MARK
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder

FOLDER = "nhac-han"
"""Where drafts go below the folder of the reports."""
_REST = ZaloGroup(name="Các đơn vị")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The drafts in their folder.

    Attributes:
        files: by file, the mail.
        unaddressed: names of the units whose address has to be filled in.
        kept: by file, where the one went that a person had changed.
        aside: where drafts of earlier days went that are no longer true.
    """

    folder: Path
    files: Mapping[Path, PlannedMail]
    unaddressed: tuple[str, ...]
    kept: Mapping[Path, Path]
    aside: tuple[Path, ...] = ()


def write_drafts(workspace: Workspace, plan: RemindPlan, *, out: Path, now: datetime) -> Drafts:
    """Writes a draft for each mail; a draft that a person changed is kept aside.

    Raises:
        CannotContinueError: a template has faults, a placeholder is left, or the system refuses to write.
    """
    refuse_placeholders(plan.work.loaded)
    composer = Composer(workspace=workspace, plan=plan, sender=plan.outreach.outgoing)
    at = datetime.combine(plan.as_of, now.timetz())
    made = {f"{mail.stem}.eml": composer.draft(mail, at=at).data for mail in plan.mails}
    with storage.locked(out):
        folder = OutputFolder(folder=out, now=now)
        put = folder.put(made)
        units = plan.work.roster.by_code
        ours = (one for one in storage.list_files(out) if one.endswith(".eml") and one not in made)
        aside = [
            folder.put_aside(one) for one in ours if one.removesuffix(".eml").partition("--")[0] in units
        ]
    return Drafts(
        folder=out,
        files={out / f"{mail.stem}.eml": mail for mail in plan.mails},
        unaddressed=tuple(mail.unit.name for mail in plan.mails if not mail.to),
        kept=put.kept,
        aside=tuple(aside),
    )


def group_texts(plan: RemindPlan) -> tuple[tuple[str, str], ...]:
    """For each group its name and the text to paste; of units in no group, one text more.

    Raises:
        CannotContinueError: a placeholder of the starter is left.
    """
    refuse_placeholders(plan.work.loaded)
    groups = plan.outreach.groups
    texts: list[tuple[str, str]] = []
    left = list(plan.mails)
    for group in groups:
        inside = [mail for mail in plan.mails if _is_in(mail, group)]
        left = [mail for mail in left if mail not in inside]
        if inside:
            texts.append((group.name, _text(plan.work, plan.as_of, inside)))
    if left:
        name = _REST.name if not groups else "Đơn vị chưa ở nhóm nào"
        texts.append((name, _text(plan.work, plan.as_of, left)))
    return tuple(texts)


def _is_in(mail: PlannedMail, group: ZaloGroup) -> bool:
    if not group.kinds and not group.units:
        return True
    return mail.unit.kind in group.kinds or mail.unit.code in group.units


def _text(work: Ready, day: date, mails: Sequence[PlannedMail]) -> str:
    return "\n".join(_lines(work, day, mails))


def _lines(work: Ready, day: date, mails: Sequence[PlannedMail]) -> Iterator[str]:
    plan = work.plan
    if work.settings.sample_data:
        yield f"({SAMPLE_MARK})"
    yield f"{plan.drafting.name}, {plan.agency.name} xin nhắc ({day_in_week(day)}):"
    told: dict[str, list[str]] = {}
    for mail in mails:
        for one in mail.items:
            told.setdefault(_what(one.row), []).append(mail.unit.short_name)
    for what, units in told.items():
        yield f"- {what}: {', '.join(units)}."
    yield "Đơn vị đã gửi xin bỏ qua. Trân trọng."


def _what(row: Row) -> str:
    due = f", hạn hết {day_in_week(row.due.day)}" if row.due is not None else ""
    if row.state is State.RETURNED:
        return f"Chờ gửi lại bài đã trả «{duty_name(row)}»{due}"
    if row.state is State.OVERDUE:
        return f"Đã quá hạn «{duty_name(row)}»{due}"
    return f"Sắp đến hạn «{duty_name(row)}»{due}"


def refuse_empty(plan: RemindPlan) -> None:
    """Stops where no mark is declared: nothing could ever be made.

    Raises:
        CannotContinueError: no mark is declared.
    """
    if not plan.outreach.reminding.marks:
        raise CannotContinueError(
            "Chưa khai mốc nhắc nào (nhac_han.moc) ở data/outreach.yaml.", hint="xem docs/gui-thu.md."
        )
