"""What the office's own server says: believed where only that server can have written it."""

from __future__ import annotations

import pytest

from truyenthong.intake.bounds import Allowance
from truyenthong.intake.mail.authentication import own_received, vouched_senders
from truyenthong.intake.mail.headers import moment
from truyenthong.intake.mail.parse import parse

MX = "mx.example.gov.vn"
CAME = (
    f"Received: from a.edu.vn (a.edu.vn [192.0.2.1])\n by {MX} (Postfix); Mon, 24 May 2021 08:00:00 +0700\n"
)
BEFORE = "Received: from pc by a.edu.vn; Mon, 24 May 2021 07:00:00 +0700\n"
PASS = f"Authentication-Results: {MX}; spf=pass; dmarc=pass (p=none) header.from=truong.edu.vn\n"
SENDER = "vt@truong.edu.vn"
REST = f"From: Van thu <{SENDER}>\n\nKinh gui\n"


def vouched(heads: str, rest: str = REST) -> tuple[str, ...]:
    return vouched_senders(parse((heads + rest).encode(), Allowance()), MX)


@pytest.mark.parametrize(
    "heads",
    [
        PASS + CAME + BEFORE,
        CAME + PASS + BEFORE,
        f"{CAME}Authentication-Results: {MX}; dkim=pass header.d=truong.edu.vn\n{BEFORE}",
        f"{CAME}Authentication-Results: {MX.upper()} 1;\n dkim=pass (2048-bit key) header.i=@truong.edu.vn\n",
        f"Authentication-Results: {MX}; dkim=fail; dkim=pass header.d=edu.vn\n{CAME}",
    ],
)
def test_a_sender_for_whom_the_own_server_answers_counts(heads: str) -> None:
    assert vouched(heads) == (SENDER,)


@pytest.mark.parametrize(
    "heads",
    [
        CAME + BEFORE,
        CAME + BEFORE + PASS,
        f"Authentication-Results: la.example.com; dmarc=pass header.from=truong.edu.vn\n{CAME}",
        f"Authentication-Results: {MX}; dmarc=fail header.from=truong.edu.vn\n{CAME}",
        f"Authentication-Results: {MX}; dmarc=pass header.from=khac.edu.vn\n{CAME}",
        f"Authentication-Results: {MX}; dkim=pass header.d=la.com\n{CAME}",
        f"Authentication-Results: {MX}; spf=pass smtp.mailfrom=truong.edu.vn\n{CAME}",
        f"Authentication-Results: {MX}; dmarc=none (dmarc=pass header.from=truong.edu.vn)\n{CAME}",
        f"Authentication-Results: {MX}; dmarc=fail\n{PASS}{CAME}",
        f"Authentication-Results: {MX}.la.com; dmarc=pass header.from=truong.edu.vn\n{CAME}",
        f"Authentication-Results: {MX}; dkim=pass header.d=vn-truong.edu.vn\n{CAME}",
    ],
    ids=[
        *(
            "nothing said",
            "below the border",
            "another server",
            "failed",
            "another domain",
            "a stranger signed",
        ),
        *("only the envelope", "in a comment", "the newest line counts", "a longer name", "a longer domain"),
    ],
)
def test_a_sender_who_may_be_anybody_is_no_sign(heads: str) -> None:
    assert vouched(heads) == ()


def test_two_senders_are_none() -> None:
    assert vouched(PASS + CAME, f"From: {SENDER}, b@truong.edu.vn\n\nx\n") == ()


def test_the_hour_is_that_of_the_own_server() -> None:
    raw = parse((BEFORE + CAME + REST).encode(), Allowance())
    assert own_received(raw, MX) == moment("Mon, 24 May 2021 08:00:00 +0700")
    assert own_received(raw, None) == moment("Mon, 24 May 2021 07:00:00 +0700")
    assert own_received(parse(REST.encode(), Allowance()), MX) is None
