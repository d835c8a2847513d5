"""Rules about the units, their kinds, and the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.units import (
    TT138,
    TT250,
    TT251,
    TT252,
    TT253,
    TT254,
    TT255,
    TT256,
    TT257,
    TT258,
    TT259,
    TT261,
    TT262,
    TT263,
    TT264,
    TT265,
    TT396,
)
from truyenthong.findings import Finding, Ref
from truyenthong.model.calendar import Calendar
from truyenthong.model.owed import owing_units, unreachable_units
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster, Unit, UnitKind, Validity
from truyenthong.text import day_in_week, day_wording, fold
from truyenthong.text.keys import is_address


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
    for place, former in enumerate(unit.former_names):
        yield ("ten_cu", place), former.name


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


def check_reach(plan: Plan, roster: Roster, *, file: str) -> Iterator[Finding]:
    """How many units owe something and cannot be written to."""
    count, owing = len(unreachable_units(plan, roster)), len(owing_units(plan, roster))
    if count:
        message = f"{count} trên {owing} đơn vị phải gửi báo cáo chưa có địa chỉ thư"
        hint = "ghi thu_dien_tu, hoặc nhận cả danh sách: «truyenthong intake --contacts TỆP»"
        yield TT138.at(Ref(file=file, path=("don_vi",), at="key"), message, hint=hint)


def _addresses(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Addresses that are none, or several."""
    for unit in roster.units:
        here = root.child("don_vi", unit.index)
        alone = len(unit.emails) == 1
        listed = [
            (here.child("thu_dien_tu", *(() if alone else (place,))), address)
            for place, address in enumerate(unit.emails)
        ]
        listed += [
            (here.child("lien_he", one.index, "thu_dien_tu"), one.email)
            for one in unit.contacts
            if one.email is not None
        ]
        for ref, address in listed:
            if not is_address(address):
                message = f"«{address}» không phải một địa chỉ thư"
                hint = "ghi đúng một địa chỉ, không kèm tên; nhiều địa chỉ thì ghi thành danh sách [a, b]"
                yield TT396.at(ref, message, hint=hint)


