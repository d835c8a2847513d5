"""The waiting list: the files of ``data/waiting``, one for each thing that could not be recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from truyenthong.diagnostics.intake import TT660
from truyenthong.documents.submissions import encode_mail
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, Mail, SentFile
from truyenthong.operations.submission_file import Original, keep_originals, kept_name, read_original
from truyenthong.text import day_and_hour
from truyenthong.workspace import storage
from truyenthong.workspace.layout import WAITING_FOLDER, Workspace
from truyenthong.yamltext.edit import write_yaml
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.tree import Value

_ORIGINALS_FOLDER = f"{WAITING_FOLDER}/tep"
_ID_DIGITS = 16
_ALL_DIGITS = 64
_PURGED = "đã xóa"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReason:
    """Why it waits: a code, what is wrong, how to mend it."""

    code: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One entry of the list: a file, and those that came along with it.

    Attributes:
        digits: how many digits of the file's SHA-256 name it; more where another entry has the first ones.
        files: the file itself first; each kept under ``data/waiting/tep``.
        within: what it lay in, the outermost first.
        unit, obligation, period: what it was understood as, as far as that is certain.
        recorded: the submission that it was recorded in later, or None.
        dropped: why it was left aside, or None.
        closed: the day on which that was; None while it waits, and where it was done before days were noted.
        unvouched: the office's own server does not answer for the sender.
        purged: its files were removed; their hashes and the reason are left.
    """

    files: tuple[SentFile, ...]
    received: Moment
    channel: Channel | None = None
    mail: Mail | None = None
    within: tuple[str, ...] = ()
    unit: str | None = None
    obligation: str | None = None
    period: str | None = None
    reasons: tuple[WaitingReason, ...] = ()
    recorded: str | None = None
    dropped: str | None = None
    closed: date | None = None
    unvouched: bool = False
    purged: bool = False
    digits: int = field(default=_ID_DIGITS, compare=False)

    @property
    def code(self) -> str:
        """Its name on the list: the first digits of the file's SHA-256."""
        return (self.files[0].sha256 or "")[: self.digits]

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return self.recorded is None and self.dropped is None

    @property
    def name(self) -> str:
        """Its file, relative to the root."""
        return f"{WAITING_FOLDER}/{self.code}.yaml"


def reasons_of(findings: Sequence[Finding]) -> tuple[WaitingReason, ...]:
    """Findings as reasons."""
    return tuple(WaitingReason(code=one.code, message=one.message, hint=one.hint) for one in findings)


def encode_waiting(one: Waiting) -> str:
    """The text of an entry's file."""
    files: list[Value] = [{"ten": file.name, "sha256": file.sha256} for file in one.files]
    reasons: list[Value] = [
        _filled({"ma": reason.code, "loi": reason.message, "sua": reason.hint}) for reason in one.reasons
    ]
    keys: dict[str, Value] = {
        "tep": files,
        "nhan_luc": day_and_hour(one.received.day, one.received.hour),
        "kenh": one.channel.value if one.channel is not None else None,
        "thu": encode_mail(one.mail),
        "trong": list(one.within) or None,
        "don_vi": one.unit,
        "nhiem_vu": one.obligation,
        "ky": one.period,
        "ly_do": reasons or None,
        "chua_xac_thuc": "có" if one.unvouched else None,
        "da_ghi": one.recorded,
        "bo_qua": one.dropped,
        "xong_ngay": day_and_hour(one.closed, None) if one.closed is not None else None,
        "da_xoa_tep": "có" if one.purged else None,
    }
    return write_yaml(_filled(keys))


def _filled(keys: dict[str, Value]) -> Value:
    return {key: value for key, value in keys.items() if value is not None}


def decode_waiting(data: bytes, name: str) -> tuple[Waiting | None, tuple[Finding, ...]]:
    """An entry of the list; None where too much of it is damaged, with the reason (TT660)."""
    parsed = parse_yaml(data, file=name)
    collector = Collector()
    root = MappingReader(parsed.value if parsed.ok else None, Ref(file=name), collector)
    files = tuple(_file(entry) for entry in root.items("tep", required=True))
    received = root.moment("nhan_luc", required=True)
    mail = root.mapping("thu")
    entry = Waiting(
        files=files,
        received=received or _NEVER,
        channel=root.one_of("kenh", Channel),
        mail=_mail(mail) if mail is not None and mail.usable else None,
        within=root.texts("trong"),
        unit=root.text("don_vi"),
        obligation=root.text("nhiem_vu"),
        period=root.text("ky"),
        reasons=tuple(_reason(one) for one in root.items("ly_do")),
        recorded=root.text("da_ghi"),
        dropped=root.text("bo_qua"),
        closed=root.date("xong_ngay"),
        unvouched=root.boolean("chua_xac_thuc", default=False),
        purged=root.boolean("da_xoa_tep", default=False),
        digits=max(len(PurePosixPath(name).stem), _ID_DIGITS),
    )
    root.no_others()
    found = [*parsed.findings, *collector.findings]
    errors = [one for one in found if one.severity is Severity.ERROR]
    if not errors and files and entry.name == name:
        return entry, ()
    why = errors[0].message if errors else "tên tệp không khớp sha256 của tệp gốc"
    hint = "đưa lại tệp gốc vào bằng «truyenthong intake», rồi bỏ mục hỏng"
    return None, (TT660.at(Ref(file=name), f"mục chờ bị hỏng: {why}", hint=hint),)


