"""Decodes ``units.yaml`` into a roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truyenthong.findings import Finding, Ref
from truyenthong.model.units import (
    FormerName,
    Parent,
    Roster,
    Succession,
    Unit,
    UnitContact,
    UnitKind,
    Validity,
)
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.tree import Value


def decode_roster(value: Value, *, file: str) -> tuple[Roster | None, tuple[Finding, ...]]:
    """The kinds and units of a file; None where the file is no mapping at all."""
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    if not root.usable:
        return None, collector.findings
    kinds = root.each("loai", _kind, required=True)
    lineages = _lineages(kinds)
    units = root.each("don_vi", _unit, required=True)
    roster = Roster(
        kinds=kinds, units=tuple(replace(one, lineage=lineages.get(one.kind, ())) for one in units)
    )
    root.no_others()
    return roster, collector.findings


def _kind(entry: MappingReader) -> UnitKind | None:
    code = entry.code("ma", required=True, example="phong-gddt")
    name = entry.text("ten", required=True, example="Phòng Giáo dục và Đào tạo")
    inside = entry.boolean("trong_co_quan", default=False)
    above = entry.code("thuoc_loai")
    if code is None or name is None:
        return None
    return UnitKind(code=code, name=name, inside=inside, above=above, index=entry.index)


def _lineages(kinds: Sequence[UnitKind]) -> dict[str, tuple[str, ...]]:
    """The kinds within which each lies, the nearest first; what runs in a circle ends where it began."""
    above = {one.code: one.above for one in kinds}
    found: dict[str, tuple[str, ...]] = {}
    for code in above:
        line: list[str] = []
        upper: str | None = code
        while upper is not None and upper not in line:
            line.append(upper)
            upper = above.get(upper)
        found[code] = tuple(line[1:])
    return found


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
        "letters_to": entry.text("gui_toi"),
    }
    emails, contacts = _emails(entry), entry.each("lien_he", _contact)
    aliases, former = entry.texts("ten_khac"), entry.each("ten_cu", _former_name)
    successors, handovers = _successors(entry)
    parents = _parents(entry)
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
        handovers=handovers,
        former_names=former,
        parents=parents,
        lineage=(),
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


def _former_name(entry: MappingReader) -> FormerName | None:
    name, short_name = entry.text("ten", required=True), entry.text("ten_tat")
    until = entry.date("den", required=True, example="30/6/2025")
    if name is None or until is None:
        return None
    return FormerName(name=name, short_name=short_name or name, until=until)


def _successors(entry: MappingReader) -> tuple[tuple[str, ...], tuple[Succession, ...]]:
    """The successors by their codes, and what is said of their taking over."""
    if not any(isinstance(one, dict) for one in _listed(entry.peek("ke_thua"))):
        return entry.texts("ke_thua"), ()
    read = entry.each("ke_thua", _handover)
    return tuple(dict.fromkeys(one.to for one in read)), read


def _handover(entry: MappingReader) -> Succession | None:
    to = entry.code("don_vi", required=True)
    since = entry.date("tu", required=True, example="01/7/2025")
    duties = entry.texts("nhiem_vu")
    return None if to is None or since is None else Succession(to=to, since=since, duties=duties)


def _parents(entry: MappingReader) -> tuple[Parent, ...]:
    """One unit above, or a list of them, each for its time."""
    if isinstance(entry.peek("truc_thuoc"), list):
        return entry.each("truc_thuoc", _parent)
    code = entry.code("truc_thuoc")
    return () if code is None else (Parent(unit=code),)


def _parent(entry: MappingReader) -> Parent | None:
    code, validity = entry.code("don_vi", required=True), _validity(entry)
    return None if code is None else Parent(unit=code, validity=validity)


def _listed(value: Value) -> Sequence[Value]:
    return value if isinstance(value, list) else [value]


def _validity(span: MappingReader) -> Validity:
    return Validity(first=span.date("tu"), last=span.date("den"))
