"""``intake --contacts``: puts the addresses of a list into ``units.yaml``, shown first, comments kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from truyenthong.diagnostics.contacts import TT233, TT234, TT235, TT236
from truyenthong.documents.units import decode_roster
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.findings import Finding, Ref
from truyenthong.intake.contacts_table import ContactLine, NotTableError, read_contacts
from truyenthong.model.units import Roster, Unit
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.ooxml.xml import PartError
from truyenthong.operations.choose import find_unit, read_named
from truyenthong.operations.load import load, ready
from truyenthong.text.keys import is_address
from truyenthong.workspace import storage
from truyenthong.workspace.layout import UNITS_FILE, Workspace
from truyenthong.yamltext.edit import SpliceError, add_key, replace_value, set_scalar
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.scalars import short
from truyenthong.yamltext.tree import Value

_KEY = "thu_dien_tu"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAddresses:
    """A unit with its addresses as the list has them, where that is not what it has now."""

    unit: Unit
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsProposal:
    """What taking the list over would do.

    Attributes:
        same: units that have exactly these addresses already.
        without: units of the workspace that have no address, and get none from the list.
        findings: what was not taken, and why.
        seen: the mark of ``units.yaml`` that it was worked out from.
    """

    file: str
    new: tuple[NewAddresses, ...]
    same: tuple[Unit, ...]
    without: tuple[Unit, ...]
    findings: tuple[Finding, ...]
    seen: str


def propose(workspace: Workspace, path: Path) -> ContactsProposal:
    """Reads the list and compares it with the units; a unit is known by its code or exactly by a name.

    Raises:
        UsageError: no such file.
        CannotContinueError: the units cannot be read, or the file is no table.
    """
    work = ready(load(workspace))
    file = path.name
    try:
        read = read_contacts(read_named(path, "--contacts"), file=file)
    except (ArchiveError, PartError, NotTableError) as error:
        hint = "lưu lại bằng Excel dạng .xlsx, hoặc CSV UTF-8."
        raise CannotContinueError(f"{file}: {str(error).rstrip('.')}.", hint=hint) from error
    findings: list[Finding] = []
    if not read.lines:
        message = "không thấy hàng tiêu đề có cả cột đơn vị lẫn cột thư điện tử"
        hint = "ghi tiêu đề «Đơn vị» và «Thư điện tử» ở hàng đầu của danh bạ"
        spots = read.headless or (file,)
        findings += [TT233.at(Ref(file=file, spot=f"trang «{one}»"), message, hint=hint) for one in spots]
    listed: dict[str, tuple[str, ...]] = {}
    for line in read.lines:
        taken = _taken(line, work.roster, file)
        if isinstance(taken, Finding):
            findings.append(taken)
        else:
            listed[taken.unit.code] = tuple(
                dict.fromkeys((*listed.get(taken.unit.code, ()), *taken.addresses))
            )
    findings += _shared(listed, work.roster, file)
    units = [work.roster.by_code[code] for code in listed]
    return ContactsProposal(
        file=file,
        new=tuple(
            NewAddresses(unit=one, addresses=listed[one.code])
            for one in units
            if one.emails != listed[one.code]
        ),
        same=tuple(one for one in units if one.emails == listed[one.code]),
        without=tuple(one for one in work.roster.units if not one.emails and one.code not in listed),
        findings=tuple(findings),
        seen=_mark(work.loaded.snapshot.files[UNITS_FILE]),
    )


def _taken(line: ContactLine, roster: Roster, file: str) -> NewAddresses | Finding:
    ref = Ref(file=file, spot=line.where)
    if not line.unit:
        return TT234.at(ref, "dòng có địa chỉ mà không có đơn vị", hint="ghi tên đơn vị ở dòng ấy")
    try:
        unit = find_unit(roster, line.unit)
    except UsageError as error:
        return TT234.at(ref, str(error).rstrip("."), hint=(error.hint or "").rstrip(".") or None)
    wrong = [one for one in line.addresses if not is_address(one)]
    if wrong:
        shown = ", ".join(f"«{short(one)}»" for one in wrong)
        message = f"{unit.short_name}: {shown} không phải địa chỉ thư điện tử"
        return TT235.at(ref, message, hint="sửa lại ô ấy, dạng ten@noi.vn")
    return NewAddresses(unit=unit, addresses=line.addresses)


def _shared(listed: Mapping[str, tuple[str, ...]], roster: Roster, file: str) -> Iterator[Finding]:
    owners: dict[str, list[str]] = {}
    for code, addresses in listed.items():
        for one in addresses:
            owners.setdefault(one.casefold(), []).append(roster.by_code[code].short_name)
    for address, names in owners.items():
        if len(names) > 1:
            message = f"{address} dùng cho {len(names)} đơn vị: {', '.join(names)}"
            yield TT236.at(Ref(file=file), message, hint="xem lại có chép nhầm dòng không")


def take(workspace: Workspace, proposal: ContactsProposal) -> None:
    """Writes the addresses into ``units.yaml``; comments and order stay.

    Raises:
        CannotContinueError: the file was changed since, or a unit is written in a way in which the address
            cannot be put safely; nothing was changed.
        FileInUseError: another run is writing.
    """
    with storage.locked(workspace.root):
        data = storage.read_bytes(workspace.units)
        if _mark(data) != proposal.seen:
            raise CannotContinueError(
                f"{UNITS_FILE} vừa được sửa trong lúc chờ trả lời.",
                hint="chạy lại lệnh để xem lại khác biệt.",
            )
        text = data.decode("utf-8")
        for one in proposal.new:
            text = _written(text, one)
        roster, findings = decode_roster(parse_yaml(text.encode(), file=UNITS_FILE).value, file=UNITS_FILE)
        wanted = {one.unit.code: one.addresses for one in proposal.new}
        read = {one.code: one.emails for one in roster.units} if roster is not None else {}
        if any(read.get(code) != addresses for code, addresses in wanted.items()):
            raise CannotContinueError(
                f"Ghi vào {UNITS_FILE} xong thì không đọc lại được như vậy, nên chưa ghi gì.",
                hint=findings[0].message if findings else "ghi thu_dien_tu bằng tay.",
            )
        storage.write_atomic(workspace.units, text.encode())


def _written(text: str, one: NewAddresses) -> str:
    path = ("don_vi", one.unit.index)
    value: Value = one.addresses[0] if len(one.addresses) == 1 else list(one.addresses)
    tree = parse_yaml(text.encode(), file=UNITS_FILE).value
    units = tree.get("don_vi") if isinstance(tree, dict) else None
    entry = units[one.unit.index] if isinstance(units, list) else None
    try:
        if not isinstance(entry, dict) or _KEY not in entry:
            return add_key(text, path, _KEY, value)
        if isinstance(value, str) and not isinstance(entry[_KEY], list | dict):
            return set_scalar(text, (*path, _KEY), value)
        return replace_value(text, (*path, _KEY), value)
    except SpliceError as error:
        raise CannotContinueError(
            f"{UNITS_FILE}: chưa ghi được địa chỉ của «{one.unit.name}», nên chưa ghi gì.",
            hint="viết đơn vị ấy mỗi khóa một dòng, có dòng thu_dien_tu, rồi chạy lại.",
        ) from error


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