_NEVER = Moment(day=date(1900, 1, 1))


def _file(entry: MappingReader) -> SentFile:
    name, digest = entry.text("ten", required=True), entry.text("sha256", required=True)
    entry.no_others()
    return SentFile(name=name or "", sha256=digest)


def _mail(reader: MappingReader) -> Mail:
    mail = Mail(code=reader.text("ma"), sender=reader.text("tu"), sent=reader.moment("luc"))
    reader.no_others()
    return mail


def _reason(entry: MappingReader) -> WaitingReason:
    code, message = entry.text("ma", required=True), entry.text("loi", required=True)
    reason = WaitingReason(code=code or "", message=message or "", hint=entry.text("sua"))
    entry.no_others()
    return reason


def is_entry_name(name: str) -> bool:
    """Whether a file of the folder is an entry, and none that is still being written."""
    return name.endswith(".yaml") and not name.startswith(".")


def read_waiting(workspace: Workspace) -> tuple[tuple[Waiting, ...], tuple[Finding, ...]]:
    """Every entry of the list by the moment of its coming, and what is damaged in it."""
    names = (one for one in storage.list_files(workspace.root / WAITING_FOLDER) if is_entry_name(one))
    full = (f"{WAITING_FOLDER}/{name}" for name in names)
    return decode_list((name, storage.read_bytes(workspace.root / name)) for name in full)


def decode_list(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[Waiting, ...], tuple[Finding, ...]]:
    """The entries in files that were read, by the moment of their coming, and what is damaged in them."""
    entries: list[Waiting] = []
    findings: list[Finding] = []
    for name, data in files:
        entry, found = decode_waiting(data, name)
        findings += found
        entries += [entry] if entry is not None else []
    return tuple(sorted(entries, key=lambda one: (one.received.sort_key, one.code))), tuple(findings)


def put_waiting(workspace: Workspace, entry: Waiting, originals: Sequence[bytes]) -> tuple[str, ...]:
    """Keeps the files, then the entry; returns the names of what was written.

    An entry that is there already is left as it is. The caller holds ``storage.locked(workspace.root)``.
    """
    storage.make_private_folder(workspace.root / WAITING_FOLDER)  # letters are about persons
    kept = (Original(file=file, data=data) for file, data in zip(entry.files, originals, strict=True))
    written = keep_originals(workspace.root, _ORIGINALS_FOLDER, kept)
    for one in (entry, replace(entry, digits=_ALL_DIGITS)):
        if storage.create_new(workspace.root / one.name, encode_waiting(one).encode()):
            return (*written, one.name)
        there, _ = decode_waiting(storage.read_bytes(workspace.root / one.name), one.name)
        if there is not None and there.files[0].sha256 == one.files[0].sha256:
            break  # the very file, and not another one of the same digits
    return written


def close_waiting(
    workspace: Workspace,
    entry: Waiting,
    *,
    today: date,
    recorded: str | None = None,
    dropped: str | None = None,
) -> None:
    """Notes that an entry waits no longer; it stays in its file."""
    closed = replace(entry, recorded=recorded, dropped=dropped, closed=today)
    storage.write_atomic(workspace.root / entry.name, encode_waiting(closed).encode())


def purge_settled(workspace: Workspace, *, until: date) -> int:
    """Removes the files and the senders of entries that were settled before a day; returns how many.

    Hashes and reasons stay, so that the same letter is still known. What was recorded has its files with the
    submission. The caller holds ``storage.locked(workspace.root)``.

    Raises:
        CannotContinueError: the system refuses.
    """
    entries, _ = read_waiting(workspace)
    old = [one for one in entries if not one.is_open and not one.purged and _settled_on(one) < until]
    kept = {kept_name(file) for one in entries if one not in old and not one.purged for file in one.files}
    for entry in old:
        for name in {kept_name(file) for file in entry.files} - kept:
            storage.remove_file(workspace.root / _ORIGINALS_FOLDER / name)
        bare = tuple(replace(file, name=_PURGED) for file in entry.files)
        purged = replace(entry, files=bare, mail=None, within=(), purged=True)
        storage.write_atomic(workspace.root / entry.name, encode_waiting(purged).encode())
    return len(old)


def _settled_on(entry: Waiting) -> date:
    return entry.closed if entry.closed is not None else entry.received.day


def originals_of(workspace: Workspace, entry: Waiting) -> Iterator[bytes | Finding]:
    """The bytes of its files, each compared with its SHA-256; a finding in place of one that is not whole."""
    for file in entry.files:
        data = read_original(workspace.root / _ORIGINALS_FOLDER, file)
        if data is not None:
            yield data
        else:
            name = f"{_ORIGINALS_FOLDER}/{kept_name(file)}"
            hint = "đưa lại tệp gốc vào bằng «truyenthong intake»"
            yield TT660.at(Ref(file=entry.name), f"tệp gốc {name} không còn nguyên", hint=hint)
