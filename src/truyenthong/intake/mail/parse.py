"""Parses a message into a tree of parts, within counted limits, and reports its faults."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from copy import copy
from email.message import Message as RawMessage
from email.parser import BytesFeedParser
from email.policy import Compat32

from truyenthong.intake.bounds import Allowance, OutOfBoundsError
from truyenthong.intake.letter_start import letter_start
from truyenthong.text import number_wording

_LONGEST_HEADER = 100_000
"""Bytes of one header with its further lines: a thousand recipients fit in."""
_CHUNK = 65_536
_PLAIN = frozenset({"", "7bit", "8bit", "binary"})
_UUENCODE = frozenset({"x-uuencode", "uuencode", "uue", "x-uue"})
_DEFECTS = {
    "NoBoundaryInMultipartDefect": "không ghi ranh giới giữa các phần",
    "StartBoundaryNotFoundDefect": "không thấy ranh giới giữa các phần",
    "CloseBoundaryNotFoundDefect": "bị cắt giữa chừng",
    "MultipartInvariantViolationDefect": "các phần không tách ra được",
    "MissingHeaderBodySeparatorDefect": "phần đầu thư có dòng không đọc được",
    "MisplacedEnvelopeHeaderDefect": "phần đầu thư có dòng không đọc được",
    "FirstHeaderLineIsContinuationDefect": "phần đầu thư có dòng không đọc được",
    "MalformedHeaderDefect": "phần đầu thư có dòng không đọc được",
}
"""Faults that Python's parser notes while it guesses on: each may have hidden a file."""
_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_MOST_PADDINGS = 10_000
_WORDS = re.compile(rb"^[^\r\n]*\S[ \t]+\S[^\r\n]*$", re.MULTILINE)
"""Lines of words: what mailing lists and virus scanners put below an encoded file."""


ENCODED_MESSAGE = "application/x-encoded-message"
"""The type under which a message in a message appears here where it is encoded."""
MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})


class _Part(RawMessage):
    """A part whose encoded message is left as it is.

    RFC 2046 forbids to encode a message in a message, and programs do it; Python's parser takes the encoded
    text for the message (python/cpython #89229).
    """

    def get_content_type(self) -> str:
        """The type, in lower case."""
        kind = super().get_content_type()
        return ENCODED_MESSAGE if kind in MESSAGES and encoding_of(self) not in _PLAIN else kind


class _Limited(Compat32):
    """The older classes of headers, with their sizes limited and bare UTF-8 read as such (RFC 6532).

    The newer classes fail on more kinds of malformed headers (python/cpython #75018, #78511).
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header's name and value."""
        if sum(map(len, sourcelines)) > _LONGEST_HEADER:
            name = sourcelines[0].partition(":")[0][:40]
            raise OutOfBoundsError(f"dòng «{name}» ở đầu thư dài quá {number_wording(_LONGEST_HEADER)} ký tự")
        name, value = super().header_source_parse(sourcelines)
        return name, value if value.isascii() else value.encode("utf-8", "surrogateescape").decode(
            "utf-8", "replace"
        )


_POLICY = _Limited()


def parse(data: bytes, bounds: Allowance) -> RawMessage:
    """The tree of a message; it may begin with a BOM, empty lines, the line of an mbox.

    Raises:
        OutOfBoundsError: it has too many parts or too long headers, or takes too long.
        RecursionError: it is nested too deeply.
    """
    found = letter_start(data, named=True)
    start, end = (found.start, found.end) if found is not None else (0, len(data))

    def part(*, policy: Compat32 = _POLICY) -> RawMessage:
        bounds.count_part()
        return _Part(policy=policy)

    parser: BytesFeedParser[RawMessage] = BytesFeedParser(part, policy=_POLICY)
    for at in range(start, end, _CHUNK):
        bounds.check_time()
        parser.feed(data[at : min(end, at + _CHUNK)])
    return parser.close()


def parts_of(raw: RawMessage) -> Iterator[RawMessage]:
    """A message and its parts, without those of the messages in it."""
    waiting = [raw]
    while waiting:
        part = waiting.pop(0)
        yield part
        below = part.get_payload()
        if isinstance(below, list) and part.get_content_maintype() != "message":
            waiting[:0] = [one for one in below if isinstance(one, RawMessage)]


