"""Rules about a submission as a whole: whose it is, for what, for which period, and its extensions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from truyenthong.checks.facts import SubmissionFacts
from truyenthong.checks.forms import check_form
from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.plan import TT222
from truyenthong.diagnostics.submissions import (
    TT301,
    TT302,
    TT303,
    TT304,
    TT305,
    TT306,
    TT307,
    TT308,
    TT309,
    TT310,
    TT311,
    TT312,
    TT313,
    TT314,
    TT315,
    TT316,
    TT317,
    TT318,
    TT319,
    TT320,
    TT321,
    TT322,
    TT323,
    TT324,
    TT325,
    TT326,
    TT327,
)
from truyenthong.findings import Finding, Ref
from truyenthong.model.plan import Obligation
from truyenthong.model.submissions import DecisionKind, PaperNumber, Receipt, Submission
from truyenthong.text import day_in_week, day_wording, fold

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
    """A receipt on the very day of a «trước ngày» whose eve is a day off."""
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


def _drafts(facts: SubmissionFacts) -> Iterator[Finding]:
    """Drafts, which count as not received."""
    for place in facts.submission.draft_places:
        message = "bản nháp đang nhập: chưa tính là đã nhận"
        yield TT326.at(facts.ref("lan_nop", place), message, hint="nhập xong thì bỏ dòng ban_nhap")


def _locked_out(facts: SubmissionFacts) -> Iterator[Finding]:
    """Receipts after the locked day that nobody has decided on."""
    lock = facts.slot.lock if facts.slot is not None else None
    if lock is None:
        return
    lock = max([lock, *(one.until for one in facts.submission.extensions)])
    for receipt in facts.submission.receipts:
        if receipt.received.day > lock and receipt.decision is None:
            message = (
                f"nhận ngày {day_wording(receipt.received.day)}, sau ngày khóa sổ {day_wording(lock)}: "
                "giữ lại, chưa tính là đã nộp"
            )
            hint = "cho tính thì chấp nhận: «truyenthong review … --accept»; không thì trả lại kèm lý do"
            yield TT327.at(facts.receipt_ref(receipt, "nhan_luc"), message, hint=hint)


EACH: tuple[Callable[[SubmissionFacts, Receipt], Iterator[Finding]], ...] = (_days, _paper, _decision, _nil)
TOGETHER: tuple[Callable[[SubmissionFacts], Iterator[Finding]], ...] = (
    _order,
    _complete,
    _doubtful,
    _drafts,
    _locked_out,
)


def check_receipts(facts: SubmissionFacts) -> Iterator[Finding]:
    """Every rule about receipts."""
    for receipt in facts.submission.typed:
        for rule in EACH:
            yield from rule(facts, receipt)
    for together in TOGETHER:
        yield from together(facts)


def _known(facts: SubmissionFacts) -> Iterator[Finding]:
    """Unit and duty that nobody has declared."""
    submission = facts.submission
    if facts.unit is None:
        message = f"không có đơn vị «{submission.unit}»"
        if facts.path_unit in facts.roster.by_code:
            hint = f"tệp nằm ở thư mục «{facts.path_unit}»: có phải đơn vị ấy?"
        else:
            hint = which_unit(submission.unit, facts.roster)
        yield TT301.at(facts.ref("don_vi"), message, hint=hint)
    if facts.obligation is None:
        codes = tuple(facts.plan.obligations_by_code)
        message = f"kế hoạch không có nhiệm vụ «{submission.obligation}»"
        yield TT302.at(facts.ref("nhiem_vu"), message, hint=which_code(submission.obligation, codes))


def _period(facts: SubmissionFacts) -> Iterator[Finding]:
    """A period that the duty does not have."""
    obligation = facts.obligation
    if obligation is None or facts.slot is not None:
        return
    period = facts.submission.period
    codes = [code for duty, code in facts.slots if duty == obligation.code and code is not None]
    if obligation.period_kind is None:
        message = f"nhiệm vụ «{obligation.code}» không chia kỳ nhưng tệp ghi ky: {period}"
        yield TT304.at(facts.ref("ky"), message, hint="bỏ dòng ky, và bỏ phần sau dấu @ ở tên tệp")
    elif not codes:
        return  # told at the duty: no period could be read of it
    elif period is None:
        message = f"thiếu ky: nhiệm vụ «{obligation.code}» có kỳ {_span(codes)}"
        yield TT304.at(facts.ref("ky"), message, hint=f"thêm dòng «ky: {facts.path_period or codes[0]}»")
    else:
        message = f"kỳ «{period}» không có trong kế hoạch của nhiệm vụ «{obligation.code}»"
        yield TT304.at(facts.ref("ky"), message, hint=f"các kỳ: {_span(codes)}")


def _span(codes: list[str]) -> str:
    return codes[0] if len(codes) == 1 else f"từ {codes[0]} đến {codes[-1]}"


def _path(facts: SubmissionFacts) -> Iterator[Finding]:
    """Path and content that disagree; other rules report unknown words."""
    submission = facts.submission
    if facts.path_unit != submission.unit and facts.unit is not None:
        message = f"tệp nằm ở thư mục «{facts.path_unit}» nhưng don_vi ghi «{submission.unit}»"
        hint = f"sửa don_vi, hoặc chuyển tệp sang data/submissions/{submission.unit}/"
        yield TT305.at(facts.ref("don_vi"), message, hint=hint)
    if facts.path_obligation != submission.obligation and facts.obligation is not None:
        message = f"tên tệp nói «{facts.path_obligation}» nhưng nhiem_vu ghi «{submission.obligation}»"
        yield TT305.at(facts.ref("nhiem_vu"), message, hint=f"sửa nhiem_vu, hoặc đổi tên tệp: {_name(facts)}")
    elif facts.path_period != submission.period and facts.slot is not None:
        in_name = f"ghi kỳ «{facts.path_period}»" if facts.path_period is not None else "không ghi kỳ"
        in_file = f"ghi ky: {submission.period}" if submission.period is not None else "không ghi ky"
        message = f"tên tệp {in_name}, còn trong tệp {in_file}"
        yield TT305.at(facts.ref("ky"), message, hint=f"sửa ky, hoặc đổi tên tệp: {_name(facts)}")


def _name(facts: SubmissionFacts) -> str:
    submission = facts.submission
    period = f"@{submission.period}" if submission.period is not None else ""
    return f"{submission.obligation}{period}.yaml"


def _owed(facts: SubmissionFacts) -> Iterator[Finding]:
    """A duty that this unit does not owe."""
    unit, obligation, slot = facts.unit, facts.obligation, facts.slot
    if unit is None or obligation is None or slot is None:
        return
    # As of the first paper: a unit that closes after it has sent what it owed has made no mistake.
    submission = facts.submission
    days = [one.received.day for one in submission.receipts] + [one.granted for one in submission.extensions]
    if slot.owes(unit, facts.roster, min(days, default=date.max)):
        return
    owners = obligation.owners
    if owners.names(unit) and unit.code not in owners.excluded:
        message = f"{unit.name} không hoạt động vào lúc nhiệm vụ «{obligation.code}» đến hạn"
        after = ", ".join(unit.successors)
        hint = f"đơn vị kế thừa: {after}" if after else "xem hieu_luc của đơn vị ở data/units.yaml"
    else:
        message = f"kế hoạch không giao nhiệm vụ «{obligation.code}» cho {unit.name}"
        hint = _whose(facts, obligation)
    yield TT303.at(facts.ref("nhiem_vu"), message, hint=hint)


def _whose(facts: SubmissionFacts, obligation: Obligation) -> str:
    kinds = facts.roster.kinds_by_code
    names = [kinds[code].name if code in kinds else code for code in obligation.owners.kinds]
    units = facts.roster.by_code
    names += [units[code].short_name if code in units else code for code in obligation.owners.added]
    without = ", ".join(
        units[code].short_name if code in units else code for code in obligation.owners.excluded
    )
    told = "; ".join(names) or "chưa giao cho ai"
    return f"nop_boi ở data/plan.yaml giao cho: {told}{f', trừ {without}' if without else ''}"


def _extensions(facts: SubmissionFacts) -> Iterator[Finding]:
    """Extensions that run backwards, lie in the future, or have nothing to extend."""
    slot = facts.slot
    due = slot.due.day if slot is not None and slot.due is not None else None
    last, which = due, "hạn cũ"
    for one in sorted(facts.submission.extensions, key=lambda one: one.granted):
        ref = facts.ref("gia_han", one.index)
        yield from possible_day(facts, ref.child("ngay"), one.granted, "gia hạn")
        yield from check_paper(facts, ref.child("van_ban"), one.paper)
        if one.until < one.granted:
            message = (
                f"gia hạn đến {day_wording(one.until)}, trước ngày cho gia hạn {day_wording(one.granted)}"
            )
            yield TT316.at(ref.child("den"), message, hint="xem lại hai ngày ấy")
        elif last is not None and one.until <= last:
            message = f"gia hạn đến {day_wording(one.until)}, không muộn hơn {which} {day_wording(last)}"
            yield TT316.at(ref.child("den"), message, hint="ghi ngày cuối cùng của hạn mới, tính cả ngày ấy")
        elif last is not None:
            last, which = one.until, "hạn đã gia lần trước"
        if slot is not None and slot.due is None:
            message = f"nhiệm vụ «{facts.submission.obligation}» không có hạn để gia hạn"
            yield TT317.at(ref, message, hint="bỏ mục gia_han, hoặc xem lại nhiem_vu")


def _sent_further(facts: SubmissionFacts) -> Iterator[Finding]:
    """Papers that the office sent to others: their report, and the day."""
    of_duty = [
        one.code
        for one in facts.plan.reports
        if facts.plan.duty_of_papers(one) == facts.submission.obligation
    ]
    for one in facts.submission.sent_further:
        ref = facts.ref("da_gui", one.index)
        yield from possible_day(facts, ref.child("nhan_luc"), one.received.day, "gửi")
        yield from check_paper(facts, ref.child("van_ban"), one.paper)
        if one.report is not None and one.report not in of_duty:
            message = f"báo cáo «{one.report}» không làm từ nhiệm vụ «{facts.submission.obligation}»"
            hint = which_code(one.report, of_duty) if of_duty else "bỏ mục da_gui này"
            yield TT222.at(ref.child("bao_cao"), message, hint=hint)


RULES: tuple[Callable[[SubmissionFacts], Iterator[Finding]], ...] = (
    _known,
    _period,
    _path,
    _owed,
    _extensions,
    _sent_further,
    check_receipts,
    check_form,
)


def check_submission(facts: SubmissionFacts) -> Iterator[Finding]:
    """Every rule about one submission."""
    for rule in RULES:
        yield from rule(facts)


def _same_paper(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """The same number and symbol of one unit in two duties within a calendar year (NĐ 30/2020 PL VI)."""
    seen: dict[tuple[str, int, str, str], tuple[str, str | None, str]] = {}
    symbols: dict[str, str] = {}  # a few, however many papers: folding one takes longer than all the rest
    for submission, receipt in _receipts(submissions):
        paper = receipt.paper
        if paper is None or paper.number is None or paper.symbol is None:
            continue
        year = (paper.day or receipt.received.day).year
        if paper.symbol not in symbols:
            symbols[paper.symbol] = fold(paper.symbol)
        key = (submission.unit, year, paper.number.strip().lstrip("0"), symbols[paper.symbol])
        first = seen.setdefault(key, (submission.obligation, receipt.report, submission.file))
        if first[:2] != (submission.obligation, receipt.report):
            message = f"văn bản số {paper.number}/{paper.symbol} năm {year} đã ghi ở {first[2]}"
            ref = Ref(file=submission.file, path=(_list_of(receipt), receipt.index, "van_ban", "so"))
            yield TT308.at(
                ref, message, hint="xem văn bản ấy thuộc nhiệm vụ nào; số hoặc ký hiệu có thể gõ nhầm"
            )


def _same_file(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """The same file, byte for byte, from two units."""
    seen: dict[str, Submission] = {}
    for submission, receipt in _receipts(submissions):
        for place, sent in enumerate(receipt.files):
            if sent.sha256 is None:
                continue
            first = seen.setdefault(sent.sha256, submission)
            if first.unit != submission.unit:
                message = f"tệp «{sent.name}» giống hệt tệp của đơn vị «{first.unit}» ({first.file})"
                ref = Ref(file=submission.file, path=(_list_of(receipt), receipt.index, "tep", place))
                yield TT320.at(ref, message, hint="hỏi lại đơn vị, hoặc sửa chỗ ghi nhầm")


def _receipts(submissions: Sequence[Submission]) -> Iterator[tuple[Submission, Receipt]]:
    for submission in submissions:
        for receipt in (*submission.receipts, *submission.sent_further):
            yield submission, receipt


def _list_of(receipt: Receipt) -> str:
    return "lan_nop" if receipt.report is None else "da_gui"


_RULES_ACROSS: tuple[Callable[[Sequence[Submission]], Iterator[Finding]], ...] = (_same_paper, _same_file)


def check_across(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """Every rule over several submissions, which come in the order of their files."""
    for rule in _RULES_ACROSS:
        yield from rule(submissions)
