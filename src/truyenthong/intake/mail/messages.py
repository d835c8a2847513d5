"""Takes a message apart: who sent it, when, and which files came with it, whatever type they claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from email.message import Message as RawMessage
from html import unescape
from urllib.parse import unquote_to_bytes

from truyenthong.diagnostics.intake import TT610, TT611, TT612, TT613, TT614, TT615, TT654, TT655, TT658
from truyenthong.findings import Ref, Severity
from truyenthong.intake.bounds import Allowance, guarded
from truyenthong.intake.kinds import FileKind
from truyenthong.intake.letter_start import letter_start
from truyenthong.intake.mail.headers import (
    addresses,
    answers_ours,
    disposition,
    file_name,
    message_id,
    moment,
    received_at,
    text_of,
    words,
)
from truyenthong.intake.mail.letter_kinds import LetterKind, letter_kind
from truyenthong.intake.mail.parse import (
    ENCODED_MESSAGE,
    HIDDEN_PART,
    MESSAGES,
    encoded_message,
    faults_of,
    parse,
    parts_of,
    payload,
    uuencoded,
)
from truyenthong.intake.pieces import (
    MAX_DEPTH,
    Forwarded,
    Message,
    Piece,
    Pieces,
    base_name,
    is_system_file,
    unpack,
    whole,
)
from truyenthong.model.moments import Moment
from truyenthong.text import day_and_hour

_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_BODIES = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext"})
_KINDS_OF_WORDS = frozenset({FileKind.TEXT, FileKind.WEB_PAGE, FileKind.EMPTY, FileKind.MAIL})
_LARGEST_DECORATION = 30_000
"""Bytes of a picture in the words of a letter that is taken for a logo; a photographed page has more."""
_CID = re.compile(rb"cid:([^\"'<>\s)]{1,250})", re.IGNORECASE)
_LONGEST_HEAD = 256_000
_FORWARD_LINE = re.compile(
    r"^[-_ ]*(?:begin )?(?:forwarded message|(?:thư|tin nhắn) (?:đã )?(?:được )?chuyển tiếp)\b",
    re.IGNORECASE | re.MULTILINE,
)
_FORWARD_SUBJECT = re.compile(r"^(?:fwd?|tr|wg|ct|chuyển tiếp|chuyen tiep)\s*:", re.IGNORECASE)
_SENT_LINE = re.compile(
    r"^[>* \t]{0,10}(?:date|sent|ngày gửi|ngày|đã gửi|gửi lúc|gửi|thời gian|vào lúc)[* \t]{0,3}:[* \t]{0,9}"
    r"(\S.{5,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD = {
    LetterKind.BOUNCE: (
        TT611,
        "thư báo không gửi được; tệp trong đó không phải bài của đơn vị nên không nhận",
    ),
    LetterKind.AUTOMATIC: (TT612, "thư do máy tự gửi, tự trả lời; không phải bài của đơn vị nên không nhận"),
    LetterKind.OWN: (TT613, "thư của chính chương trình quay lại; không phải bài của đơn vị nên không nhận"),
}


def open_message(data: bytes, name: str, into: Pieces, *, within: tuple[str, ...] = ()) -> None:
    """Takes the files out of a message, out of messages and zip files in it.

    One in which something is out of reach, or that holds no file, is a piece itself, so that nothing of it
    is lost. A bounce, an automatic answer or a message of our own is reported, and nothing of it is taken.
    """
    before = len(into.findings)
    reading = _Reading(into=into, name=name, within=(*within, name))

    def refuse(reason: str) -> None:
        hint = "lưu riêng các tệp đính kèm rồi đưa vào, hoặc nhờ gửi lại trong một thư mới"
        into.findings.append(
            TT610.at(Ref(file=reading.label), f"thư không đọc được trọn: {reason}", hint=hint)
        )

    guarded(lambda: reading.read(data), refuse)
    faults = tuple(one for one in into.findings[before:] if one.severity is Severity.ERROR)
    if faults:
        into.findings[before:] = [one for one in into.findings[before:] if one not in faults]
        message = reading.message or guarded(lambda: _message(_head(data)), lambda _: None)
        into.add(whole(name, data, faults, within=within, message=message))


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One message that is being read, with the messages in it."""

    into: Pieces
    name: str
    within: tuple[str, ...]
    message: Message | None = None
    decorations: int = 0
    referred: set[bytes] = field(default_factory=set)
    """Names of pictures that the words of the letter show."""

    @property
    def label(self) -> str:
        """Its name for people."""
        return " › ".join(self.within)

    def read(self, data: bytes) -> None:
        """Everything in it."""
        raw = parse(data, self.into.bounds)
        self.message = _message(raw)
        kind = letter_kind(raw)
        if kind in _TOLD:
            diagnostic, told = _TOLD[kind]
            self.into.findings.append(diagnostic.at(Ref(file=self.label), told))
            return
        if kind is LetterKind.DOUBTFUL:
            told = "giống thư báo không gửi được hoặc thư máy tự gửi; tệp trong thư chưa được nhận"
            hint = "mở thư xem; đúng là bài của đơn vị thì lưu tệp đính kèm rồi đưa tệp ấy vào"
            self.into.findings.append(TT614.at(Ref(file=self.label), told, hint=hint))
            return
        before = len(self.into.pieces), len(self.into.findings)
        self._letter(raw, data, depth=0, forwarded=_forwarded_in_words(raw))
        taken = self.into.pieces[before[0] :]
        if self.decorations:
            told = f"bỏ qua {self.decorations} hình, chữ ký trong thân thư"
            self.into.findings.append(TT655.at(Ref(file=self.label), told))
        faults = [one for one in self.into.findings[before[1] :] if one.severity is Severity.ERROR]
        if not faults and all(one.kind is FileKind.EMPTY for one in taken):
            told = "thư chỉ kèm tệp rỗng" if taken else "thư không kèm tệp"
            hint = "đọc thư; đơn vị quên kèm tệp thì nhắc gửi lại"
            self.into.findings.append(TT654.at(Ref(file=self.label), told, hint=hint))

    def _letter(
        self, raw: RawMessage, data: bytes | None, *, depth: int, forwarded: Forwarded | None
    ) -> None:
        """One message: what was not understood in it, then its parts."""
        for told in faults_of(raw, data):
            self._fault(told)
        for part in parts_of(raw):
            if part.get_content_type() == "text/html":
                found = _CID.findall(payload(part) or b"")
                self.referred |= {unquote_to_bytes(one).lower() for one in found}
        self._parts(raw, depth=depth, forwarded=forwarded)

    def _fault(self, told: str) -> None:
        hint = "mở thư bằng chương trình thư, lưu các tệp đính kèm rồi đưa vào; hoặc nhờ gửi lại"
        finding = TT615.at(Ref(file=self.label), f"thư không đọc được trọn: {told}", hint=hint)
        if finding not in self.into.findings:
            self.into.findings.append(finding)

    def _parts(self, raw: RawMessage, *, depth: int, forwarded: Forwarded | None) -> None:
        if self._is_too_much(depth):
            return
        kind, below = raw.get_content_type(), raw.get_payload()
        if kind in MESSAGES or kind == ENCODED_MESSAGE:
            self._inner(raw, depth=depth, outer=forwarded)
        elif isinstance(below, list) and raw.get_content_maintype() == "multipart":
            for part in below if kind != "multipart/encrypted" else ():
                if isinstance(part, RawMessage):
                    self._parts(part, depth=depth + 1, forwarded=forwarded)
        elif isinstance(below, list) or raw.get_content_maintype() in {"multipart", "message"}:
            self._fault("có phần không tách ra được")
        else:
            self._leaf(raw, depth=depth, forwarded=forwarded)

    def _is_too_much(self, depth: int) -> bool:
        """Whether nothing further is read, which is a finding."""
        self.into.bounds.check_time()
        if depth <= 4 * MAX_DEPTH and not self.into.is_full:
            return False
        told = "thư lồng nhau quá sâu hoặc có quá nhiều tệp; phần còn lại không được đọc"
        finding = TT658.at(Ref(file=self.label), told, hint="gửi lại các tệp trong một thư mới")
        if finding not in self.into.findings:
            self.into.findings.append(finding)
        return True

    def _inner(self, raw: RawMessage, *, depth: int, outer: Forwarded | None) -> None:
        """A message in the message, also one that is encoded."""
        below = raw.get_payload()
        if raw.get_content_type() == ENCODED_MESSAGE:
            data = encoded_message(raw)
            if data is not None:
                self._enclosed(parse(data, self.into.bounds), data, depth=depth, outer=outer)
                return
        elif isinstance(below, list) and below and isinstance(below[0], RawMessage) and below[0].keys():
            self._enclosed(below[0], None, depth=depth, outer=outer)
            return
        self._fault("thư đính kèm không đọc được")

    def _enclosed(self, raw: RawMessage, data: bytes | None, *, depth: int, outer: Forwarded | None) -> None:
        kind = letter_kind(raw)
        if kind is LetterKind.ORDINARY:
            self._letter(raw, data, depth=depth + 4, forwarded=_forwarded(raw, outer))
        elif kind is LetterKind.DOUBTFUL:
            self._fault("thư đính kèm giống thư máy tự gửi")
        else:
            diagnostic, _ = _TOLD[kind]
            told = f"bên trong có {kind.value}; tệp trong đó không phải bài của đơn vị nên không nhận"
            self.into.findings.append(diagnostic.at(Ref(file=self.label), told))

    def _leaf(self, raw: RawMessage, *, depth: int, forwarded: Forwarded | None) -> None:
        name, data = file_name(raw), payload(raw)
        if data is None:
            self._fault("có phần ghi theo cách mã hóa không biết, hoặc bị hỏng")
            return
        piece = Piece(
            name=base_name(name), data=data, within=self.within, message=self.message, forwarded=forwarded
        )
        if not name and disposition(raw) != "attachment" and self._body(raw, piece):
            return
        shown = text_of(raw, "Content-ID").strip("<> ").lower().encode("utf-8", "replace") in self.referred
        is_logo = shown and piece.kind is FileKind.IMAGE and len(data) <= _LARGEST_DECORATION
        if raw.get_content_type() in _SIGNATURES or is_logo:
            self.decorations += 1
            return
        if raw.get_content_type() == "application/applefile" or (name and is_system_file(name)):
            self.into.passed.append(piece.name)
            return
        if not name and piece.kind is FileKind.EMPTY:
            return
        if piece.kind is FileKind.ZIP:
            unpack(data, piece.name, self.into, within=self.within, message=self.message, forwarded=forwarded)
        elif piece.kind is FileKind.MAIL:
            self._enclosed(parse(data, self.into.bounds), data, depth=depth, outer=forwarded)
        else:
            self.into.add(piece)

    def _body(self, raw: RawMessage, piece: Piece) -> bool:
        """A text without a name: the words of the letter, or a form typed into it; files hidden in it."""
        if piece.kind is FileKind.YAML:
            self.into.add(replace(piece, name="than-thu.yaml"))
            return True
        if raw.get_content_type() not in _BODIES or piece.kind not in _KINDS_OF_WORDS:
            return False
        for name, inside in uuencoded(piece.data):
            if self._is_too_much(0):
                return True
            if inside is None:
                self._fault("có tệp viết theo lối uuencode trong lời thư, không đọc được trọn")
            else:
                self.into.add(replace(piece, name=base_name(name), data=inside))
        if HIDDEN_PART.search(piece.data.decode("utf-8", "replace")) is not None:
            self._fault("trong lời thư có tệp hay thư khác viết liền, không tách ra được")
        return True


