"""What came in for the duty of a report: whose figures count, who sent nothing; adds nothing up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from truyenthong.model.forms import Content, Form
from truyenthong.model.forms import Row as FormRow
from truyenthong.progress.rows import Row, State
from truyenthong.views.row_view import duty_in_period, moment_text, paper_text
from truyenthong.views.subject import PlainValue, Subject
from truyenthong.views.unit_view import unit_names
from truyenthong.views.wording import behind_reason, due_text, state_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A submission whose figures count, with the values of its latest valid receipt."""

    row: Row
    content: Content

    def lines(self, table: str) -> tuple[FormRow, ...]:
        """The lines of a table; none where nothing was typed."""
        given = self.content.get(table)
        return given if isinstance(given, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The submissions of one duty, each in exactly one of the lists.

    Attributes:
        form: the duty's form; None where the report has no duty, or the duty has no form.
        counted: valid, with figures.
        without_figures: valid, but only the paper came: nothing was typed.
        nil: «không phát sinh».
        uncounted: received, but returned or faulty.
        missing: nothing came.
    """

    form: Form | None = None
    counted: tuple[Sent, ...] = ()
    without_figures: tuple[Row, ...] = ()
    nil: tuple[Row, ...] = ()
    uncounted: tuple[Row, ...] = ()
    missing: tuple[Row, ...] = field(default=())

    @property
    def reported(self) -> tuple[Row, ...]:
        """Every row with something valid, in the order of the board."""
        return (*(one.row for one in self.counted), *self.without_figures, *self.nil)


def gather(subject: Subject) -> Gathering:
    """Sorts the rows of the subject's duty; empty for a report that is about no duty of its own."""
    duty = subject.plan.obligations_by_code.get(subject.entry.obligation or "")
    return Gathering() if duty is None else gather_rows(subject.rows, subject.plan.form_of(duty))


def gather_rows(given: Sequence[Row], form: Form | None) -> Gathering:
    """Sorts the rows of one duty, whose form is ``form``."""
    rows = [row for row in given if row.state is not State.EXEMPT]
    valid = [row for row in rows if row.latest_valid is not None]
    return Gathering(
        form=form,
        counted=tuple(_with_figures(valid)),
        without_figures=tuple(row for row in valid if not _is_nil(row) and _content(row) is None),
        nil=tuple(row for row in valid if _is_nil(row)),
        uncounted=tuple(row for row in rows if row.latest_valid is None and row.receipts),
        missing=tuple(row for row in rows if not row.receipts),
    )


def _with_figures(rows: Sequence[Row]) -> Iterator[Sent]:
    for row in rows:
        content = _content(row)
        if content is not None and not _is_nil(row):
            yield Sent(row=row, content=content)


def _content(row: Row) -> Content | None:
    return row.latest_valid.content if row.latest_valid is not None else None


def _is_nil(row: Row) -> bool:
    return row.latest_valid is not None and row.latest_valid.nil


def senders_view(rows: Sequence[Row], subject: Subject) -> list[PlainValue]:
    """Units with what came of them, numbered from 1."""
    return [{"stt": place, **_sender(row, subject)} for place, row in enumerate(rows, start=1)]


def _sender(row: Row, subject: Subject) -> dict[str, PlainValue]:
    receipt = row.latest_valid or (row.receipts[-1] if row.receipts else None)
    return {
        **unit_names(row.unit, subject.given.roster),
        "noi_dung": duty_in_period(row.obligation, row.period),
        "ky": row.period.label if row.period is not None else "",
        "van_ban": paper_text(receipt.paper) if receipt is not None else "",
        "nhan_luc": moment_text(receipt.received) if receipt is not None else "",
        "han_chu": due_text(row),
        "trang_thai_chu": state_text(row),
        "ly_do": behind_reason(row) if row.receipts and row.latest_valid is None else "",
    }


def names_of(rows: Sequence[Row]) -> str:
    """The short names of the rows' units, each once: «Phòng GD&ĐT A, THPT X»."""
    return ", ".join(dict.fromkeys(row.unit.short_name for row in rows))
