"""The Vietnamese words for states, reasons and next steps, for Word and the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from truyenthong.model.periods import Period
from truyenthong.model.plan import OWN_AGENCY, Contact, Obligation, Plan
from truyenthong.model.submissions import Channel
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Row, State
from truyenthong.text import day_wording

SAMPLE_MARK = "DỮ LIỆU MẪU"
"""Printed on every page and table of a workspace of sample data."""

NOTHING_RECEIVED = "chưa ghi nhận bài nộp nào"
"""What is said instead of rates while nothing has been received at all."""

DRAFT_MARK = "DỰ THẢO"
"""Printed on what the office has not issued yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords:
    """How a state is named.

    Attributes:
        name: in a legend or a filter, without days.
        mark: one letter for a narrow cell; legible in black and white.
        tone: «tot», «muon», «cham», «sap» or empty: what a template may colour alike.
        shade: a light background, six hexadecimal digits, or empty for none.
    """

    name: str
    mark: str
    tone: str
    shade: str


_WORDS: Mapping[State, StateWords] = {
    State.EXEMPT: StateWords(name="không phải nộp", mark="", tone="", shade=""),
    State.RETURNED: StateWords(name="bị trả lại", mark="T", tone="cham", shade="F4B6AE"),
    State.INVALID: StateWords(name="có lỗi", mark="L", tone="cham", shade="F4B6AE"),
    State.NIL: StateWords(name="không phát sinh", mark="K", tone="tot", shade="D5E8CB"),
    State.ON_TIME: StateWords(name="nộp đúng hạn", mark="Đ", tone="tot", shade="D5E8CB"),
    State.LATE: StateWords(name="nộp muộn", mark="M", tone="muon", shade="FFE699"),
    State.OVERDUE: StateWords(name="quá hạn", mark="Q", tone="cham", shade="F4B6AE"),
    State.DUE_SOON: StateWords(name="sắp đến hạn", mark="S", tone="sap", shade="DDEBF7"),
    State.UPCOMING: StateWords(name="chưa đến hạn", mark="C", tone="", shade=""),
    State.OPTIONAL: StateWords(name="nếu có", mark="–", tone="", shade=""),
    State.UNDATED: StateWords(name="không có hạn", mark="o", tone="", shade=""),
}

RECEIVED_MARK = "N"
"""The mark of a paper that came where no day is set: neither in time nor late."""

RECEIVED_NAME = "đã nộp (nhiệm vụ không có hạn)"
"""What RECEIVED_MARK means."""

LEGEND: tuple[State, ...] = (
    State.ON_TIME,
    State.NIL,
    State.LATE,
    State.OVERDUE,
    State.RETURNED,
    State.INVALID,
    State.DUE_SOON,
    State.UPCOMING,
    State.OPTIONAL,
    State.UNDATED,
)
"""The states that a legend explains, in its order."""


def state_words(state: State) -> StateWords:
    """How a state is named, marked and shaded."""
    return _WORDS[state]


def look_of(row: Row) -> StateWords:
    """The words whose tone and shade a row is shown with: a late «không phát sinh» looks late."""
    late_nil = row.state is State.NIL and bool(row.days_late)
    return state_words(State.LATE if late_nil else row.state)


def state_text(row: Row) -> str:  # noqa: PLR0911 - one return for each state
    """The state of a row in words, with the days («quá hạn 2 ngày»)."""
    late = row.days_late or 0
    match row.state:
        case State.ON_TIME:
            return "nộp đúng hạn" if row.due is not None else "đã nộp"
        case State.NIL:
            return f"không phát sinh, nộp muộn {late} ngày" if late else "không phát sinh"
        case State.LATE:
            return f"nộp muộn {late} ngày"
        case State.OVERDUE:
            return f"quá hạn {late} ngày"
        case State.RETURNED | State.INVALID:
            name = state_words(row.state).name
            return f"{name}, quá hạn {late} ngày" if late else name
        case State.DUE_SOON:
            return f"sắp đến hạn, {_days_left(row)}"
        case State.OPTIONAL | State.UNDATED if not row.obligation.to_be_sent:
            return "không yêu cầu gửi"
        case State.OPTIONAL | State.EXEMPT | State.UPCOMING | State.UNDATED:
            return state_words(row.state).name
        case _ as never:
            assert_never(never)


def standing_text(row: Row, roster: Roster) -> str:
    """The state in words, and what becomes of what came: accepted, or waiting for the office.

    Nobody decides about what the agency's own rooms have sent.
    """
    if not row.receipts or row.state in (State.RETURNED, State.EXEMPT) or roster.is_inside(row.unit):
        return state_text(row)
    return f"{state_text(row)}, {'chờ xem xét' if row.decision is None else 'đã chấp nhận'}"


def state_mark(row: Row) -> str:
    """The state of a row for a narrow cell: a letter, and the days where they matter («Q 2»)."""
    if row.state is State.ON_TIME and row.due is None:
        return RECEIVED_MARK
    mark = state_words(row.state).mark
    days = row.days_left if row.state is State.DUE_SOON else row.days_late
    return f"{mark} {days}" if mark and days else mark


def _days_left(row: Row) -> str:
    return f"còn {row.days_left} ngày" if row.days_left else "hạn là hôm nay"


