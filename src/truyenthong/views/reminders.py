"""What a mail that reminds a unit says, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.model.owed import Settings
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster, Unit
from truyenthong.progress import Row, State
from truyenthong.text import day_in_week
from truyenthong.views.papers import agency_view, contact_view
from truyenthong.views.subject import PlainValue
from truyenthong.views.units import unit_names
from truyenthong.views.wording import SAMPLE_MARK, next_step


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderGround:
    """What a mail rests on besides its rows.

    Attributes:
        day: when it is sent.
        copies: names of the persons who get a copy.
        written_to: the names of those to whom the letter is addressed.
    """

    plan: Plan
    roster: Roster
    settings: Settings
    day: date
    copies: Sequence[str] = ()
    written_to: Sequence[str] = ()


def reminder_view(
    unit: Unit, rows: Sequence[Row], about: ReminderGround, *, files: Sequence[str], dropped: Sequence[str]
) -> dict[str, PlainValue]:
    """The fields of ``views.fields.reminders``.

    Args:
        unit: who is reminded.
        rows: of what.
        about: what is the same for every mail of a run, and who gets a copy.
        files: names of what goes along.
        dropped: names of what would have, had there been room.
    """
    plan, settings = about.plan, about.settings
    returned = [row for row in rows if row.state is State.RETURNED]
    late = sorted((row for row in rows if row.state is State.OVERDUE), key=_due)
    coming = sorted((row for row in rows if row.state not in (State.RETURNED, State.OVERDUE)), key=_due)
    return {
        "mau": settings.sample_data,
        "dau_mau": SAMPLE_MARK if settings.sample_data else "",
        "nam_hoc": plan.year.code,
        "co_quan": agency_view(plan.agency),
        "soan_thao": {"ten": plan.drafting.name, "ky_hieu": plan.drafting.symbol or ""},
        "lien_he": contact_view(plan.contact, plan.agency),
        "ngay": day_in_week(about.day),
        "ngay_gui": about.day,
        "don_vi": unit_names(unit, about.roster),
        "kinh_gui": "; ".join(about.written_to) or unit.name,
        "thay_don_vi": not unit.exists_on(about.day),
        "sap_den_han": _duties(coming, plan),
        "qua_han": _duties(late, plan),
        "tra_lai": _duties(returned, plan),
        "so_viec": len(rows),
        "tep": list(files),
        "tep_bo": list(dropped),
        "nguoi_nhan_ban_sao": list(about.copies),
    }


def _due(row: Row) -> date:
    return row.due.day if row.due is not None else date.max


def _duties(rows: Iterable[Row], plan: Plan) -> list[PlainValue]:
    return [_duty(row, plan) for row in rows]


def _duty(row: Row, plan: Plan) -> dict[str, PlainValue]:
    decision = row.receipts[-1].decision if row.state is State.RETURNED and row.receipts else None
    due = row.due.day if row.due is not None else None
    return {
        "ten": duty_name(row),
        "dieu_khoan": row.obligation.clause,
        "trich": row.obligation.quotation,
        "han": day_in_week(due) if due is not None else "",
        "han_ngay": due,
        "gia_han": row.extension is not None,
        "con_ngay": row.days_left,
        "cham_ngay": row.days_late or 0,
        "ly_do": (decision.reason or "") if decision is not None else "",
        "tra_lai_ngay": day_in_week(decision.day) if decision is not None else "",
        "can_lam": next_step(row, plan.contact, mendable=True),
    }


def duty_name(row: Row) -> str:
    """The duty's name, with its period where it has several in a year."""
    period = row.period
    if period is None or period.kind.value == "nam-hoc":
        return row.obligation.name
    return f"{row.obligation.name}, {period.label}"
