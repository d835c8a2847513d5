"""Which messages nobody at a unit wrote: bounces of all ages, automatic answers, our own coming back."""

from __future__ import annotations

import pytest

from support.sent_files.letters import attached, bounce, enclosed, letter, mixed, words
from support.sent_files.sent import form
from truyenthong.intake.bounds import Allowance
from truyenthong.intake.mail.letter_kinds import LetterKind, letter_kind
from truyenthong.intake.mail.parse import parse
from truyenthong.intake.open import open_file

OURS = mixed(
    [words("Nhắc hạn"), attached(form())], From="van-phong@example.vn", Message_ID="<nhac-1@example.vn>"
)
KEY = "<tt.0123456789abcdef.1@example.vn>"
QMAIL = (
    "Hi. This is the qmail-send program at mx.example.vn.\nI'm afraid I wasn't able to deliver it.\n\n"
    "--- Below this line is a copy of the message.\n\n"
)
EXIM = (
    "This message was created automatically by mail delivery software.\n\n"
    "------ This is a copy of the message, including all the headers. ------\n\n"
)
BOUNCES = {
    "RFC 3464": bounce(OURS),
    "automatic answer besides": bounce(OURS, Auto_Submitted="auto-replied"),
    "from an ordinary address": bounce(OURS, From="it@example.vn"),
    "within a scanner's wrapping": mixed(
        [
            words("Đã quét"),
            b'Content-Type: multipart/report; report-type=delivery-status; boundary="t"\n\n--t\n'
            b"Content-Type: message/delivery-status\n\nAction: failed\n\n--t\n"
            + enclosed(OURS)
            + b"\n--t--\n",
        ]
    ),
    "without multipart/report": mixed(
        [words("failed"), b"Content-Type: message/delivery-status\n\nAction: failed\n", enclosed(OURS)]
    ),
    "qmail": letter(QMAIL.encode() + OURS, From="MAILER-DAEMON@mx.example.vn", Subject="failure notice"),
    "Exim": letter(EXIM.encode() + OURS, From="Mail Delivery System <Mailer-Daemon@mx.example.vn>"),
    "Exim's own header": letter(EXIM.encode() + OURS, X_Failed_Recipients="khong-co@example.vn"),
    "Exchange": mixed(
        [words("Your message did not reach some or all of the intended recipients."), enclosed(OURS)],
        From="System Administrator <postmaster@example.vn>",
        Subject="Undeliverable: Nhắc hạn",
    ),
    "Exchange online": mixed(
        [words("wasn't delivered to"), attached(form())],
        From="Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.vn>",
        Subject="Không thể gửi: Nhắc hạn",
    ),
    "postmaster with what came back": mixed(
        [words("Xem thư kèm."), enclosed(OURS)], From="postmaster@example.vn"
    ),
    "nobody": mixed(
        [words("failed"), enclosed(OURS)], Return_Path="<>", Subject="Returned mail: see transcript"
    ),
    "a daemon without an address": letter(EXIM.encode() + OURS, From="MAILER-DAEMON (Mail Delivery System)"),
}
AUTOMATIC = {
    "vacation": mixed([words("Tôi đi vắng."), enclosed(OURS)], Auto_Submitted="auto-replied"),
    "vacation with a form": mixed([words("x"), attached(form())], Auto_Submitted="Auto-Replied (vacation)"),
    "a machine's note": letter(b"Da nhan thu.\n", Auto_Submitted="auto-generated"),
    "older programs": letter(b"Toi di vang.\n", X_Autoreply="yes"),
    "older still": letter(b"Toi di vang.\n", Precedence="auto_reply"),
    "read receipt": mixed(
        [words("Thư đã được đọc."), b"Content-Type: message/disposition-notification\n\nDisposition: x\n"],
        kind="multipart/report; report-type=disposition-notification",
    ),
}
OWN = {
    "the copy": mixed([words("Nhắc"), attached(form())], Message_ID=KEY),
    "by its key": mixed([words("Nhắc"), attached(form())], X_Truyenthong_Key="0123456789abcdef"),
}
DOUBTFUL = {
    "postmaster with a file": mixed([words("Gửi"), attached(form())], From="postmaster@example.vn"),
    "nobody with a file": mixed([words("Gửi"), attached(form())], Return_Path="<>"),
    "a machine with a file": mixed([words("Gửi"), attached(form())], Auto_Submitted="auto-generated"),
    "a bounce that somebody passes on": mixed(
        [words("wasn't delivered to"), enclosed(OURS)], Subject="FW: Undeliverable: Báo cáo"
    ),
}
ORDINARY = {
    "a letter": mixed([words("Gửi"), attached(form())]),
    "said to be by hand": mixed([words("Gửi"), attached(form())], Auto_Submitted="no"),
    "a usual subject alone": mixed([words("Gửi"), attached(form())], Subject="Automatic reply: Báo cáo"),
    "a bounce's subject alone": mixed([words("Gửi"), attached(form())], Subject="Undeliverable, gửi lại"),
    "a list": mixed([words("Gửi"), attached(form())], Precedence="bulk"),
    "an answer to ours": mixed([words("Gửi"), attached(form())], In_Reply_To=KEY),
    "a forward": mixed([words("Chuyển"), enclosed(mixed([words("Gửi"), attached(form())]))]),
}
EVERY = {
    LetterKind.BOUNCE: BOUNCES,
    LetterKind.AUTOMATIC: AUTOMATIC,
    LetterKind.OWN: OWN,
    LetterKind.DOUBTFUL: DOUBTFUL,
    LetterKind.ORDINARY: ORDINARY,
}
SAMPLES = [(kind, name) for kind, letters in EVERY.items() for name in letters]


@pytest.mark.parametrize(("kind", "name"), SAMPLES)
def test_the_kind_of_a_message(kind: LetterKind, name: str) -> None:
    assert letter_kind(parse(EVERY[kind][name], Allowance())) is kind


@pytest.mark.parametrize(("kind", "name"), SAMPLES)
def test_only_of_an_ordinary_message_any_file_is_taken(kind: LetterKind, name: str) -> None:
    opened = open_file("thu.eml", EVERY[kind][name])
    taken = [piece.name for piece in opened.pieces if not piece.faults]
    whole = [piece.name for piece in opened.pieces if piece.faults]
    assert taken == (["bao-cao.docx"] if kind is LetterKind.ORDINARY else [])
    assert whole == (["thu.eml"] if kind is LetterKind.DOUBTFUL else [])
    assert bool(opened.findings) is (kind in {LetterKind.BOUNCE, LetterKind.AUTOMATIC, LetterKind.OWN})


def test_the_head_alone_tells_a_report() -> None:
    head = BOUNCES["RFC 3464"].partition(b"\n\n")[0] + b"\n\n"
    assert letter_kind(parse(head, Allowance())) is LetterKind.BOUNCE


@pytest.mark.parametrize("inner", [BOUNCES["RFC 3464"], AUTOMATIC["vacation"], OWN["the copy"]])
def test_one_in_a_message_of_a_unit_is_told_and_the_rest_is_taken(inner: bytes) -> None:
    opened = open_file(
        "thu.eml", mixed([words("Xem thư kèm"), attached(b"%PDF-1.4", "a.pdf"), enclosed(inner)])
    )
    assert [(piece.name, piece.faults) for piece in opened.pieces] == [("a.pdf", ())]
    assert [one.code in {"TT611", "TT612", "TT613"} for one in opened.findings] == [True]
