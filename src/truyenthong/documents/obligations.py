"""Decodes duties, their deadlines and their policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from truyenthong.diagnostics.fields import TT131
from truyenthong.model.deadlines import (
    BeforeDay,
    ByPeriod,
    DayOffPolicy,
    DayOfMonth,
    DayOfNextMonth,
    DaysAfter,
    Deadline,
    NoLaterThan,
    PeriodEdge,
    Policies,
)
from truyenthong.model.periods import PeriodKind, Semester
from truyenthong.model.plan import OWN_AGENCY, Obligation, Owners
from truyenthong.yamltext.days import parse_period
from truyenthong.yamltext.reader import MappingReader

_WORDINGS = (
    "truoc_ngay",
    "cham_nhat_ngay",
    "ngay_hang_thang",
    "ngay_thang_sau",
    "so_ngay",
    "so_ngay_lam_viec",
    "theo_ky",
)
_WITH_WORDINGS = ("tu_thang", "den_thang", "tu", "tu_ngay", "su_kien")


def obligations(
    root: MappingReader, policies: Policies, semesters: Sequence[Semester]
) -> tuple[Obligation, ...]:
    """The duties; one without code, name, clause or quotation is reported and left out."""
    return root.each("nhiem_vu", lambda entry: _obligation(entry, policies, semesters))


def _obligation(entry: MappingReader, policies: Policies, semesters: Sequence[Semester]) -> Obligation | None:
    code = entry.code("ma", required=True, example="bao-cao-nam")
    name = entry.text("ten", required=True, example="Báo cáo kết quả năm học")
    clause = entry.text("dieu_khoan", required=True, example="III.4")
    quotation = entry.text("trich", required=True, example="đúng các chữ của kế hoạch")
    kind = entry.one_of("ky", PeriodKind)
    limits = [
        entry.parsed(key, lambda text: parse_period(text, kind, semesters)) for key in ("tu_ky", "den_ky")
    ]
    deadline, lock = _deadline(entry, "han", kind, semesters)
    obligation = Obligation(
        code=code or "",
        name=name or "",
        clause=clause or "",
        quotation=quotation or "",
        owners=entry.group("nop_boi", _owners, required=True) or Owners(),
        addressee=entry.text("gui", default=OWN_AGENCY),
        to_be_sent=entry.boolean("phai_gui", default=True),
        mandatory=entry.boolean("bat_buoc", default=True),
        accepts_nil=entry.boolean("nhan_khong_phat_sinh", default=False),
        soft_file=entry.boolean("tep_mem", default=False),
        period_kind=kind,
        first_period=limits[0],
        last_period=limits[1],
        form=entry.code("bieu_mau"),
        deadline=deadline,
        lock=lock,
        internal_deadline=_deadline(entry, "han_noi_bo", kind, semesters)[0],
        policies=policies_of(entry, policies),
        note=entry.text("ghi_chu"),
        index=entry.index,
    )
    return obligation if all((code, name, clause, quotation)) else None


def _owners(entry: MappingReader) -> Owners:
    return Owners(kinds=entry.texts("loai"), added=entry.texts("them"), excluded=entry.texts("tru"))


def _deadline(
    entry: MappingReader, key: str, kind: PeriodKind | None, semesters: Sequence[Semester]
) -> tuple[Deadline | None, date | int | None]:
    """The wording, and the locked day of the plan's own."""
    reader = entry.mapping(key)
    if reader is None or not reader.usable:
        return None, None
    lock: date | int | None = None
    if key == "han_noi_bo":
        reader.text("ly_do", required=True, example="để kịp tổng hợp gửi Bộ")
    else:
        after = reader.integer("khoa_so_sau", minimum=1, maximum=366)
        lock = reader.date("khoa_so") or after
    used = [word for word in _WORDINGS if reader.has(word)]
    if len(used) == 1:
        deadline = _wording(reader, used[0], kind, semesters)
        reader.no_others(*_WORDINGS)
        return deadline, lock
    message = f"{key} ghi cả {' và '.join(used)}" if used else f"{key} không ghi theo cách nào đã định"
    if reader.no_others(*_WORDINGS, *_WITH_WORDINGS) or used:
        reader.report(TT131, None, message, hint=f"ghi đúng một trong: {', '.join(_WORDINGS)}")
    return None, None


