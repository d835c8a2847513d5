"""Rules about the plan's words: clauses, quotations, paragraphs that nobody follows, corrections."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from truyenthong.checks.facts import PlanFacts
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.plan import TT202, TT203, TT204, TT205, TT213, TT217, TT221
from truyenthong.findings import Finding, Ref
from truyenthong.model.plan import Plan
from truyenthong.text import collapse, fold, nfc


def bare(text: str) -> str:
    """Words as they are compared: NFC, spaces collapsed, the light marks of bold and italics left out."""
    return collapse(nfc(text).replace("*", ""))


@dataclass(frozen=True, kw_only=True)
class Quotable:
    """The text of a plan, ready for looking up."""

    plan: Plan
    _passages: tuple[tuple[str, str], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = tuple(
            (clause, bare(passage.text or passage.heading or ""))
            for clause, passage in self.plan.text.passages()
        )
        object.__setattr__(self, "_passages", found)

    @cached_property
    def whole(self) -> str:
        """Everything that the plan says, in order."""
        text = self.plan.text
        return " ".join(
            (*map(bare, text.opening), *(words for _, words in self._passages), *map(bare, text.closing))
        )

    @cached_property
    def recipients(self) -> str:
        """The list of recipients."""
        return " ".join(bare(line) for line in self.plan.recipients)

    def clause_text(self, clause: str) -> str:
        """What a clause says, those below it included."""
        return " ".join(words for address, words in self._passages if f"{address}.".startswith(f"{clause}."))

    def paragraph_with(self, clause: str, quotation: str) -> str | None:
        """The whole paragraph of a clause that has these words."""
        wanted = bare(quotation)
        return next(
            (words for address, words in self._passages if address == clause and wanted in words), None
        )

    def clauses_with(self, quotation: str) -> Iterator[str]:
        """The clauses that have a passage with these words."""
        wanted = bare(quotation)
        seen: set[str] = set()
        for address, words in self._passages:
            if wanted in words and address not in seen:
                seen.add(address)
                yield address

    def agrees_until(self, quotation: str) -> tuple[str, str]:
        """The longest beginning of the words that the plan has, and the few words that follow there."""
        words = bare(quotation).split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if " ".join(words[:middle]) in self.whole:
                low = middle
            else:
                high = middle - 1
        beginning = " ".join(words[:low])
        after = self.whole[self.whole.index(beginning) + len(beginning) :] if beginning else ""
        return " ".join(words[max(0, low - 6) : low]), " ".join(after.split()[:6])


OPENING = "mở đầu"
RECIPIENTS = "nơi nhận"
"""What a clause may be called that has no label in the plan."""

_SHOWN = 90
"""Characters of a paragraph that a message shows."""

_ENOUGH = 4
"""Words in common from which a quotation with a slip still means a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quotation:
    clause: str
    words: str
    ref: Ref


def check_text(facts: PlanFacts) -> Iterator[Finding]:
    """Every rule about the words."""
    yield from _of_another_year(facts)
    text = Quotable(plan=facts.plan)
    quotations = tuple(_quotations(facts))
    slips: list[_Quotation] = []
    for quotation in quotations:
        found = tuple(_quoted(facts, text, quotation))
        yield from found
        if found:
            slips.append(quotation)
    yield from _uncovered(facts, quotations, slips)
    yield from _topics(facts)
    yield from _rows(facts)
    yield from _other_clauses(facts)
    yield from _corrections(facts, text)


def _of_another_year(facts: PlanFacts) -> Iterator[Finding]:
    """Words of another year's plan, whose dates no longer apply."""
    if facts.plan.awaits_text:
        message = f"nguyên văn ở noi_dung còn là của năm học {facts.plan.text_of_year}"
        hint = "thay noi_dung và các câu trich bằng nguyên văn mới, rồi bỏ dòng nguyen_van_cua"
        yield TT221.at(facts.ref("nguyen_van_cua"), message, hint=hint)


def _quotations(facts: PlanFacts) -> Iterator[_Quotation]:
    plan = facts.plan
    lists = (("nhiem_vu", plan.obligations), ("khong_theo_doi", plan.untracked), ("chu_de", plan.topics))
    for key, entries in lists:
        for entry in entries:
            if entry.clause and entry.quotation:
                ref = facts.ref(key, entry.index)
                yield _Quotation(clause=entry.clause, words=entry.quotation, ref=ref)


def _quoted(facts: PlanFacts, text: Quotable, quotation: _Quotation) -> Iterator[Finding]:
    clauses = facts.plan.text.clauses
    if quotation.clause not in clauses:
        yield _unknown_clause(quotation.ref.child("dieu_khoan"), quotation.clause, clauses)
        return
    wanted = bare(quotation.words)
    if wanted in text.clause_text(quotation.clause):
        return
    elsewhere = tuple(text.clauses_with(quotation.words))
    if elsewhere:
        message = f"câu trích không ở {quotation.clause} mà ở {', '.join(elsewhere)}"
        yield TT204.at(quotation.ref.child("dieu_khoan"), message, hint=f"ghi dieu_khoan: {elsewhere[0]}")
        return
    yield TT202.at(
        quotation.ref.child("trich"), "câu trích không có trong kế hoạch", hint=_where(text, wanted)
    )


