"""``review --reply``: marked copy, receipt and letter for the unit, as drafts in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.findings import Severity
from truyenthong.forms.filled import Filled, Mark, Spot
from truyenthong.intake.forms import read_form
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.pieces import Piece
from truyenthong.model.plan import Contact
from truyenthong.model.reports import ReportScope
from truyenthong.model.submissions import DecisionKind, Receipt, SentFile
from truyenthong.operations.choose import Selection
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.report.make import ReportOutcome, Request, report
from truyenthong.operations.review.dossiers import Dossier, Seen
from truyenthong.operations.submission_file import MEND_FIRST, originals_folder, read_original, safe_name
from truyenthong.operations.validate import refuse_placeholders
from truyenthong.text import day_and_hour
from truyenthong.text.keys import is_address, is_message_code
from truyenthong.views.remarks import place_wording, remarks_for_unit
from truyenthong.views.rows import paper_text
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder

_TYPES = {
    "docx": "vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that the unit has to mend, or to look at.

    Attributes:
        where: the place in the file that was sent, in words.
        what, mend: what is wrong and how to mend it, phrases.
        must: the paper does not count until it is mended.
    """

    where: str | None
    what: str
    mend: str | None
    spot: Spot | None
    must: bool

    @property
    def sentences(self) -> str:
        """Whole sentences, without the place."""
        mend = f" Cách sửa: {self.mend.rstrip('.')}." if self.mend else ""
        return f"{_capital(self.what).rstrip('.')}.{mend}"

    @property
    def line(self) -> str:
        """The same behind its place."""
        said = self.sentences
        return f"{_capital(self.where)}: {self.what[:1]}{said[1:]}" if self.where else said


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


