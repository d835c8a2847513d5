"""Rules about what was received: days, decisions, «không phát sinh», soft files; forms are elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from truyenthong.checks.facts import SubmissionFacts
from truyenthong.diagnostics.submissions import (
    TT306,
    TT307,
    TT309,
    TT310,
    TT311,
    TT312,
    TT313,
    TT314,
    TT315,
    TT318,
    TT319,
    TT321,
)
from truyenthong.findings import Finding
from truyenthong.model.submissions import DecisionKind, Receipt
from truyenthong.text import day_in_week, day_wording


def _days(facts: SubmissionFacts, receipt: Receipt) -> Iterator[Finding]:
    """Days that lie in the future, or before what they follow."""
    received = receipt.received.day
    if facts.is_future(received):
        message = f"nhận trong tương lai: ngày {day_wording(received)} chưa đến"
        yield TT306.at(facts.receipt_ref(receipt, "nhan_luc"), message, hint="xem lại ngày, tháng, năm")
    printed = receipt.paper.day if receipt.paper is not None else None
    if printed is not None and printed > received:
        message = f"văn bản ghi ngày {day_wording(printed)}, sau ngày nhận {day_wording(received)}"
        ref = facts.receipt_ref(receipt, "van_ban", "ngay")
        yield TT307.at(ref, message, hint="xem lại ngày in trên văn bản và ngày nhận")
    slot = facts.slot
    if slot is not None and slot.period is not None and received < slot.days.start:
        begins = day_wording(slot.days.start)
        message = f"nhận ngày {day_wording(received)}, trước khi {slot.period.label} bắt đầu ({begins})"
        yield TT319.at(facts.receipt_ref(receipt, "nhan_luc"), message, hint="xem lại ky và ngày nhận")


def _decision(facts: SubmissionFacts, receipt: Receipt) -> Iterator[Finding]:
    """Decisions before the receipt, in the future, or returns without a reason."""
    decision = receipt.decision
    if decision is None:
        return
    ref = facts.receipt_ref(receipt, "xu_ly")
    if facts.is_future(decision.day):
        message = f"xử lý trong tương lai: ngày {day_wording(decision.day)} chưa đến"
        yield TT306.at(ref.child("ngay"), message, hint="xem lại ngày, tháng, năm")
    if decision.day < receipt.received.day:
        message = (
            f"xử lý ngày {day_wording(decision.day)}, trước ngày nhận {day_wording(receipt.received.day)}"
        )
        yield TT314.at(ref.child("ngay"), message, hint="xem lại hai ngày ấy")
    if receipt.edited:
        message = f"nội dung đã được sửa sau khi chấp nhận ngày {day_wording(decision.day)}"
        yield TT321.at(ref, message, hint="xem lại và chấp nhận lần nữa: «truyenthong review … --accept»")
    if decision.kind is DecisionKind.RETURNED and decision.reason is None:
        yield TT313.at(ref.child("ly_do"), "trả lại mà không có lý do", hint="thêm ly_do: đơn vị phải sửa gì")


def _nil(facts: SubmissionFacts, receipt: Receipt) -> Iterator[Finding]:
    """«Không phát sinh» where it is not taken, or beside content."""
    obligation = facts.obligation
    if not receipt.nil or obligation is None:
        return
    ref = facts.receipt_ref(receipt, "khong_phat_sinh")
    if not obligation.accepts_nil:
        message = f"nhiệm vụ «{obligation.code}» không nhận báo cáo không phát sinh"
        yield TT310.at(ref, message, hint="nhập noi_dung của báo cáo, hoặc ghi khong_phat_sinh: không")
    elif receipt.content is not None and any(value not in (None, ()) for value in receipt.content.values()):
        yield TT311.at(ref, "vừa ghi không phát sinh vừa có nội dung", hint="giữ một trong hai")


def _order(facts: SubmissionFacts) -> Iterator[Finding]:
    """Receipts that are not written oldest first."""
    for before, after in pairwise(facts.submission.receipts):
        first, second = before.received, after.received
        both_hours = first.hour is not None and second.hour is not None
        if second.day < first.day or (both_hours and second.sort_key < first.sort_key):
            message = (
                f"lần nhận ngày {day_wording(second.day)} đứng sau lần nhận ngày {day_wording(first.day)}"
            )
            ref = facts.receipt_ref(after, "nhan_luc")
            yield TT315.at(ref, message, hint="xếp các lần nhận theo thứ tự thời gian, lần trước ở trên")


def _complete(facts: SubmissionFacts) -> Iterator[Finding]:
    """What is still missing after the last receipt that was not returned: soft file, content."""
    obligation = facts.obligation
    kept = [one for one in facts.submission.receipts if not _is_returned(one)]
    if obligation is None or not kept or all(one.nil for one in kept):
        return
    last = kept[-1]
    if obligation.soft_file and not any(one.files for one in kept):
        message = "đã nhận nhưng chưa có tệp mềm"
        hint = "nhắc đơn vị gửi tệp mềm; nhận được thì ghi tên tệp vào tep"
        yield TT309.at(facts.receipt_ref(last), message, hint=hint)
    if obligation.form is not None and not any(one.content is not None for one in kept):
        hint = f"nhập số liệu của báo cáo vào noi_dung, theo biểu mẫu «{obligation.form}»"
        yield TT312.at(facts.receipt_ref(last), "lần nhận này chưa có noi_dung", hint=hint)


def _is_returned(receipt: Receipt) -> bool:
    return receipt.decision is not None and receipt.decision.kind is DecisionKind.RETURNED


def _doubtful(facts: SubmissionFacts) -> Iterator[Finding]:
    """A receipt on the very day of a «trước ngày» of which the eve is a day off."""
    slot = facts.slot
    if slot is None or slot.due is None or slot.due.doubtful_day is None:
        return
    doubtful = slot.due.doubtful_day
    if any(one.until >= doubtful for one in facts.submission.extensions):
        return
    for receipt in facts.submission.receipts:
        if _is_returned(receipt) or receipt.received.day > doubtful:
            continue
        if receipt.received.day == doubtful:
            message = (
                f"nhận {day_in_week(doubtful)}: theo đúng chữ «trước ngày» là chậm 1 ngày, "
                f"nhưng {day_in_week(slot.due.day)} là ngày nghỉ nên văn phòng có thể quyết định khác"
            )
            hint = "nếu cho tính là đúng hạn thì ghi gia_han đến ngày ấy, kèm lý do"
            yield TT318.at(facts.receipt_ref(receipt, "nhan_luc"), message, hint=hint)
        return


EACH: tuple[Callable[[SubmissionFacts, Receipt], Iterator[Finding]], ...] = (_days, _decision, _nil)
TOGETHER: tuple[Callable[[SubmissionFacts], Iterator[Finding]], ...] = (_order, _complete, _doubtful)


def check_receipts(facts: SubmissionFacts) -> Iterator[Finding]:
    """Every rule about receipts."""
    for receipt in facts.submission.receipts:
        for rule in EACH:
            yield from rule(facts, receipt)
    for together in TOGETHER:
        yield from together(facts)
