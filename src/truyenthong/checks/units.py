"""Rules about the units and their kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.units import TT250, TT251, TT252, TT253, TT254, TT255, TT396
from truyenthong.findings import Finding, Ref
from truyenthong.model.units import Roster, Unit, Validity
from truyenthong.text import fold
from truyenthong.text.addresses import is_address


def _codes(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Codes that are used twice."""
    for key, entries in (("loai", roster.kinds), ("don_vi", roster.units)):
        seen: dict[str, int] = {}
        for entry in entries:
            first = seen.setdefault(entry.code, entry.index)
            if first != entry.index:
                message = f"mã «{entry.code}» đã dùng ở mục thứ {first + 1} của {key}"
                yield TT250.at(root.child(key, entry.index, "ma"), message, hint="đặt một mã khác")


def _names(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Names by which two units are called, however the tones are typed."""
    owners: dict[str, Unit] = {}
    for unit in roster.units:
        for path, name in _named(unit):
            other = owners.setdefault(fold(name), unit)
            if other.index != unit.index:
                message = f"«{name}» cũng là tên của {other.name} ({other.code})"
                hint = "mỗi tên chỉ thuộc về một đơn vị: thêm huyện, loại trường, hoặc bỏ tên ấy"
                yield TT251.at(root.child("don_vi", unit.index, *path), message, hint=hint)


def _named(unit: Unit) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("ten",), unit.name
    if unit.short_name != unit.name:
        yield ("ten_tat",), unit.short_name
    for place, alias in enumerate(unit.aliases):
        yield ("ten_khac", place), alias


def _kinds(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Kinds that are not declared."""
    kinds = tuple(kind.code for kind in roster.kinds)
    for unit in roster.units:
        if unit.kind not in kinds:
            message = f"loại «{unit.kind}» không khai ở đầu tệp"
            yield TT252.at(
                root.child("don_vi", unit.index, "loai"), message, hint=which_code(unit.kind, kinds)
            )


def _successors(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Successors that are not there."""
    for unit in roster.units:
        for place, code in enumerate(unit.successors):
            if code not in roster.by_code:
                ref = root.child("don_vi", unit.index, "ke_thua", place)
                yield TT253.at(ref, f"không có đơn vị «{code}»", hint=which_unit(code, roster))


def _validity(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Stretches of time that run backwards or overlap."""
    for unit in roster.units:
        for place, span in enumerate(unit.validity):
            ref = root.child("don_vi", unit.index, "hieu_luc", place)
            if span.first is not None and span.last is not None and span.last < span.first:
                yield TT254.at(ref, "ngày cuối trước ngày đầu", hint="đổi chỗ tu và den, hoặc sửa năm")
            elif any(_overlap(span, other) for other in unit.validity[:place]):
                message = "khoảng thời gian này chồng lên khoảng ở trên"
                yield TT254.at(ref, message, hint="sửa tu hoặc den để hai khoảng rời nhau")


def _overlap(one: Validity, other: Validity) -> bool:
    first = max(one.first or date.min, other.first or date.min)
    last = min(one.last or date.max, other.last or date.max)
    return first <= last


def _unverified(roster: Roster, root: Ref) -> Iterator[Finding]:
    """How many units the office has not confirmed."""
    count = sum(not unit.verified for unit in roster.units)
    if count:
        message = f"{count} trên {len(roster.units)} đơn vị chưa xác minh tên"
        yield TT255.at(root.child("don_vi", at="key"), message, hint="đối chiếu rồi ghi da_xac_minh: có")


def _addresses(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Addresses that are none, or several."""
    for unit in roster.units:
        if unit.email is not None and not is_address(unit.email):
            ref = root.child("don_vi", unit.index, "thu_dien_tu")
            message = f"«{unit.email}» không phải một địa chỉ thư"
            yield TT396.at(ref, message, hint="ghi đúng một địa chỉ, không kèm tên")


RULES: tuple[Callable[[Roster, Ref], Iterator[Finding]], ...] = (
    _codes,
    _names,
    _kinds,
    _successors,
    _validity,
    _unverified,
    _addresses,
)


def check_roster(roster: Roster, *, file: str) -> Iterator[Finding]:
    """Every rule about the units."""
    for rule in RULES:
        yield from rule(roster, Ref(file=file))
