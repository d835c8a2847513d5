"""Decodes ``units.yaml`` into a roster."""

from __future__ import annotations

from truyenthong.findings import Finding, Ref
from truyenthong.model.units import Roster, Unit, UnitContact, UnitKind, Validity
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.tree import Value


def decode_roster(value: Value, *, file: str) -> tuple[Roster | None, tuple[Finding, ...]]:
    """The kinds and units of a file; None where the file is no mapping at all."""
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    if not root.usable:
        return None, collector.findings
    roster = Roster(
        kinds=root.each("loai", _kind, required=True), units=root.each("don_vi", _unit, required=True)
    )
    root.no_others()
    return roster, collector.findings


def _kind(entry: MappingReader) -> UnitKind | None:
    code = entry.code("ma", required=True, example="phong-gddt")
    name = entry.text("ten", required=True, example="Phòng Giáo dục và Đào tạo")
    inside = entry.boolean("trong_co_quan", default=False)
    if code is None or name is None:
        return None
    return UnitKind(code=code, name=name, inside=inside, index=entry.index)


def _unit(entry: MappingReader) -> Unit | None:
    code = entry.code("ma", required=True)
    name = entry.text("ten", required=True, example="Phòng Giáo dục và Đào tạo huyện Than Uyên")
    kind = entry.code("loai", required=True, example="phong-gddt")
    short_name = entry.text("ten_tat")
    validity = entry.each("hieu_luc", _validity)
    optional = {
        "area": entry.text("dia_ban"),
        "place": entry.text("dia_danh"),
        "superior": entry.text("chu_quan"),
        "symbol": entry.text("ky_hieu"),
        "source": entry.text("nguon"),
        "note": entry.text("ghi_chu"),
    }
    emails, contacts = _emails(entry), entry.each("lien_he", _contact)
    aliases, successors = entry.texts("ten_khac"), entry.texts("ke_thua")
    verified = entry.boolean("da_xac_minh", default=False)
    if code is None or name is None or kind is None:
        return None
    return Unit(
        code=code,
        name=name,
        short_name=short_name or name,
        kind=kind,
        aliases=aliases,
        emails=emails,
        contacts=contacts,
        validity=validity,
        successors=successors,
        verified=verified,
        index=entry.index,
        **optional,
    )


def _emails(entry: MappingReader) -> tuple[str, ...]:
    """One address, or a list of them."""
    if isinstance(entry.peek("thu_dien_tu"), list):
        return entry.texts("thu_dien_tu")
    one = entry.text("thu_dien_tu")
    return () if one is None else (one,)


def _contact(entry: MappingReader) -> UnitContact | None:
    name = entry.text("ten", required=True, example="Nguyễn Văn A")
    position, phone, email = entry.text("chuc_vu"), entry.text("dien_thoai"), entry.text("thu_dien_tu")
    if name is None:
        return None
    return UnitContact(name=name, position=position, phone=phone, email=email, index=entry.index)


def _validity(span: MappingReader) -> Validity:
    return Validity(first=span.date("tu"), last=span.date("den"))