def faults_of(raw: RawMessage, data: bytes | None = None) -> tuple[str, ...]:
    """What was not understood in a message, phrases; the messages in it are left aside.

    Args:
        raw: the message.
        data: the bytes it was parsed from, so that its head is compared with what the detector saw.
    """
    found = [told for part in parts_of(raw) for told in _part_faults(part)]
    start = letter_start(data, named=True) if data is not None else None
    if start is not None and not start.names <= {name.lower().encode() for name in raw.keys()}:  # noqa: SIM118
        found.append("phần đầu thư có dòng không đọc được")
    return tuple(dict.fromkeys(found))


def _part_faults(part: RawMessage) -> Iterator[str]:
    for defect in part.defects:
        told = _DEFECTS.get(type(defect).__name__)
        if told is not None:
            yield told
    types = {" ".join(str(one).split()) for one in part.get_all("Content-Type", [])}
    if len(types) > 1:
        yield "một phần ghi hai loại nội dung khác nhau"
    kind = part.get_content_type()
    if kind in {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}:
        yield "thư mã hóa hoặc ký số gói kín (S/MIME, PGP)"
    if kind in {"message/partial", "message/external-body"}:
        yield "thư bị chia thành nhiều thư, hoặc tệp nằm ngoài thư"
    beside = (part.preamble, part.epilogue)
    if any(text and HIDDEN_PART.search(text) is not None for text in beside):
        yield "có phần nằm ngoài ranh giới"


HIDDEN_PART = re.compile(
    r"^[> \t]{0,20}Content-(?:Transfer-Encoding|Disposition)\s*:|^=ybegin |^-----BEGIN PGP MESSAGE-----"
    r"|must be converted with BinHex",
    re.IGNORECASE | re.MULTILINE,
)
"""Signs that a text contains a file in a way that is not read here."""


def payload(part: RawMessage) -> bytes | None:
    """The bytes of a part that holds no other parts; None where its encoding is not known or broken.

    Python's own decoding takes «base64 » with a blank for no encoding (#98188) and ends at the first
    padding inside (#137687).
    """
    bare = copy(part)
    del bare["Content-Transfer-Encoding"]  # so that the bytes come as they stand in the file
    data = bare.get_payload(decode=True)
    return decoded(data, encoding_of(part)) if isinstance(data, bytes) else None


def encoding_of(part: RawMessage) -> str:
    """The transfer encoding, in lower case, without what follows it."""
    return re.split(r"[\s;(]", str(part.get("Content-Transfer-Encoding") or "").strip().lower(), maxsplit=1)[
        0
    ]


def decoded(data: bytes, encoding: str) -> bytes | None:
    """Bytes behind a transfer encoding; None where it is not known or broken."""
    if encoding in _PLAIN:
        return data
    if encoding == "base64":
        return _base64(data)
    if encoding == "quoted-printable":
        return quopri.decodestring(data)
    if encoding in _UUENCODE:
        found = [*uuencoded(data)]
        return found[0][1] if len(found) == 1 else None
    return None


def _base64(data: bytes) -> bytes | None:
    if data.count(b"=") > _MOST_PADDINGS:
        return None
    if b" " in data:
        data = _WORDS.sub(b"", data)
    found = bytearray()
    for stretch in re.split(rb"=+", _BASE64.sub(b"", data)):
        # One sign more than a multiple of four holds no byte.
        whole = stretch[:-1] if len(stretch) % 4 == 1 else stretch
        try:
            found += binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
        except binascii.Error:
            return None
    return bytes(found)


_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n", re.MULTILINE)


def uuencoded(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """The uuencoded files in a text, with their names; None for the bytes of a broken one."""
    position = 0
    while (found := _BEGIN.search(data, position)) is not None:
        end = re.compile(rb"^end[ \t]*\r?$", re.MULTILINE).search(data, found.end())
        position = end.end() if end is not None else len(data)
        lines = data[found.end() : end.start() if end is not None else len(data)].splitlines()
        yield found[1].decode("utf-8", "replace"), _uu(lines) if end is not None else None


def _uu(lines: list[bytes]) -> bytes | None:
    out = bytearray()
    for line in lines:
        if not line.strip():
            continue
        size = (line[0] - 32) & 63
        used = 1 + (size + 2) // 3 * 4
        try:
            out += binascii.a2b_uu(line[:used])
        except binascii.Error:
            return None
    return bytes(out)


def encoded_message(part: RawMessage) -> bytes | None:
    """The bytes of a message in a message that is encoded, or only says so; None where it is none."""
    bare = copy(part)
    del bare["Content-Transfer-Encoding"]
    for data in (payload(part), payload(bare)):
        if data is not None and letter_start(data, named=True) is not None:
            return data
    return None
