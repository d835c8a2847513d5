"""``review``: writes the office's decisions on receipts into their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from truyenthong.documents.submissions import encode_decision
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.submissions import Decision, DecisionKind
from truyenthong.operations.load import load, ready
from truyenthong.operations.review.dossiers import Dossier, Seen
from truyenthong.operations.submission_file import MEND_FIRST, Rewritten, rewrite, text_of
from truyenthong.text import day_wording
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.edit import add_key, replace_value
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import value_at

Chosen = tuple[Dossier, Seen]
"""A receipt to decide about, in its submission."""


def verdict(kind: DecisionKind, *, day: date, by: str | None, reason: str | None, today: date) -> Decision:
    """The decision, where it is complete.

    Raises:
        UsageError: a return without a reason, or a day that has not come.
    """
    said = reason.strip() if reason is not None else ""
    if kind is DecisionKind.RETURNED and not said:
        raise UsageError(
            "Trả lại thì phải có lý do.", hint='ghi đơn vị phải sửa gì: --return "Thiếu mục II".'
        )
    if day > today:
        raise UsageError(f"Ngày {day_wording(day)} chưa đến.", hint="ghi ngày quyết định ở --date.")
    who = by.strip() if by is not None else ""
    return Decision(kind=kind, day=day, by=who or None, reason=said or None)


def pick(dossier: Dossier, number: int | None) -> Seen:
    """The receipt to decide about: that of the number (from 1), else the one that waits, else the last.

    Raises:
        UsageError: no receipt at all, no such one, or several wait and none was named.
        CannotContinueError: the receipt cannot be read.
    """
    if not dossier.seen:
        raise UsageError(
            f"Chưa có lần nhận nào trong {dossier.name}.", hint="xem lại đơn vị, nhiệm vụ và kỳ."
        )
    numbers = ", ".join(str(one.place + 1) for one in dossier.waiting or dossier.seen)
    found = [one for one in dossier.seen if number is not None and one.place == number - 1]
    if number is None:
        found = [*dossier.waiting] or [*dossier.seen[-1:]]
    if len(found) != 1:
        what = f"Không có lần nhận thứ {number}." if number is not None else "Có nhiều lần nhận đang chờ."
        raise UsageError(what, hint=f"thêm --receipt với một trong các số: {numbers}.")
    if found[0].receipt is None:
        raise CannotContinueError(
            f"Lần nhận thứ {found[0].place + 1} trong {dossier.name} chưa đọc được nên chưa quyết định được.",
            hint=MEND_FIRST,
        )
    return found[0]


def stands_already(chosen: Chosen, decision: Decision) -> bool:
    """Whether the receipt bears this very word already.

    Raises:
        UsageError: the decision lies before the receipt came.
        CannotContinueError: it bears another decision.
    """
    dossier, seen = chosen
    receipt = next(one for one in dossier.stored.submission.receipts if one.index == seen.place)
    if decision.day < receipt.received.day:
        raise UsageError(
            f"Ngày quyết định {day_wording(decision.day)} trước ngày nhận "
            f"{day_wording(receipt.received.day)}.",
            hint="xem lại --date.",
        )
    before = receipt.decision
    if before is None or receipt.edited:
        return False
    if (before.kind, before.reason) == (decision.kind, decision.reason):
        return True
    word = "chấp nhận" if before.kind is DecisionKind.ACCEPTED else "trả lại"
    raise CannotContinueError(
        f"Lần nhận thứ {seen.place + 1} trong {dossier.name} đã có quyết định khác: {word} ngày "
        f"{day_wording(before.day)}{f', «{before.reason}»' if before.reason else ''}.",
        hint="quyết định cũ không bị ghi đè; muốn đổi thì mở tệp sửa xu_ly và ghi rõ vì sao.",
    )


def decided_so(found: Sequence[Dossier], decision: Decision) -> tuple[Chosen, ...]:
    """The receipts that bear this very word of this very day: a run that was stopped wrote it."""
    return tuple(
        (dossier, seen)
        for dossier in found
        for seen in dossier.seen
        if seen.receipt is not None
        and seen.receipt.decision is not None
        and not seen.receipt.edited
        and replace(seen.receipt.decision, seal=None) == decision
    )


def write_decisions(
    workspace: Workspace, chosen: Sequence[Chosen], decision: Decision, *, today: date
) -> tuple[str, ...]:
    """Puts one word on all the receipts, comments and order of the files kept; the files' names.

    Nothing at all is written unless every file is still what was looked at and takes the decision.

    Raises:
        CannotContinueError: a file has changed since, cannot be spliced, or would have new errors.
        FileInUseError: another run is writing, or a file is open elsewhere.
    """
    with storage.locked(workspace.root):
        by_name = {dossier.name: dossier for dossier, _ in chosen}
        changes = []
        for name, dossier in by_name.items():
            if storage.read_bytes(workspace.root / name) != dossier.data:
                raise CannotContinueError(
                    f"{name} vừa được sửa ở nơi khác nên chưa ghi gì.", hint="chạy lại lệnh để xem bản mới."
                )
            places = [seen.place for one, seen in chosen if one.name == name]
            text = _with_decision(dossier, places, decision)
            changes.append(Rewritten(path=dossier.stored.location, before=dossier.data, text=text))
        rewrite(ready(load(workspace)), changes, today=today)
    return tuple(by_name)


def _with_decision(dossier: Dossier, places: Sequence[int], decision: Decision) -> str:
    text = text_of(dossier.data, dossier.name, undone="chưa ghi gì")
    receipts = {one.index: one for one in dossier.stored.submission.receipts}
    for place in places:
        receipt = receipts[place]
        # An acceptance says what was accepted, so that a later edit shows (TT321).
        seal = receipt.seal if decision.kind is DecisionKind.ACCEPTED else None
        value = encode_decision(replace(decision, seal=seal))
        if receipt.edited or _has_key(text, place):
            text = replace_value(text, ("lan_nop", place, "xu_ly"), value)
        else:
            text = add_key(text, ("lan_nop", place), "xu_ly", value)
    return text


def _has_key(text: str, place: int) -> bool:
    """Whether the receipt has an empty ``xu_ly``."""
    entry = value_at(parse_yaml(text.encode(), file="").value, ("lan_nop", place))
    if not isinstance(entry, dict) or "xu_ly" not in entry:
        return False
    if entry["xu_ly"] is not None:
        raise CannotContinueError(
            f"Lần nhận thứ {place + 1} đã có xu_ly chưa đọc được nên chưa ghi gì.",
            hint="chạy «truyenthong validate» và sửa xu_ly ấy trước.",
        )
    return True
