"""Reports of non-delivery: only what RFC 3464 says, only about what came back in the report itself."""

from __future__ import annotations

import pytest

from support.sent_files.letters import attached, enclosed, letter, mixed, words
from support.sent_files.sent import form
from truyenthong.intake.bounds import Allowance
from truyenthong.intake.mail.delivery import DeliveryReport, delivery_report
from truyenthong.intake.mail.parse import parse

OURS = "<tt.0123456789abcdef.1@example.gov.vn>"
REPORT = "multipart/report; report-type=delivery-status"


def status(*blocks: str) -> bytes:
    text = "\n\n".join(("Reporting-MTA: dns; mx.example.vn", *blocks))
    return f"Content-Type: message/delivery-status\n\n{text}\n".encode()


def block(address: str, code: str = "5.1.1", action: str = "failed") -> str:
    return (
        f"Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {code}\n"
        "Diagnostic-Code: smtp; 550 5.1.1 No such user"
    )


def read(data: bytes) -> DeliveryReport | None:
    return delivery_report(parse(data, Allowance()))


def test_the_recipient_its_state_and_the_message_are_read() -> None:
    returned = letter(b"Nhac nop bao cao\n", Message_ID=OURS)
    found = read(mixed([words(), status(block("A@Example.VN")), enclosed(returned)], kind=REPORT))
    assert found is not None
    assert found.about == (OURS,)
    (one,) = found.recipients
    assert (one.address, one.status, one.is_final, one.is_delay) == ("a@example.vn", "5.1.1", True, False)
    assert one.text == "550 5.1.1 No such user"


@pytest.mark.parametrize(
    ("code", "action", "final", "delay"),
    [
        ("5.1.1", "failed", True, False),
        ("4.4.1", "delayed", False, True),
        ("4.4.7", "failed", False, True),
        ("2.0.0", "delivered", False, False),
        ("5.0.0", "delivered", False, False),
    ],
)
def test_for_good_or_not_is_told_by_status_and_action(
    code: str, action: str, final: bool, delay: bool
) -> None:
    found = read(mixed([words(), status(block("a@example.vn", code, action))], kind=REPORT))
    assert found is not None
    assert (found.recipients[0].is_final, found.recipients[0].is_delay) == (final, delay)


def test_heads_alone_tell_the_message_too_and_each_recipient_counts() -> None:
    heads = f"Content-Type: text/rfc822-headers\n\nFrom: vp@example.gov.vn\nMessage-ID: {OURS}\n".encode()
    found = read(mixed([words(), status(block("a@x.vn"), block("b@x.vn")), heads], kind=REPORT))
    assert found is not None
    assert found.about == (OURS,)
    assert [one.address for one in found.recipients] == ["a@x.vn", "b@x.vn"]


def test_a_report_within_a_message_is_that_messages_own() -> None:
    inner = mixed([words(), status(block("a@x.vn")), enclosed(letter(b"x\n", Message_ID=OURS))], kind=REPORT)
    assert read(mixed([words(), enclosed(inner)])) is None
    outer = read(mixed([words(), status(block("b@y.vn")), enclosed(inner)], kind=REPORT))
    assert outer is not None
    assert outer.about == ("<c1@example.vn>",)
    assert [one.address for one in outer.recipients] == ["b@y.vn"]


@pytest.mark.parametrize(
    "data",
    [
        letter(b"550 5.1.1 a@x.vn no such user\n", From="MAILER-DAEMON@x.vn"),
        mixed([words(), status(block("a@x.vn"))]),
        mixed([words(), status("Action: failed\nStatus: 5.1.1")], kind=REPORT),
        mixed([words(), status("Final-Recipient: rfc822; a@x.vn\nStatus: hong")], kind=REPORT),
        mixed([words(), attached(form())], kind="multipart/report; report-type=disposition-notification"),
    ],
    ids=["words alone", "not a report", "no recipient", "no status", "of another kind"],
)
def test_what_only_looks_like_a_report_is_none(data: bytes) -> None:
    assert read(data) is None
