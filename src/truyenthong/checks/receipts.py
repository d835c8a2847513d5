"""Rules about what was received: days, decisions, «không phát sinh», soft files; forms are elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
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
    TT322,
    TT323,
    TT324,
    TT325,
)
from truyenthong.findings import Finding, Ref
from truyenthong.model.submissions import DecisionKind, PaperNumber, Receipt
from truyenthong.text import day_in_week, day_wording

BEFORE_SCHOOL_YEAR = timedelta(days=90)
"""How long before 1/9 something of the year may be received, decided or granted."""

PAPER_BEFORE_SCHOOL_YEAR = timedelta(days=365)
"""How long before 1/9 a paper of the year may be dated."""

LONG_AFTER_DUE = timedelta(days=90)
"""A receipt this long after the due day is asked about: a wrong year makes a unit late."""

_REPLACED = "\N{REPLACEMENT CHARACTER}"
"""Stands where a control character was, which has a finding of its own (TT005)."""

_NUMBERED = re.compile(r"([0-9]{1,9}) ?/ ?([^\W\d].*)")
_SYMBOL = re.compile(r"[^\W_]+(?:[-/&.][^\W_]+)*")
_TWICE = re.compile(r"(?:^|[-/])([^-/]+)[-/]\1(?=[-/]|$)")


def _days(facts: SubmissionFacts, receipt: Receipt) -> Iterator[Finding]:
    """Days that lie in the future, or before what they follow."""
    received = receipt.received.day
    place = facts.receipt_ref(receipt, "nhan_luc")
    yield from possible_day(facts, place, received, "nhận")
    printed = receipt.paper.day if receipt.paper is not None else None
    early = _too_early(facts, received) is not None
    if printed is not None and printed > received and not early and not facts.is_future(printed):
        message = f"văn bản ghi ngày {day_wording(printed)}, sau ngày nhận {day_wording(received)}"
        ref = facts.receipt_ref(receipt, "van_ban", "ngay")
        yield TT307.at(ref, message, hint="xem lại ngày in trên văn bản và ngày nhận")
    slot = facts.slot
    due = slot.due.day if slot is not None and slot.due is not None else None
    if due is not None and received - due > LONG_AFTER_DUE and not facts.is_future(received):
        message = (
            f"nhận ngày {day_wording(received)}, sau hạn {day_wording(due)} {(received - due).days} ngày"
        )
        yield TT323.at(place, message, hint="có nhầm năm không? Đúng là ngày ấy thì để nguyên")
    if slot is not None and slot.period is not None and received < slot.days.start and not early:
        begins = day_wording(slot.days.start)
        message = f"nhận ngày {day_wording(received)}, trước khi {slot.period.label} bắt đầu ({begins})"
        yield TT319.at(place, message, hint="xem lại ky và ngày nhận")


def possible_day(facts: SubmissionFacts, place: Ref, day: date, what: str) -> Iterator[Finding]:
    """What is received, decided or granted lies neither far before the school year nor in the future.

    ``what`` is the verb of the sentence, as «nhận».
    """
    if facts.is_future(day):
        message = f"{what} trong tương lai: ngày {day_wording(day)} chưa đến"
        yield TT306.at(place, message, hint="xem lại ngày, tháng, năm")
    elif (earliest := _too_early(facts, day)) is not None:
        message = f"{what} ngày {day_wording(day)}: sớm hơn {day_wording(earliest)}, năm học này không thể có"
        yield TT322.at(place, message, hint="xem lại năm")


def _too_early(facts: SubmissionFacts, day: date, within: timedelta = BEFORE_SCHOOL_YEAR) -> date | None:
    """The earliest day that can be, where ``day`` lies before it."""
    earliest = facts.plan.year.days.start - within
    return earliest if day < earliest else None


def check_paper(facts: SubmissionFacts, ref: Ref, paper: PaperNumber | None) -> Iterator[Finding]:
    """The day and the symbol of a paper: of a receipt, or of an extension; ``ref`` is its ``van_ban``."""
    if paper is None:
        return
    day = paper.day
    if day is not None and facts.is_future(day):
        message = f"văn bản ghi ngày {day_wording(day)}, ngày ấy chưa đến"
        yield TT306.at(ref.child("ngay"), message, hint="xem lại ngày, tháng, năm")
    elif day is not None and (earliest := _too_early(facts, day, PAPER_BEFORE_SCHOOL_YEAR)) is not None:
        message = f"văn bản ghi ngày {day_wording(day)}: sớm hơn {day_wording(earliest)}, cách năm học quá xa"
        yield TT322.at(ref.child("ngay"), message, hint="xem lại năm")
    if paper.symbol is None or _REPLACED in paper.symbol:
        return
    symbol, place = paper.symbol, ref.child("ky_hieu")
    if (numbered := _NUMBERED.fullmatch(symbol)) is not None:
        message = f"ký hiệu «{symbol}» ghi cả số {numbered[1]}"
        yield TT324.at(place, message, hint=f"ghi số ở so, còn ky_hieu ghi {numbered[2]}")
    elif _SYMBOL.fullmatch(symbol) is None:
        hint = "ký hiệu gồm chữ, số và dấu &, nối bằng «-» hoặc «/», không có dấu cách, ví dụ BC-PGDĐT"
        yield TT325.at(place, f"ký hiệu «{symbol}» viết khác thường", hint=hint)
    elif (twice := _TWICE.search(symbol)) is not None:
        message = f"ký hiệu «{symbol}» ghi «{twice[1]}» hai lần liền nhau"
        yield TT325.at(place, message, hint="bỏ một nếu gõ lặp")


def _paper(facts: SubmissionFacts, receipt: Receipt) -> Iterator[Finding]:
    yield from check_paper(facts, facts.receipt_ref(receipt, "van_ban"), receipt.paper)


def _decision(facts: SubmissionFacts, receipt: Receipt) -> Iterator[Finding]:
    """Decisions before the receipt, in the future, or returns without a reason."""
    decision = receipt.decision
    if decision is None:
        return
    ref = facts.receipt_ref(receipt, "xu_ly")
    yield from possible_day(facts, ref.child("ngay"), decision.day, "xử lý")
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


EACH: tuple[Callable[[SubmissionFacts, Receipt], Iterator[Finding]], ...] = (_days, _paper, _decision, _nil)
TOGETHER: tuple[Callable[[SubmissionFacts], Iterator[Finding]], ...] = (_order, _complete, _doubtful)


def check_receipts(facts: SubmissionFacts) -> Iterator[Finding]:
    """Every rule about receipts."""
    for receipt in facts.submission.receipts:
        for rule in EACH:
            yield from rule(facts, receipt)
    for together in TOGETHER:
        yield from together(facts)