def _where(text: Quotable, wanted: str) -> str:
    before, after = text.agrees_until(wanted)
    if not before:
        return "chép đúng các chữ của kế hoạch ở noi_dung"
    said = f"kế hoạch ghi tiếp «{after}»" if after else "kế hoạch hết ở đó"
    return f"giống đến «… {before}», sau đó {said}"


def _unknown_clause(ref: Ref, clause: str, clauses: Collection[str]) -> Finding:
    message = f"kế hoạch không có điều khoản «{clause}»"
    near = [one for one in sorted(clauses) if fold(one) == fold(clause)]
    hint = f"có phải «{near[0]}»?" if near else which_code(clause, sorted(clauses))
    return TT203.at(ref, message, hint=hint)


def _uncovered(
    facts: PlanFacts, quotations: Sequence[_Quotation], slips: Sequence[_Quotation]
) -> Iterator[Finding]:
    plan = facts.plan
    part = plan.organisation_part
    if part is None:
        message = "kế hoạch chưa nói phần nào là phần tổ chức thực hiện"
        yield TT205.at(
            facts.ref("noi_dung"), message, hint="thêm dòng «to_chuc_thuc_hien: III» (nhãn của phần)"
        )
        return
    if part not in plan.text.clauses:
        yield _unknown_clause(facts.ref("to_chuc_thuc_hien"), part, plan.text.clauses)
        return
    for clause, passage in plan.text.passages():
        inside = clause == part or clause.startswith(f"{part}.")
        said = bare(passage.text) if passage.text is not None else None
        if inside and said is not None and not _is_covered(clause, said, quotations, slips):
            shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
            message = f"đoạn ở {clause} chưa có nhiệm vụ nào theo dõi: «{shown}»"
            hint = "trích đoạn ấy ở một nhiệm vụ, hoặc thêm vào khong_theo_doi kèm lý do"
            yield TT205.at(facts.ref("khong_theo_doi"), message, hint=hint)


def _is_covered(
    clause: str, said: str, quotations: Sequence[_Quotation], slips: Sequence[_Quotation]
) -> bool:
    for quotation in quotations:
        words = bare(quotation.words)
        same = quotation.clause == clause or clause.startswith(f"{quotation.clause}.")
        if (words in said or said in words) and (same or quotation in slips):
            return True
    # Another rule reports the slip in a quotation; the paragraph that it means is not forgotten as well.
    beginnings = (bare(one.words).split(" ")[:_ENOUGH] for one in slips)
    return any(len(one) == _ENOUGH and " ".join(one) in said for one in beginnings)


def _topics(facts: PlanFacts) -> Iterator[Finding]:
    clauses = facts.plan.text.clauses
    for topic in facts.plan.topics:
        if topic.clause not in clauses:
            message = f"chủ đề «{topic.code}» nhắc điều khoản «{topic.clause}» không có trong kế hoạch"
            ref = facts.ref("chu_de", topic.index, "dieu_khoan")
            yield TT217.at(ref, message, hint=which_code(topic.clause, sorted(clauses)))
        wholes = tuple(one.code for one in facts.plan.topics if one.above is None)
        if topic.above is not None and topic.above not in wholes:
            message = f"chủ đề «{topic.code}» thuộc «{topic.above}», không có chủ đề lớn ấy"
            ref = facts.ref("chu_de", topic.index, "thuoc")
            yield TT217.at(ref, message, hint=which_code(topic.above, wholes))


def _rows(facts: PlanFacts) -> Iterator[Finding]:
    clauses = facts.plan.text.clauses
    topics = tuple(topic.code for topic in facts.plan.topics)
    for appendix in facts.plan.appendices:
        for place, row in enumerate(appendix.rows):
            ref = facts.ref("phu_luc", appendix.index, "dong", place)
            if row.source is not None and row.source not in clauses:
                message = f"hàng {place + 1} của Phụ lục {appendix.label}: không có điều khoản «{row.source}»"
                yield TT217.at(ref.child("nguon"), message, hint=which_code(row.source, sorted(clauses)))
            if row.topic is not None and row.topic not in topics:
                message = f"hàng {place + 1} của Phụ lục {appendix.label}: không có chủ đề «{row.topic}»"
                yield TT217.at(ref.child("chu_de"), message, hint=which_code(row.topic, topics))


def _other_clauses(facts: PlanFacts) -> Iterator[Finding]:
    plan = facts.plan
    known = {*plan.text.clauses, OPENING, RECIPIENTS}
    for place, paper in enumerate(plan.cited):
        if paper.clause is not None and paper.clause not in known:
            yield _unknown_clause(facts.ref("can_cu", place, "dieu_khoan"), paper.clause, known)
    for register in plan.registers:
        if register.clause is not None and register.clause not in known:
            ref = facts.ref("so_theo_doi", register.index, "dieu_khoan")
            yield _unknown_clause(ref, register.clause, known)
    for correction in plan.corrections:
        if correction.clause is not None and correction.clause not in known:
            ref = facts.ref("dinh_chinh", correction.index, "dieu_khoan")
            yield _unknown_clause(ref, correction.clause, known)


def _corrections(facts: PlanFacts, text: Quotable) -> Iterator[Finding]:
    for correction in facts.plan.corrections:
        wrong = bare(correction.wrong)
        if wrong not in text.whole and wrong not in text.recipients:
            message = f"kế hoạch không có chữ «{correction.wrong}»"
            ref = facts.ref("dinh_chinh", correction.index, "sai")
            yield TT213.at(ref, message, hint="chép đúng chữ in sai, kể cả dấu cách thừa")