FOLDER = "tra-loi"
LETTER = "tra-loi.eml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What lies ready to be sent.

    Attributes:
        folder: where it lies.
        files: the names of what was made, the letter first.
        to: the address that the letter bears; None where none is known, and somebody has to fill it in.
        missing: sentences about what could not be made, and why.
        kept: by file, where the one went that a person had changed.
        fresh: the letter did not lie there before with these bytes.
    """

    folder: Path
    files: tuple[str, ...]
    to: str | None
    missing: tuple[str, ...]
    kept: Mapping[Path, Path]
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """A file that the unit sent and that is a form: its bytes, its kind, its values and their places."""

    file: SentFile
    data: bytes
    kind: FileKind
    filled: Filled


def reply(
    workspace: Workspace, dossier: Dossier, seen: Seen, *, as_of: date, now: datetime, out: Path
) -> Reply:
    """Makes the drafts of an answer to one receipt; the same data give the same bytes.

    Args:
        workspace: where the original lies.
        dossier: the submission.
        seen: the receipt to answer.
        as_of: the day as of which the receipt paper is made.
        now: the run's moment, for the names of drafts that people had changed.
        out: the folder for all replies; this one gets a folder of its own in it.

    Raises:
        CannotContinueError: the receipt cannot be read, or the system refuses to write.
        BrokenTemplateError: the template of the receipt paper has faults.
        FileInUseError: a file is open in another program.
    """
    receipt = seen.receipt
    if receipt is None:
        raise CannotContinueError(
            f"Lần nhận thứ {seen.place + 1} trong {dossier.name} chưa đọc được nên chưa trả lời được.",
            hint=MEND_FIRST,
        )
    work = ready(load(workspace))
    refuse_placeholders(work.loaded)
    folder = out / f"{dossier.stored.location.unit}--{dossier.stored.location.stem}"
    sent = _sent_form(workspace, work, dossier, receipt)
    remarks = tuple(_remarks(work, dossier, seen, sent))
    missing = (
        [] if sent is not None else ["không có bản đánh dấu: tệp gốc không phải biểu Word, Excel còn giữ"]
    )
    papers = _receipt_papers(workspace, work, dossier, folder, as_of=as_of, now=now)
    if papers is None:
        missing.append("không có biên nhận: danh mục báo cáo không có báo cáo nào theo từng bài nộp")
    made = () if papers is None else tuple(path.name for path in papers.made)
    files = {name: storage.read_bytes(folder / name) for name in made}
    if sent is not None and remarks:
        files[f"danh-dau--{safe_name(sent.file.name)}"] = _marked(sent, remarks)
    to = _address(work, dossier, receipt, as_of)
    if to is None:
        missing.append(
            "chưa biết gửi tới địa chỉ nào: ghi thu_dien_tu (một địa chỉ) của đơn vị, hoặc của nơi nhận việc "
            "(ke_thua) khi đơn vị đã ngừng hoạt động, hoặc điền vào thư"
        )
    attached = {_attached(name, work): data for name, data in files.items()}
    letter = _letter(work, dossier, seen, receipt, remarks, to, attached, as_of)
    drafts = {name: data for name, data in files.items() if name not in made}
    with storage.locked(folder, at=workspace.root):
        put = OutputFolder(folder=folder, now=now).put({LETTER: letter_bytes(letter), **drafts})
    kept = {**(papers.kept if papers is not None else {}), **put.kept}
    return Reply(
        folder=folder,
        files=(LETTER, *files),
        to=to,
        missing=tuple(missing),
        kept=kept,
        fresh=folder / LETTER in put.changed,
    )


def _sent_form(workspace: Workspace, work: Ready, dossier: Dossier, receipt: Receipt) -> _Sent | None:
    """The first file of the receipt that is a form and is still kept."""
    folder = workspace.root / originals_folder(dossier.stored.location.unit)
    for file in receipt.files:
        data = read_original(folder, file)
        if data is None:
            continue  # known by its name alone, or no longer what was sent
        piece = Piece(name=file.name, data=data)
        if piece.kind in {FileKind.WORD, FileKind.EXCEL}:
            filled = read_form(piece, work.plan, work.roster)
            if filled is not None:
                return _Sent(file=file, data=data, kind=piece.kind, filled=filled)
    return None


def _remarks(work: Ready, dossier: Dossier, seen: Seen, sent: _Sent | None) -> Iterator[Remark]:
    """What the unit has to mend or look at: in the file itself, then in its values."""
    for one in sent.filled.findings if sent is not None else ():
        if one.severity is not Severity.NOTICE:
            must = one.severity is Severity.ERROR
            spot = sent.filled.places.get(one.ref.path[1:]) if sent is not None else None
            yield Remark(where=one.ref.spot, what=one.message, mend=one.hint, spot=spot, must=must)
    duty = work.plan.obligations_by_code.get(dossier.stored.location.obligation)
    mine = [one for one in seen.findings if one.ref.path[:2] == ("lan_nop", seen.place)]
    form = work.plan.form_of(duty) if duty is not None else None
    for told in remarks_for_unit(mine, form):
        path = told.path[2:]
        spot = _spot(sent, path[1:]) if path[:1] == ("noi_dung",) else None
        where = spot.words if spot is not None else place_wording(path, form) if path else None
        yield Remark(where=where, what=told.what, mend=told.mend, spot=spot, must=told.must)


def _spot(sent: _Sent | None, path: tuple[str | int, ...]) -> Spot | None:
    """The place of a value in the file; else of the nearest thing above it."""
    for depth in range(len(path), 0, -1):
        found = sent.filled.places.get(path[:depth]) if sent is not None else None
        if found is not None:
            return found
    return None


def _marked(sent: _Sent, remarks: tuple[Remark, ...]) -> bytes:
    """The copy with a comment at each place."""
    marks = [Mark(spot=one.spot, text=one.sentences) for one in remarks]
    if sent.kind is FileKind.WORD:
        from truyenthong.forms.word import mark_docx  # noqa: PLC0415 - paid for by its kind alone

        return mark_docx(sent.data, marks)
    from truyenthong.forms.excel import mark_xlsx  # noqa: PLC0415

    return mark_xlsx(sent.data, marks)


def _receipt_papers(
    workspace: Workspace, work: Ready, dossier: Dossier, folder: Path, *, as_of: date, now: datetime
) -> ReportOutcome | None:
    """The receipt papers of the submission, made into the folder; None where the catalogue has none."""
    codes = tuple(one.code for one in work.plan.reports if one.scope is ReportScope.SUBMISSION)
    if not codes:
        return None
    location = dossier.stored.location
    choice = Selection(unit=location.unit, obligation=location.obligation, period=location.period)
    request = Request(codes=codes, choice=choice, out=folder, lock=workspace.root)
    outcome = report(workspace, request, as_of=as_of, now=now, tick=lambda *_: None)
    if outcome.broken:
        raise outcome.broken[0]
    return outcome if outcome.made else None


def _attached(name: str, work: Ready) -> str:
    """What a file is called in the letter: a paper of the catalogue by its name, not by our codes."""
    code, separator, _ = name.partition("--")
    report_name = next((one.name for one in work.plan.reports if separator and one.code == code), None)
    return f"{safe_name(report_name)}.docx" if report_name is not None else name


def _address(work: Ready, dossier: Dossier, receipt: Receipt, as_of: date) -> str | None:
    """Where the paper came from; else the unit's own address. What is not exactly one address is none.

    Of a unit that has closed: the address of the one that is written to in its place.
    """
    location = dossier.stored.location
    unit = work.roster.by_code.get(location.unit)
    recipients = work.roster.recipients(unit, as_of, location.obligation) if unit is not None else ()
    known = [one.email for one in recipients] if len(recipients) == 1 else []
    if unit is None or unit in recipients:
        known.insert(0, receipt.mail.sender if receipt.mail is not None else None)
    return next((one for one in known if one is not None and is_address(one)), None)


def _letter(
    work: Ready,
    dossier: Dossier,
    seen: Seen,
    receipt: Receipt,
    remarks: tuple[Remark, ...],
    to: str | None,
    files: dict[str, bytes],
    as_of: date,
) -> ReplyLetter:
    roster, location = work.roster.named_on(as_of), dossier.stored.location
    unit = roster.by_code.get(location.unit)
    names = roster.letters_to(unit, as_of, location.obligation) if unit is not None else (dossier.unit,)
    return ReplyLetter(
        agency=work.plan.agency.name,
        drafting=work.plan.drafting.name,
        contact=work.plan.contact,
        unit="; ".join(names),
        whose="đơn vị" if unit is None or unit.exists_on(as_of) else unit.name,
        what=dossier.what,
        receipt=receipt,
        waits=seen.waits,
        remarks=remarks,
        to=to,
        answers=receipt.mail.code if receipt.mail is not None else None,
        files=files,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLetter:
    """What a reply is made from.

    Attributes:
        unit: whom the letter is addressed to.
        whose: who sent the paper: «đơn vị», or by name one that has closed since.
        waits: nobody has accepted or returned the paper yet.
        to: one address (``is_address``); None leaves it to be filled in.
        answers: the Message-ID of the unit's message, where it came so.
        files: what goes along, by name.
    """

    agency: str
    drafting: str
    contact: Contact
    unit: str
    whose: str
    what: str
    receipt: Receipt
    waits: bool
    remarks: tuple[Remark, ...]
    to: str | None
    answers: str | None
    files: Mapping[str, bytes]


def letter_bytes(letter: ReplyLetter) -> bytes:
    """The message; no clock is read and nothing is drawn by lot, so the same letter is the same bytes."""
    text = "\n".join(_lines(letter)) + "\n"
    # The older classes: the newer ones lose a blank where a long subject is broken (Python 3.11).
    digest = hashlib.sha256(text.encode()).hexdigest()
    message = MIMEMultipart(boundary=f"=_{digest[:32]}")
    message["X-Unsent"] = "1"  # Outlook, Thunderbird and others open it to be sent
    message["X-Truyenthong-Key"] = digest[:16]  # so that it is known where it comes back
    subject = Header(" ".join(_subject(letter).split()), "utf-8", header_name="Subject")
    message["Subject"] = subject.encode()
    if letter.to is not None:
        message["To"] = letter.to
    if letter.answers is not None and is_message_code(letter.answers):
        message["In-Reply-To"] = message["References"] = letter.answers
    message.attach(MIMEText(text, "plain", "utf-8"))
    for name, data in letter.files.items():
        part = MIMEApplication(data, _TYPES.get(name.rpartition(".")[2], "octet-stream"))
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
        message.attach(part)
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))


def _subject(letter: ReplyLetter) -> str:
    """The subject line says at once what becomes of the paper."""
    decision = letter.receipt.decision
    if decision is not None and decision.kind is DecisionKind.RETURNED:
        return f"Trả lại, đề nghị sửa và gửi lại: {letter.what}"
    if decision is not None and not letter.waits:
        return f"Đã chấp nhận: {letter.what}"
    if any(one.must for one in letter.remarks):
        return f"Đề nghị sửa và gửi lại: {letter.what}"
    return f"Đã nhận: {letter.what}"


def _lines(letter: ReplyLetter) -> Iterator[str]:
    yield f"Kính gửi: {letter.unit},"
    yield ""
    yield f"{letter.drafting} đã nhận «{letter.what}» của {letter.whose}: {_came(letter.receipt)}."
    yield _verdict(letter)
    for title, must in (("Những chỗ phải sửa:", True), ("Những chỗ đề nghị xem lại:", False)):
        listed = [one for one in letter.remarks if one.must is must]
        if listed:
            yield ""
            yield title
        yield from (f"{number}. {one.line}" for number, one in enumerate(listed, start=1))
    if letter.files:
        yield ""
        yield f"Gửi kèm: {', '.join(letter.files)}."
    yield ""
    yield "Trân trọng./."
    contact = letter.contact
    yield contact.name or f"{letter.drafting}, {letter.agency}"
    yield from (text for text in (contact.phone, contact.email) if text)


def _came(receipt: Receipt) -> str:
    parts = [f"nhận lúc {day_and_hour(receipt.received.day, receipt.received.hour)}"]
    if receipt.received.hour is None:
        parts = [f"nhận ngày {day_and_hour(receipt.received.day, None)}"]
    if receipt.paper is not None and paper_text(receipt.paper):
        parts.append(f"văn bản số {paper_text(receipt.paper)}")
    if receipt.files:
        parts.append(f"tệp {', '.join(one.name for one in receipt.files)}")
    return ", ".join(parts)


def _verdict(letter: ReplyLetter) -> str:
    """What the office says of the paper, a sentence or two."""
    decision = letter.receipt.decision
    must = sum(one.must for one in letter.remarks)
    if decision is not None and decision.kind is DecisionKind.RETURNED:
        reason = f" Lý do: {decision.reason.rstrip('.')}." if decision.reason else ""
        return f"Bài chưa được chấp nhận; đề nghị đơn vị sửa rồi gửi lại.{reason}"
    if decision is not None and not letter.waits:
        return "Bài đã được chấp nhận."
    if must:
        return f"Bài còn {must} chỗ phải sửa; đề nghị đơn vị sửa rồi gửi lại."
    return "Chưa thấy chỗ nào phải sửa; bài đang chờ xem xét."
