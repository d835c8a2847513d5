"""What a form says of itself survives being written down, and slips are told from the real thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from truyenthong.forms.identity import (
    Genuineness,
    Identity,
    declaration_mark,
    from_texts,
    genuineness,
    identity_of,
    to_texts,
)
from truyenthong.model.forms import Choice, Field, FieldType, Form

FORM = Form(
    code="du-luan",
    name="Báo cáo tình hình dư luận",
    version=1,
    fields=(
        Field(code="tiep_nhan", label="Số vấn đề", type=FieldType.INTEGER, required=True),
        Field(
            code="nguon",
            label="Nguồn",
            type=FieldType.CHOICE,
            choices=(Choice(code="bao-chi", label="Báo, đài"),),
        ),
    ),
)
MADE = identity_of(
    FORM, plan="ke-hoach", obligation="bao-cao-du-luan", unit="pgd-than-uyen", period="2020-11"
)


def test_texts_give_the_same_back() -> None:
    assert from_texts(to_texts(MADE)) == (MADE, MADE.check)


@pytest.mark.parametrize("lost", ["plan", "obligation", "form", "version", "declaration"])
def test_a_part_that_is_lost_leaves_no_identity(lost: str) -> None:
    texts = {name: text for name, text in to_texts(MADE).items() if name != lost}
    assert from_texts(texts) == (None, MADE.check)


def test_a_form_as_it_was_made_is_intact() -> None:
    assert genuineness(MADE, MADE.check, FORM) is Genuineness.INTACT


@pytest.mark.parametrize(
    "changed",
    [replace(MADE, unit="pgd-tan-uyen"), replace(MADE, period="2020-12"), replace(MADE, version=2)],
)
def test_another_unit_period_or_version_written_into_it_is_seen(changed: Identity) -> None:
    assert genuineness(changed, MADE.check, FORM) is Genuineness.DAMAGED


def test_a_lost_check_value_is_seen() -> None:
    assert genuineness(MADE, None, FORM) is Genuineness.DAMAGED


def test_words_do_not_make_a_form_old_but_bounds_and_fields_do() -> None:
    reworded = replace(
        FORM, name="Báo cáo", fields=(replace(FORM.fields[0], label="Số việc"), FORM.fields[1])
    )
    asking_less = replace(FORM, fields=(replace(FORM.fields[0], required=False), FORM.fields[1]))
    assert declaration_mark(reworded) == declaration_mark(FORM)
    assert genuineness(MADE, MADE.check, asking_less) is Genuineness.OUTDATED
    assert genuineness(MADE, MADE.check, None) is Genuineness.OUTDATED
