"""Whether what is asked can be answered: all that it rests on was read; measures nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from truyenthong.checks import Place, Source, Unread, duty_places, form_places, hidden_place, register_places
from truyenthong.diagnostics.plan import TT240
from truyenthong.errors import UnreadableDataError
from truyenthong.findings import Finding, Severity
from truyenthong.model.plan import Obligation
from truyenthong.operations.judging import SOURCES
from truyenthong.operations.loading import Loaded, Ready, ready
from truyenthong.operations.validating import Located, locate
from truyenthong.text import fold

_SHOWN = 20


def measurable(loaded: Loaded, *, duty: str | None = None, figures: bool = True) -> Ready:
    """The workspace to measure: who owes what, by when, and whether what came is right, without a gap.

    A fault on which nothing of what is asked rests is named and stops nothing.

    Args:
        loaded: the workspace.
        duty: only the rows of the duty of this code are asked for; None: those of every duty.
        figures: whether figures out of forms and registers are asked for, beside the states of duties.

    Raises:
        UnreadableDataError: where plan or units cannot stand, or something could not be read on which what is
            asked rests; the message names each place.
    """
    unread = [one for one in loaded.findings if _is_declared(one)]
    if loaded.records.plan is not None and loaded.records.roster is not None:
        asked = frozenset(_asked(ready(loaded), duty, figures=figures)) if unread else frozenset()
        unread = [one for one in unread if _hides_any(one, loaded.unread, asked)]
    head = (
        "Chưa tính được tiến độ vì có nhiệm vụ hay đơn vị không đọc được trọn vẹn; bỏ qua thì số liệu sẽ sai:"
    )
    _refuse(loaded, head, unread)
    return ready(loaded)


def refuse_placeholders(loaded: Loaded) -> None:
    """Stops what would print or send the starter's placeholders.

    Raises:
        UnreadableDataError: the message names each place.
    """
    head = "Chưa làm được vì còn chỗ chờ điền; làm ngay thì chữ mẫu sẽ được in, được gửi đi:"
    _refuse(loaded, head, [one for one in loaded.records.findings if one.code == TT240.code])


def refuse_unread(loaded: Loaded, form: str | None = None) -> None:
    """Stops what would print or read a form that was not read wholly: figures would be lost on the way.

    Args:
        loaded: the workspace.
        form: only this form is in use; None: whatever comes in may be read by any of them.

    Raises:
        UnreadableDataError: the message names each place.
    """
    plan = loaded.records.plan
    if plan is None or not loaded.unread.decisive:
        return
    forms = [one.code for one in plan.forms] if form is None else [form]
    asked = {place for code in forms for place in form_places(plan, code)}
    if form is None:
        asked |= {(Source.PLAN, ("bieu_mau",)), (Source.PLAN, ("so_theo_doi",))}
        asked |= {(Source.PLAN, ("nhiem_vu", one.index, "bieu_mau")) for one in plan.obligations}
    head = "Chưa làm được vì có biểu mẫu không đọc được trọn vẹn; dùng ngay thì sẽ mất số liệu:"
    declared = [one for one in loaded.findings if _is_declared(one)]
    _refuse(loaded, head, [one for one in declared if _hides_any(one, loaded.unread, asked)])


def _refuse(loaded: Loaded, head: str, findings: Sequence[Finding]) -> None:
    if findings:
        raise UnreadableDataError(
            _sentence(head, locate(findings, loaded.snapshot.files)),
            hint="sửa các mục ấy rồi chạy lại; «truyenthong validate» cho xem từng chỗ và cách sửa.",
        )


def known_duty(loaded: Loaded, word: str | None) -> str | None:
    """The code of the duty that is asked for; None where that is every duty, or it cannot be told."""
    plan = loaded.records.plan
    if plan is None or word is None:
        return None
    return next(
        (one.code for one in plan.obligations if fold(word) in (fold(one.code), fold(one.name))), None
    )


def _is_declared(finding: Finding) -> bool:
    # A name that waits to be filled in was read, and changes no row.
    is_error = finding.severity is Severity.ERROR and finding.code != TT240.code
    return is_error and finding.ref.file in SOURCES


def _hides_any(finding: Finding, unread: Unread, asked: Collection[Place]) -> bool:
    place = (SOURCES[finding.ref.file], hidden_place(finding))
    return place in unread.decisive and Unread(decisive=frozenset({place})).decides(asked)


def _asked(work: Ready, duty: str | None, *, figures: bool) -> Iterator[Place]:
    """All that the answer rests on."""
    plan, roster = work.plan, work.roster
    yield Source.SETTINGS, ()
    if duty is None:
        yield Source.PLAN, ("nhiem_vu",)
    codes = [one.code for one in plan.obligations] if duty is None else [duty]
    for code in codes:
        yield from duty_places(plan, roster, code)
    for one in plan.obligations:
        rests = one.code in codes and (figures or one.deadline is not None)
        if rests and _is_read_by_form(work, one, figures=figures):
            yield from form_places(plan, one.form)
    if figures:
        yield Source.PLAN, ("so_theo_doi",)
        for register in plan.registers:
            yield from register_places(plan, register)


def _is_read_by_form(work: Ready, duty: Obligation, *, figures: bool) -> bool:
    """Whether a receipt of the duty stands or falls with the values of its form, or gives figures by it."""
    return any(
        receipt.content is not None and (figures or receipt.decision is None)
        for submission in work.loaded.submissions.values()
        if submission.obligation == duty.code
        for receipt in submission.receipts
    )


def _sentence(head: str, unread: Iterable[Located]) -> str:
    lines = [head]
    places = [f"  {_place(one)}: {one.finding.code}: {one.finding.message}" for one in unread]
    lines += places[:_SHOWN]
    if len(places) > _SHOWN:
        lines.append(f"  … và {len(places) - _SHOWN} lỗi nữa")
    return "\n".join(lines)


def _place(one: Located) -> str:
    file = one.finding.ref.file
    return file if one.span is None else f"{file}:{one.span.line}:{one.span.column}"
