"""Rules about a submission as a whole: whose it is, for what, for which period, and its extensions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from truyenthong.checks.facts import SubmissionFacts
from truyenthong.checks.forms import check_form
from truyenthong.checks.receipts import check_paper, check_receipts, possible_day
from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.plan import TT222
from truyenthong.diagnostics.submissions import (
    TT301,
    TT302,
    TT303,
    TT304,
    TT305,
    TT316,
    TT317,
)
from truyenthong.findings import Finding
from truyenthong.model.plan import Obligation
from truyenthong.text import day_wording


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
    """Path and content that disagree; unknown words are told by the other rules."""
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
    if unit is None or obligation is None or slot is None or slot.is_owed_by(unit):
        return
    owners = obligation.owners
    if owners.names(unit.code, unit.kind) and unit.code not in owners.excluded:
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
    """Papers that the office sent to others: of which report, and when."""
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
