"""Decodes ``calendar.yaml`` into days off and make-up days, and the settings of a workspace."""

from __future__ import annotations

from truyenthong.diagnostics.plan import TT232
from truyenthong.findings import Finding, Ref
from truyenthong.model.calendar import Calendar, DayOff, MakeUpDay
from truyenthong.model.owed import Settings
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.tree import Value


def decode_calendar(value: Value, *, file: str) -> tuple[Calendar, tuple[Finding, ...]]:
    """The calendar of a file; an entry without its day is reported and left out."""
    if value is None:
        return Calendar(), ()
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    calendar = Calendar(days_off=root.each("nghi", _day_off), make_up=root.each("lam_bu", _make_up))
    root.no_others()
    return calendar, collector.findings


def _day_off(entry: MappingReader) -> DayOff | None:
    stretch = entry.has("tu") or entry.has("den")
    first = entry.date("tu", required=True) if stretch else entry.date("ngay", required=True)
    last = entry.date("den", required=True) if stretch else first
    name = entry.text("ten", required=True, example="Tết Nguyên đán")
    source = entry.text("can_cu", required=True, example="Thông báo số …")
    tentative = entry.boolean("du_kien", default=False)
    if first is None or last is None:
        return None
    return DayOff(
        first=first,
        last=last,
        name=name or "ngày nghỉ",
        source=source,
        tentative=tentative,
        index=entry.index,
    )


def _make_up(entry: MappingReader) -> MakeUpDay | None:
    day = entry.date("ngay", required=True)
    instead_of = entry.date("thay_cho")
    source = entry.text("can_cu", required=True, example="Thông báo số …")
    tentative = entry.boolean("du_kien", default=False)
    if day is None:
        return None
    return MakeUpDay(day=day, source=source, tentative=tentative, instead_of=instead_of, index=entry.index)


def decode_settings(value: Value, *, file: str) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a file; an empty file leaves everything as it is without one."""
    if value is None:
        return Settings(), ()
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    sample, day = root.boolean("du_lieu_mau", default=False), root.date("ngay_xem")
    root.no_others()
    # A key that was not read may be the very one that marks the data as sample data.
    if day is not None and not sample and not collector.findings:
        message = "ngày xem chỉ dùng được với dữ liệu mẫu"
        hint = "dữ liệu thật thì xóa dòng ngay_xem; dữ liệu mẫu thì thêm dòng du_lieu_mau: có"
        collector.add(TT232.at(root.ref.child("ngay_xem"), message, hint=hint))
    return Settings(sample_data=sample, view_day=day if sample else None), collector.findings