def _message(raw: RawMessage) -> Message:
    return Message(
        code=message_id(raw),
        senders=addresses(raw),
        subject=words(raw.get("Subject")),
        sent=moment(text_of(raw, "Date")),
        received=received_at(raw),
        answers_ours=answers_ours(raw),
    )


def _forwarded(raw: RawMessage, outer: Forwarded | None) -> Forwarded:
    """What a message in a message says of who wrote it, and of the moment of its coming."""
    came = received_at(raw) or moment(text_of(raw, "Date"))
    told = day_and_hour(came.day, came.hour) if came is not None else "không rõ lúc nào"
    senders = (*(outer.senders if outer is not None else ()), *addresses(raw))
    return Forwarded(sent=came, words=told, senders=senders)


def _forwarded_in_words(raw: RawMessage) -> Forwarded | None:
    """The same where a mail program wrote the first message into the words of the second."""
    text = next((one for part in parts_of(raw) if (one := _text(part)) is not None), "")
    marked = _FORWARD_LINE.search(text)
    if marked is None and _FORWARD_SUBJECT.match(words(raw.get("Subject"))) is None:
        return None
    line = _SENT_LINE.search(text, marked.end() if marked is not None else 0)
    return Forwarded(sent=None, words=f"«{line[1].strip()}»") if line is not None else None


def _text(part: RawMessage) -> str | None:
    """The beginning of the words of a letter."""
    if part.get_content_type() not in _BODIES or file_name(part):
        return None
    text = (payload(part) or b"")[:20_000].decode("utf-8", "replace")
    if part.get_content_type() == "text/html":
        text = unescape(re.sub(r"<[^<>]{0,500}>", "\n", text))
    return text if text.strip() else None


def moment_of(data: bytes) -> Moment | None:
    """When a message was received or sent, by its head alone.

    Raises:
        OutOfBoundsError: a header is too long.
    """
    head = _head(data)
    return received_at(head) or moment(text_of(head, "Date"))


def _head(data: bytes) -> RawMessage:
    """The head of a message; what lies below is cut."""
    start = letter_start(data, named=True)
    first = start.start if start is not None else 0
    top = re.split(rb"\r\n\r\n|\n\n|\n\r\n|\r\r", data[first : first + _LONGEST_HEAD], maxsplit=1)[0]
    return parse(top, Allowance())