def due_text(row: Row) -> str:
    """The due day in words: the last day that is in, «không có hạn», or the office's own date as such."""
    if row.due is not None:
        return day_wording(row.due.day)
    if row.internal_due is not None:
        return f"hạn nội bộ {day_wording(row.internal_due.day)}"
    return "không có hạn"


def behind_reason(row: Row) -> str:
    """Why a row is behind: «chưa gửi», «bị trả lại» with the reason, or «có lỗi»."""
    if row.locked_out and row.lock is not None:
        return f"gửi sau ngày khóa sổ {day_wording(row.lock)}"
    if row.state is State.RETURNED:
        decision = row.receipts[-1].decision if row.receipts else None
        reason = decision.reason if decision is not None else None
        return f"bị trả lại: {reason}" if reason else "bị trả lại"
    if row.state is State.INVALID:
        return "đã gửi nhưng có lỗi"
    return "chưa gửi"


def request_text(row: Row) -> str:
    """What the agency asks of a unit that is behind, in a few words; empty where it asks nothing."""
    if row.state is State.OVERDUE:
        return "Gửi báo cáo" if not row.receipts else "Gửi lại báo cáo"
    if row.state is State.RETURNED:
        decision = row.receipts[-1].decision if row.receipts else None
        reason = decision.reason if decision is not None else None
        asked = "Sửa báo cáo đã bị trả lại và gửi lại"
        return f"{asked}; lý do trả lại: {reason.rstrip('. ')}" if reason else asked
    return ""


def next_step(  # noqa: PLR0911 - one return for each state
    row: Row, contact: Contact, *, mendable: bool
) -> str:
    """What the unit has to do next, one whole sentence; empty where nothing.

    ``mendable`` says of a faulty paper that the unit itself can mend it; else only the agency can act.
    """
    match row.state:
        case State.OVERDUE | State.RETURNED if row.locked_out:
            return "Đơn vị chưa phải làm gì thêm."
        case State.OVERDUE:
            return f"Gửi ngay{_where(row, contact)}{_past_lock(row)}."
        case State.RETURNED:
            return f"Sửa theo lý do trả lại rồi gửi lại{_where(row, contact)}."
        case State.INVALID if not mendable:
            return "Đơn vị chưa phải làm gì thêm."
        case State.INVALID:
            return f"Sửa chỗ có lỗi rồi gửi lại{_where(row, contact)}."
        case State.DUE_SOON | State.UPCOMING:
            return f"Gửi chậm nhất ngày {due_text(row)}{_where(row, contact)}."
        case State.OPTIONAL | State.UNDATED:
            return _unforced_step(row)
        case State.ON_TIME | State.LATE | State.NIL:
            return "Không phải làm gì thêm."
        case State.EXEMPT:
            return ""
        case _ as never:
            assert_never(never)


def _past_lock(row: Row) -> str:
    if row.lock is None or not row.is_past_lock:
        return ""
    return f"; đã qua ngày khóa sổ {day_wording(row.lock)} nên cơ quan xem có nhận hay không"


def _where(row: Row, contact: Contact) -> str:
    if row.obligation.addressee != OWN_AGENCY:
        return f" về {row.obligation.addressee}"
    if row.obligation.soft_file and contact.email is not None:
        return f", kèm tệp mềm qua {contact.email}"
    return ""


def _unforced_step(row: Row) -> str:
    if not row.obligation.to_be_sent:
        return "Thực hiện tại đơn vị; Kế hoạch không yêu cầu gửi."
    if row.state is State.UNDATED:
        return "Kế hoạch không nêu hạn; thực hiện theo Kế hoạch."
    if row.obligation.accepts_nil:
        return "Có phát sinh thì gửi; không phát sinh thì có thể báo không phát sinh."
    return "Có phát sinh thì gửi."


def periods_text(periods: Iterable[Period]) -> str:
    """«tháng 11, 12 năm 2020; tháng 01 năm 2021»: periods of one kind, the year said once."""
    by_year: dict[str, list[str]] = {}
    for one in periods:
        name, _, year = one.written.partition(" năm ")
        by_year.setdefault(year, []).append(name)
    return "; ".join(f"{_one_after_the_other(names)} năm {year}" for year, names in by_year.items())


def _one_after_the_other(names: Sequence[str]) -> str:
    """«tháng 11, 12»: the word before the numbers once."""
    word = names[0].rpartition(" ")[0]
    return ", ".join([names[0], *(one.removeprefix(f"{word} ") for one in names[1:])])


def addressee_text(obligation: Obligation, plan: Plan) -> str:
    """To whom a duty is sent, in words."""
    return plan.agency.name if obligation.addressee == OWN_AGENCY else obligation.addressee


def channel_text(channel: Channel | None) -> str:
    """How a paper came, in words; empty where that was not written down."""
    match channel:
        case None:
            return ""
        case Channel.EMAIL:
            return "thư điện tử"
        case Channel.DOCUMENT_AXIS:
            return "trục liên thông văn bản"
        case Channel.PAPER:
            return "bản giấy"
        case Channel.OTHER:
            return "cách khác"
        case _ as never:
            assert_never(never)