def _levels(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Kinds and units above others that are not there, or lie below themselves."""
    kinds = tuple(roster.kinds_by_code)
    for kind in roster.kinds:
        if kind.above is not None and (kind.above not in kinds or _lies_below(kind, roster)):
            known = kind.above in kinds
            message = f"loại «{kind.code}» nằm trong chính nó" if known else f"không có loại «{kind.above}»"
            hint = "xem lại thuoc_loai" if known else which_code(kind.above, kinds)
            yield TT256.at(root.child("loai", kind.index, "thuoc_loai"), message, hint=hint)
    for unit in roster.units:
        ref = root.child("don_vi", unit.index, "truc_thuoc")
        for one in unit.parents:
            upper = roster.by_code.get(one.unit)
            if upper is None:
                yield TT256.at(ref, f"không có đơn vị «{one.unit}»", hint=which_unit(one.unit, roster))
            elif roster.is_under(upper, unit.code, one.validity.first or date.min):
                yield TT256.at(ref, f"{unit.name} trực thuộc chính nó", hint="xem lại truc_thuoc")


def _lies_below(kind: UnitKind, roster: Roster) -> bool:
    seen, above = {kind.code}, kind.above
    while above in roster.kinds_by_code:
        if above in seen:
            return True
        seen.add(above)
        above = roster.kinds_by_code[above].above
    return False


def _orphans(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Units whose parent closes while they go on, without a word of who is next above them."""
    for unit in roster.units:
        for one in unit.parents:
            upper = roster.by_code.get(one.unit)
            last = (
                max((span.last or date.max for span in upper.validity), default=date.max) if upper else None
            )
            after = last + timedelta(days=1) if last is not None and last < date.max else None
            if upper is None or after is None or not unit.exists_on(after):
                continue
            above = unit.parent_on(after)
            if above is None or above == upper.code:
                message = (
                    f"{upper.name} ngừng hoạt động: từ {day_wording(after)} chưa rõ {unit.name} trực thuộc ai"
                )
                hint = "ghi tiếp truc_thuoc: [{don_vi: …, den: …}, {don_vi: …, tu: …}]"
                yield TT257.at(root.child("don_vi", unit.index, "truc_thuoc"), message, hint=hint)


def _handovers(roster: Roster, root: Ref) -> Iterator[Finding]:
    """Handovers to several units at once, or to one that is not there on the day."""
    for unit in roster.units:
        ref = root.child("don_vi", unit.index, "ke_thua")
        for place, one in enumerate(unit.handovers):
            to = roster.by_code.get(one.to)
            if to is not None and not to.exists_on(one.since):
                message = f"ngày {day_wording(one.since)} {to.name} không hoạt động, không nhận việc được"
                yield TT258.at(
                    ref.child(place, "tu"), message, hint="xem lại tu, hoặc hieu_luc của đơn vị nhận"
                )
        shared = [
            (one, other)
            for place, one in enumerate(unit.handovers)
            for other in unit.handovers[:place]
            if not one.duties or not other.duties or {*one.duties} & {*other.duties}
        ]
        if shared:
            names = ", ".join(dict.fromkeys(one.to for one in unit.handovers))
            message = f"cùng một việc của {unit.name} chuyển cho nhiều đơn vị: {names}"
            hint = "mỗi đơn vị phải nộp một bản; chỉ một nơi nhận thì ghi nhiem_vu cho từng nơi"
            yield TT259.at(ref, message, hint=hint)


RULES: tuple[Callable[[Roster, Ref], Iterator[Finding]], ...] = (
    _codes,
    _names,
    _kinds,
    _successors,
    _validity,
    _unverified,
    _addresses,
    _levels,
    _orphans,
    _handovers,
)


def check_roster(roster: Roster, *, file: str) -> Iterator[Finding]:
    """Every rule about the units."""
    for rule in RULES:
        yield from rule(roster, Ref(file=file))


_SATURDAY = 5


def _years(calendar: Calendar, plan: Plan, root: Ref) -> Iterator[Finding]:
    """Years of the plan without any entry."""
    days = plan.year.days
    for year in calendar.years_needed(days.start, days.last):
        message = f"chưa có ngày nghỉ nào của năm {year}, mà năm học {plan.year.code} cần đến"
        yield TT261.at(root, message, hint="thêm các ngày nghỉ lễ, tết của năm ấy vào nghi, kèm can_cu")


def _tentative(calendar: Calendar, plan: Plan, root: Ref) -> Iterator[Finding]:
    """Entries of the plan's year that are not announced yet."""
    for entry in calendar.days_off:
        if entry.tentative and plan.year.days.overlaps(entry.first, entry.last):
            message = f"«{entry.name}» ({_stretch(entry.first, entry.last)}) còn là dự kiến"
            yield TT262.at(root.child("nghi", entry.index), message, hint="sửa khi có thông báo chính thức")
    for made_up in calendar.make_up:
        if made_up.tentative and made_up.day in plan.year.days:
            message = f"ngày làm bù {day_wording(made_up.day)} còn là dự kiến"
            yield TT262.at(
                root.child("lam_bu", made_up.index), message, hint="sửa khi có thông báo chính thức"
            )


def _stretch(first: date, last: date) -> str:
    return day_wording(first) if first == last else f"{day_wording(first)} – {day_wording(last)}"


def _make_up(calendar: Calendar, _plan: Plan, root: Ref) -> Iterator[Finding]:
    """Make-up days that are no Saturday or Sunday, or are written twice."""
    seen: set[date] = set()
    for entry in calendar.make_up:
        ref = root.child("lam_bu", entry.index, "ngay")
        if entry.day in seen:
            yield TT263.at(ref, f"ngày làm bù {day_wording(entry.day)} ghi hai lần", hint="bỏ một dòng")
        elif entry.day.weekday() < _SATURDAY:
            message = f"{day_in_week(entry.day)} vốn là ngày làm việc"
            yield TT263.at(ref, message, hint="ngày làm bù thường là thứ Bảy: xem lại ngày, tháng, năm")
        seen.add(entry.day)


def _backwards(calendar: Calendar, _plan: Plan, root: Ref) -> Iterator[Finding]:
    """Stretches that run backwards."""
    for entry in calendar.days_off:
        if entry.last < entry.first:
            ref = root.child("nghi", entry.index, "den")
            message = f"ngày cuối {day_wording(entry.last)} trước ngày đầu {day_wording(entry.first)}"
            yield TT264.at(ref, message, hint="đổi chỗ tu và den, hoặc sửa năm")


def _twice(calendar: Calendar, _plan: Plan, root: Ref) -> Iterator[Finding]:
    """Days that are in two entries."""
    entries = sorted(
        (one for one in calendar.days_off if one.first <= one.last), key=lambda one: (one.first, one.index)
    )
    for before, entry in pairwise(entries):
        if entry.first <= before.last:
            message = f"ngày {day_wording(entry.first)} đã có ở «{before.name}»"
            yield TT265.at(
                root.child("nghi", entry.index), message, hint="bỏ một mục, hoặc sửa cho khỏi chồng"
            )


_CALENDAR_RULES: tuple[Callable[[Calendar, Plan, Ref], Iterator[Finding]], ...] = (
    _years,
    _tentative,
    _make_up,
    _backwards,
    _twice,
)


def check_calendar(calendar: Calendar, *, plan: Plan, file: str) -> Iterator[Finding]:
    """Every rule about the calendar, for the years that the plan needs."""
    for rule in _CALENDAR_RULES:
        yield from rule(calendar, plan, Ref(file=file))