def _wording(
    reader: MappingReader, word: str, kind: PeriodKind | None, semesters: Sequence[Semester]
) -> Deadline | None:
    match word:
        case "truoc_ngay" | "cham_nhat_ngay":
            return _fixed_day(reader, word)
        case "ngay_hang_thang":
            number = reader.integer(word, minimum=1, maximum=31)
            first, last = reader.month("tu_thang"), reader.month("den_thang")
            return None if number is None else DayOfMonth(day=number, first=first, last=last)
        case "ngay_thang_sau":
            number = reader.integer(word, minimum=1, maximum=31)
            return None if number is None else DayOfNextMonth(day=number)
        case "theo_ky":
            return _by_period(reader, kind, semesters)
        case _:
            return _days_after(reader, word)


def _fixed_day(reader: MappingReader, word: str) -> BeforeDay | NoLaterThan | None:
    day = reader.date(word)
    if day is None:
        return None
    return BeforeDay(day=day) if word == "truoc_ngay" else NoLaterThan(day=day)


def _days_after(reader: MappingReader, word: str) -> DaysAfter | None:
    count = reader.integer(word, minimum=1, maximum=366)
    event: date | PeriodEdge | None
    if reader.has("tu"):
        event = reader.one_of("tu", PeriodEdge)
    else:
        event = reader.date("tu_ngay", required=True, example="05/9/2020")
    name = reader.text("su_kien")
    if count is None or event is None:
        return None
    return DaysAfter(count=count, working=word == "so_ngay_lam_viec", event=event, event_name=name)


def _by_period(
    reader: MappingReader, kind: PeriodKind | None, semesters: Sequence[Semester]
) -> ByPeriod | None:
    wordings: list[tuple[str, BeforeDay | NoLaterThan]] = []
    names: list[tuple[str, str]] = []
    for entry in reader.items("theo_ky", required=True):
        code = entry.parsed(
            "ky", lambda text: parse_period(text, kind, semesters), required=True, example="hk1"
        )
        if kind is PeriodKind.ROUND and code is not None:
            names.append((code, entry.text("ten", required=True, example="đợt 1") or code))
        used = [word for word in ("truoc_ngay", "cham_nhat_ngay") if entry.has(word)]
        wording = _fixed_day(entry, used[0]) if len(used) == 1 else None
        if entry.no_others("truoc_ngay", "cham_nhat_ngay") and len(used) != 1:
            entry.report(TT131, None, "mỗi kỳ cần đúng một hạn", hint="ghi truoc_ngay hoặc cham_nhat_ngay")
        if code is not None and wording is not None:
            wordings.append((code, wording))
    return ByPeriod(wordings=tuple(wordings), names=tuple(names)) if wordings else None


HOUR_LIMITS = "thoi_han_gio"
"""The policy of the whole plan that is about registers and read with them."""


def policies_of(entry: MappingReader, above: Policies | None) -> Policies:
    """The policies under ``quy_uoc`` on top of those above; each a value or ``{gia_tri, ly_do}``."""
    base = above or Policies()
    reader = entry.mapping("quy_uoc")
    if reader is None or not reader.usable:
        return base
    reasons = dict(base.reasons)
    days_off = _setting(reader, "ngay_nghi", reasons).one_of(_key(reader, "ngay_nghi"), DayOffPolicy)
    cut_off = _setting(reader, "gio_chot", reasons).time(_key(reader, "gio_chot"))
    soon = _setting(reader, "sap_den_han", reasons).integer(
        _key(reader, "sap_den_han"), minimum=0, maximum=366
    )
    from_day = _setting(reader, "thang_tu_ngay", reasons).integer(
        _key(reader, "thang_tu_ngay"), minimum=1, maximum=28
    )
    reader.no_others(*([HOUR_LIMITS] if above is None else []))
    return replace(
        base,
        days_off=base.days_off if days_off is None else days_off,
        cut_off=base.cut_off if cut_off is None else cut_off,
        soon_days=base.soon_days if soon is None else soon,
        month_from_day=base.month_from_day if from_day is None else from_day,
        reasons=reasons,
    )


def _key(reader: MappingReader, name: str) -> str:
    return "gia_tri" if isinstance(reader.value(name), dict) else name


def _setting(reader: MappingReader, name: str, reasons: dict[str, str]) -> MappingReader:
    """The mapping with a policy's value, with its reason noted."""
    if reader.has(name):
        # A value of its own makes the reason of the one above out of date.
        reasons.pop(name, None)
    below = reader.mapping(name) if isinstance(reader.value(name), dict) else None
    if below is None:
        return reader
    below.value("gia_tri", required=True)
    reason = below.text("ly_do")
    if reason is not None:
        reasons[name] = reason
    below.no_others("gia_tri")
    return below
