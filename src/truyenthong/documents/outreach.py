"""Decodes ``outreach.yaml``; whatever could be a password is never repeated in a finding."""

from __future__ import annotations

import re
from datetime import time

from truyenthong.diagnostics.outreach import TT710, TT711, TT712, TT713, TT715
from truyenthong.findings import Finding, Ref
from truyenthong.model.outreach import (
    Addressee,
    Incoming,
    MailServer,
    Outgoing,
    Outreach,
    PasswordSource,
    ReminderMark,
    ReminderRules,
    Security,
    ZaloGroup,
)
from truyenthong.text.keys import is_address
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.scalars import Fault
from truyenthong.yamltext.tree import Value

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""Names of this very machine."""

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|::1")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,99}")
_ENTRY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_KEEP_ELSEWHERE = "đổi mật khẩu này, rồi ghi nơi giữ nó: mat_khau: {bien: TRUYENTHONG_SMTP_MAT_KHAU}"
_FARTHEST = 366
"""Days between a mark and the due day; a mark further away than a year is a slip."""


def decode_outreach(value: Value, *, file: str) -> tuple[Outreach | None, tuple[Finding, ...]]:
    """The declarations of a file; None where it is no mapping at all."""
    if value is None:
        return Outreach(), ()
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    if not root.usable:
        return None, collector.findings
    outreach = Outreach(
        outgoing=root.group("thu_di", _outgoing),
        incoming=root.group("thu_den", _incoming),
        reminding=root.group("nhac_han", _reminding) or ReminderRules(),
        supervisors=root.each("nguoi_phu_trach", _supervisor),
        readers=root.each("nguoi_nhan_tom_tat", _reader),
        groups=root.each("zalo", _group),
    )
    root.no_others()
    return outreach, collector.findings


def _outgoing(entry: MappingReader) -> Outgoing | None:
    server = _server(entry, usual=(587, Security.STARTTLS))
    sender = entry.group("nguoi_gui", _addressee, required=True)
    reply_to, copy_to = _address(entry, "tra_loi_ve"), _address(entry, "ban_sao")
    domains = tuple(one.lower() for one in entry.parsed_list("ten_mien_duoc_gui", _domain))
    limits = entry.group("toi_da", _limits) or {}
    if server is None or sender is None:
        return None
    return Outgoing(
        server=server, sender=sender, reply_to=reply_to, copy_to=copy_to, domains=domains, **limits
    )


def _limits(entry: MappingReader) -> dict[str, int]:
    found = {
        "per_minute": entry.integer("moi_phut", minimum=1, maximum=600, example="20"),
        "per_run": entry.integer("moi_lan", minimum=1, maximum=10_000, example="100"),
        "kilobytes": entry.integer("kb", minimum=64, maximum=102_400, example="8192"),
    }
    return {key: number for key, number in found.items() if number is not None}


def _incoming(entry: MappingReader) -> Incoming | None:
    server = _server(entry, usual=(993, Security.TLS))
    folders = entry.texts("hop")
    since, authority = entry.date("tu_ngay"), entry.parsed("xac_thuc_do", _host)
    keep_days = entry.integer("giu_ngay", minimum=1, maximum=3650, example="90")
    if server is None:
        return None
    return Incoming(
        server=server,
        folders=folders or ("INBOX",),
        since=since,
        authority=authority,
        keep_days=keep_days or 90,
    )


def _server(entry: MappingReader, *, usual: tuple[int, Security]) -> MailServer | None:
    host = entry.parsed("may_chu", _host, required=True, example="mail.example.gov.vn")
    port = entry.integer("cong", minimum=1, maximum=65_535, example=str(usual[0]))
    security = entry.one_of("bao_mat", Security) or usual[1]
    certificates = entry.text("chung_thu")
    account = entry.text("tai_khoan")
    password = _password(entry)
    if security is Security.NONE and host is not None and host.lower() not in LOOPBACK:
        message = f"«khong» chỉ dùng được với máy chủ trên chính máy này, không phải {host}"
        entry.report(TT712, "bao_mat", message, hint="ghi starttls (cổng 587) hoặc tls (cổng 465, 993)")
        return None
    if account is not None and password is None and not entry.is_faulty("mat_khau"):
        hint = "ghi nơi giữ mật khẩu: mat_khau: {bien: TRUYENTHONG_SMTP_MAT_KHAU}"
        entry.report(TT711, "tai_khoan", "có tai_khoan mà không nói mật khẩu giữ ở đâu (mat_khau)", hint=hint)
    if host is None:
        return None
    return MailServer(
        host=host,
        port=port or usual[0],
        security=security,
        certificates=certificates,
        account=account,
        password=password,
    )


def _host(text: str) -> str | Fault:
    if _HOST.fullmatch(text) is None:
        hint = "ghi tên máy chủ trần, không kèm https://, cổng hay dấu /: mail.example.gov.vn"
        return Fault(kind=TT715, message=f"«{text[:60]}» không phải tên máy chủ", hint=hint)
    return text


def _domain(text: str) -> str | Fault:
    if _HOST.fullmatch(text) is None or "." not in text:
        hint = "ghi phần sau chữ @: example.edu.vn"
        return Fault(kind=TT715, message=f"«{text[:60]}» không phải tên miền", hint=hint)
    return text


def _password(entry: MappingReader) -> PasswordSource | None:
    """Where the password is kept; a password itself is not repeated."""
    value = entry.peek("mat_khau")
    if value is None:
        entry.value("mat_khau")
        return None
    if not isinstance(value, dict):
        entry.value("mat_khau")
        entry.report(TT710, "mat_khau", "không ghi mật khẩu vào tệp; đổi mật khẩu này", hint=_KEEP_ELSEWHERE)
        return None
    return entry.group("mat_khau", _source)


def _source(entry: MappingReader) -> PasswordSource | None:
    given = [key for key in ("bien", "tep", "kho_khoa") if entry.has(key)]
    strange = [key for key in entry.keys() if key not in ("bien", "tep", "kho_khoa")]  # noqa: SIM118 - no dict
    entry.no_others(*strange)  # a strange key may be the password itself: it is not repeated
    if strange or len(given) != 1:
        hint = (
            "ghi đúng một trong ba: {bien: TÊN_BIẾN}, {tep: ~/.config/truyenthong/smtp}, {kho_khoa: tên mục}"
        )
        entry.report(TT711, None, "mat_khau cần đúng một nơi giữ: bien, tep hoặc kho_khoa", hint=hint)
        return None
    return PasswordSource(
        variable=entry.parsed("bien", _variable),
        file=entry.text("tep"),
        keyring=entry.parsed("kho_khoa", _keyring_entry),
    )


def _variable(text: str) -> str | Fault:
    if _VARIABLE.fullmatch(text) is None:
        # What is there may be the password itself.
        message = "bien cần TÊN của biến môi trường (chữ hoa, số, gạch dưới), không phải mật khẩu"
        return Fault(kind=TT710, message=message, hint=_KEEP_ELSEWHERE)
    return text


def _keyring_entry(text: str) -> str | Fault:
    if _ENTRY.fullmatch(text) is None:
        message = "kho_khoa cần TÊN của mục trong kho khóa, không phải mật khẩu"
        return Fault(kind=TT710, message=message, hint="ví dụ: mat_khau: {kho_khoa: truyenthong-smtp}")
    return text


def _address(entry: MappingReader, key: str, *, required: bool = False) -> str | None:
    return entry.parsed(key, address_or_fault, required=required, example="vanphong@example.gov.vn")


def address_or_fault(text: str) -> str | Fault:
    """One address and nothing else."""
    if not is_address(text):
        message = f"«{text[:80]}» không phải một địa chỉ thư"
        return Fault(kind=TT713, message=message, hint="ghi đúng một địa chỉ, không kèm tên")
    return text


def _addressee(entry: MappingReader) -> Addressee | None:
    name = entry.text("ten", required=True, example="Văn phòng Sở GD&ĐT")
    address = _address(entry, "dia_chi", required=True)
    return (
        None if name is None or address is None else Addressee(name=name, address=address, index=entry.index)
    )


def _reader(entry: MappingReader) -> Addressee | None:
    return _addressee(entry)


def _supervisor(entry: MappingReader) -> Addressee | None:
    code = entry.code("ma", required=True, example="phu-trach")
    found = _addressee(entry)
    if code is None or found is None:
        return None
    return Addressee(name=found.name, address=found.address, code=code, index=entry.index)


def _reminding(entry: MappingReader) -> ReminderRules:
    working_days = entry.one_of("ngay_gui", {"lam-viec": True, "moi-ngay": False})
    hours = entry.group("gio_gui", _hours)
    marks = entry.each("moc", _mark)
    without = entry.group("tru", _named) or ((), ())
    added = entry.group("them", _added) or ()
    return ReminderRules(
        working_days=working_days is not False,
        hours=hours,
        marks=tuple(sorted(marks, key=lambda one: one.offset)),
        excluded_duties=without[0],
        excluded_units=without[1],
        added_units=added,
    )


def _named(entry: MappingReader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return entry.texts("nhiem_vu"), entry.texts("don_vi")


def _added(entry: MappingReader) -> tuple[str, ...]:
    return entry.texts("don_vi")


def _hours(entry: MappingReader) -> tuple[time, time] | None:
    first, last = entry.time("tu", required=True, example="07:30"), entry.time("den", required=True)
    return None if first is None or last is None else (first, last)


def _mark(entry: MappingReader) -> ReminderMark | None:
    code = entry.code("ma", required=True, example="truoc-7")
    before = entry.integer("truoc", minimum=0, maximum=_FARTHEST, example="7")
    after = entry.integer("sau", minimum=1, maximum=_FARTHEST, example="1")
    open_days = entry.integer("het_han_sau", minimum=1, maximum=_FARTHEST, example="14")
    with_form = entry.boolean("kem_bieu", default=False)
    copies = entry.texts("dong_gui")
    if entry.has("truoc") == entry.has("sau"):
        message = "mỗi mốc cần đúng một trong hai: truoc (số ngày trước hạn) hoặc sau (số ngày sau hạn)"
        entry.report(TT715, None, message, hint="ví dụ: {ma: truoc-7, truoc: 7}")
        return None
    if code is None or (before is None and after is None):
        return None
    return ReminderMark(
        code=code,
        offset=after if after is not None else -(before or 0),
        open_days=open_days or 14,
        with_form=with_form,
        copies=copies,
        index=entry.index,
    )


def _group(entry: MappingReader) -> ZaloGroup | None:
    name = entry.text("ten", required=True, example="Nhóm phòng GD&ĐT")
    kinds, units = entry.texts("loai"), entry.texts("don_vi")
    return None if name is None else ZaloGroup(name=name, kinds=kinds, units=units, index=entry.index)
