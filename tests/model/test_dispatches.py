"""What the events of the dispatch book add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from truyenthong.model.dispatches import (
    DispatchBook,
    DispatchEvent,
    DispatchItem,
    Intent,
    LetterReminder,
    MailState,
    Outcome,
    OutcomeKind,
    Resolution,
    mail_key,
    message_id_of,
)
from truyenthong.text import VIETNAM_TIME

AT = datetime(2021, 5, 24, 7, 31, tzinfo=VIETNAM_TIME)
ITEM = DispatchItem(obligation="bao-cao-nam", period="2020-2021", due=date(2021, 5, 30), mark="truoc-7")
KEY = mail_key("pgd-tam-duong", [ITEM])


def intent(attempt: int = 1, to: Sequence[str] = ("a@example.vn",)) -> Intent:
    return Intent(
        key=KEY,
        attempt=attempt,
        at=AT,
        unit="pgd-tam-duong",
        to=tuple(to),
        items=(ITEM,),
        message_id=message_id_of(KEY, attempt, "vp@example.gov.vn"),
        sha256="0" * 64,
    )


def outcome(kind: OutcomeKind, attempt: int = 1, address: str | None = None) -> Outcome:
    return Outcome(kind=kind, key=KEY, attempt=attempt, at=AT + timedelta(minutes=1), address=address)


def settled(attempt: int = 1, *, sent: bool) -> Resolution:
    return Resolution(key=KEY, attempt=attempt, at=AT, sent=sent, reason="đã gọi điện hỏi")


A, R, D, U, L, W = map(
    outcome,
    (
        OutcomeKind.ACCEPTED,
        OutcomeKind.REFUSED,
        OutcomeKind.DEFERRED,
        OutcomeKind.UNKNOWN,
        OutcomeKind.DELAYED,
        OutcomeKind.ANSWERED,
    ),
)
BOUNCED = outcome(OutcomeKind.BOUNCED, address="A@Example.vn")


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([], MailState.PENDING),
        ([A], MailState.ACCEPTED),
        ([R], MailState.REFUSED),
        ([D], MailState.DEFERRED),
        ([U], MailState.UNKNOWN),
        ([U, A], MailState.ACCEPTED),
        ([U, W], MailState.ACCEPTED),
        ([U, L], MailState.ACCEPTED),
        ([A, BOUNCED], MailState.BOUNCED),
        ([U, BOUNCED], MailState.BOUNCED),
        ([A, L, W], MailState.ACCEPTED),
        ([U, settled(sent=True)], MailState.SENT),
        ([U, settled(sent=False)], MailState.NOT_SENT),
        ([A, BOUNCED, settled(sent=False)], MailState.NOT_SENT),
    ],
)
def test_how_a_mail_stands(events: list[DispatchEvent], state: MailState) -> None:
    book = DispatchBook(events=(intent(), *events))
    assert [one.state for one in book.mails] == [state]
    assert book.in_state(state) == book.mails


def test_a_mail_to_two_addresses_arrives_while_one_does() -> None:
    to = ("a@example.vn", "b@example.vn")
    one = DispatchBook(events=(intent(to=to), A, BOUNCED))
    assert one.mails[0].state is MailState.ACCEPTED
    assert set(one.undeliverable) == {"a@example.vn"}
    both = DispatchBook(events=(*one.events, outcome(OutcomeKind.BOUNCED, address="b@example.vn")))
    assert both.mails[0].state is MailState.BOUNCED


def test_an_address_is_tried_again_when_a_person_says_so_or_a_later_mail_was_taken() -> None:
    bounced = (intent(), A, BOUNCED)
    assert set(DispatchBook(events=bounced).undeliverable) == {"a@example.vn"}
    assert DispatchBook(events=(*bounced, settled(sent=False))).undeliverable == {}
    later = (*bounced, intent(2), outcome(OutcomeKind.ACCEPTED, 2))
    assert DispatchBook(events=later).undeliverable == {}


@pytest.mark.parametrize(("address", "held"), [("A@example.vn", {"a@example.vn"}), (None, set())])
def test_a_refusal_holds_an_address_only_where_it_is_about_it(address: str | None, held: set[str]) -> None:
    book = DispatchBook(events=(intent(), outcome(OutcomeKind.REFUSED, address=address)))
    assert set(book.undeliverable) == held


def test_attempts_and_their_places() -> None:
    book = DispatchBook(events=(intent(), D, intent(2), outcome(OutcomeKind.ACCEPTED, 2)))
    assert (book.attempts(KEY), book.attempts("anything else")) == (2, 0)
    assert [one.state for one in book.by_item[ITEM.key("pgd-tam-duong")]] == [
        MailState.DEFERRED,
        MailState.ACCEPTED,
    ]
    assert [one.intent.attempt for one in book.history("pgd-tam-duong")] == [2, 1]
    assert list(book.history("pgd-sin-ho")) == []
    found = book.by_message_id[f"<tt.{KEY}.2@example.gov.vn>"]
    assert found is book.mail(KEY, 2)


def test_the_key_says_whose_what_when_and_nothing_else() -> None:
    same = replace(ITEM, skipped=("truoc-14",))
    assert same.key("a") == ITEM.key("a")
    others = [
        ITEM.key("b"),
        replace(ITEM, obligation="x").key("a"),
        replace(ITEM, period=None).key("a"),
        replace(ITEM, due=date(2021, 6, 5)).key("a"),
        replace(ITEM, mark="truoc-1").key("a"),
        replace(ITEM, returned=date(2021, 5, 20)).key("a"),
    ]
    assert len({ITEM.key("a"), *others}) == len(others) + 1
    other = replace(ITEM, mark="sau-1")
    assert mail_key("a", [ITEM, other]) == mail_key("a", [other, ITEM]) != mail_key("a", [ITEM])


def test_letters_are_kept_apart() -> None:
    letter = LetterReminder(at=AT, unit="a", obligation="b", period=None, day=AT.date(), number="12/SGDĐT")
    book = DispatchBook(events=(intent(), letter))
    assert (book.letters, book.last_moment) == ((letter,), AT)
    assert DispatchBook().last_moment is None
