"""Which files that came together belong to one receipt: a form, the same form once more, the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truyenthong.diagnostics.intake import TT663
from truyenthong.findings import Finding, Ref, Severity
from truyenthong.intake.verdict import Judged, content_of
from truyenthong.operations.intake.submissions import changes, is_same


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What goes into one receipt, or waits together.

    Attributes:
        main: the file whose content is recorded.
        same: further forms that say the same as it, in another format.
        evidence: scans, pictures, annexes that are kept along unread.
    """

    main: Judged
    same: tuple[Judged, ...] = ()
    evidence: tuple[Judged, ...] = ()

    @property
    def along(self) -> tuple[Judged, ...]:
        """Everything but the main file."""
        return (*self.same, *self.evidence)

    def told(self) -> Iterator[Finding]:
        """That other files are kept along with the main one, a sentence for each sort."""
        ref = Ref(file=self.main.label)
        if self.same:
            message = f"{len(self.same)} tệp cùng nội dung ({_kinds(self.same)}) được giữ cùng"
            yield TT663.at(ref, message)
        if self.evidence:
            count = f"{len(self.evidence)} tệp kèm theo ({_kinds(self.evidence)})"
            yield TT663.at(ref, f"{count} được giữ cùng, không đọc nội dung")


def _kinds(files: Sequence[Judged]) -> str:
    return ", ".join(dict.fromkeys(one.read.kind.value for one in files))


def bundles(judged: Sequence[Judged], *, together: bool) -> Iterator[Bundle]:
    """The files of one message or zip file, put together.

    Evidence goes with every form of the one unit that sent it; where forms of several units came, nobody
    knows whose it is, and it waits by itself. What may hold a form that nobody has seen waits by itself too.

    Args:
        judged: the files, in their order.
        together: they came in one message or zip file; else each is for itself.
    """
    if not together:
        yield from (Bundle(main=one) for one in judged)
        return
    papers = [*_papers([one for one in judged if one.is_form])]
    alone = [one for one in judged if not one.is_form and one.read.is_sealed]
    evidence = tuple(one for one in judged if not one.is_form and not one.read.is_sealed)
    units = {paper[0].understood.unit for paper in papers}
    if papers and (len(papers) == 1 or (len(units) == 1 and None not in units)):
        yield from (Bundle(main=one[0], same=one[1:], evidence=evidence) for one in papers)
    elif papers:
        yield from (Bundle(main=one[0], same=one[1:]) for one in papers)
        alone += evidence
    elif evidence:
        yield Bundle(main=evidence[0], evidence=evidence[1:])
    yield from (Bundle(main=one) for one in alone)


def _papers(forms: Sequence[Judged]) -> Iterator[tuple[Judged, ...]]:
    """The forms, those that say the same together; the one that names its number and day first."""
    groups: list[list[Judged]] = []
    for one in forms:
        group = next((each for each in groups if _same(each[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        yield tuple(sorted(group, key=_paper_keys, reverse=True))


def _paper_keys(one: Judged) -> int:
    return len(one.cleaned.paper) if one.cleaned is not None else 0


def _same(one: Judged, other: Judged) -> bool:
    """Whether two forms are for the same unit, duty and period, and say the same."""
    if one.cleaned is None or other.cleaned is None or one.register is not other.register:
        return False
    if _key(one) != _key(other) or _is_nil(one) is not _is_nil(other):
        return False
    papers = one.cleaned.paper, other.cleaned.paper
    shared = papers[0].keys() & papers[1].keys()
    if any(not is_same(papers[0][key], papers[1][key]) for key in shared):
        return False
    return not changes(content_of(one) or {}, content_of(other) or {}, one.form)


def _key(one: Judged) -> tuple[str | None, ...]:
    return (one.understood.unit, one.understood.obligation, one.understood.period)


def _is_nil(one: Judged) -> bool:
    return one.read.filled is not None and one.read.filled.nil


def beside_known(one: Judged, where: str) -> Judged:
    """Evidence whose form was taken in before: the unit has sent the form, and is not asked for it again."""
    hint = (
        f"biểu đi cùng đã có ở {where}; ghi thêm mục này bằng --unit, --obligation, hoặc bỏ qua bằng --drop"
    )
    findings = tuple(
        replace(told, hint=hint) if told.severity is Severity.ERROR else told for told in one.read.findings
    )
    return replace(one, read=replace(one.read, findings=findings))
