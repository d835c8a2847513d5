"""Each planted fault is found: with its own code, at its own place, and nothing else is."""

from __future__ import annotations

import pytest
from docx.shared import Mm

from support.papers.papers import Made, left, right_paper, size, spot_of, words
from support.papers.planted import FILE, LETTER, REPORT, WHOLE, drop
from truyenthong.findings import Finding
from truyenthong.nd30 import lint_document
from truyenthong.operations.explain import FAMILIES


def found(made: Made) -> list[tuple[str, str | None]]:
    return [(one.code, one.ref.spot) for one in lint_document(made.bytes(), file="a.docx")]


@pytest.mark.parametrize("fault", REPORT)
def test_a_planted_fault_in_a_report(fault: str) -> None:
    code, (name, spoil) = REPORT[fault]
    made = right_paper()
    if code in ("TT571", "TT574", "TT576"):
        # What stands below has to fit the line that is spoilt.
        words("TRƯỞNG PHÒNG" if code == "TT574" else "PHÓ GIÁM ĐỐC")(made["position 2"])
    spoil(made)
    expected = spot_of(made, "position 1") if code == "TT574" else spot_of(made, name)
    assert found(made) == [(code, expected)]


@pytest.mark.parametrize("fault", LETTER)
def test_a_planted_fault_in_a_letter(fault: str) -> None:
    code, (name, spoil) = LETTER[fault]
    made = right_paper(letter=True)
    if fault == "Gửi một nơi mà xuống dòng":
        drop(made["to 1"])
    if fault == "Nhiều nơi trên một dòng":
        drop(made["to 1"])
        drop(made["to 2"])
    spoil(made)
    assert found(made) == [(code, spot_of(made, name))]


@pytest.mark.parametrize("fault", FILE)
def test_a_fault_of_the_whole(fault: str) -> None:
    code, spoil, name = FILE[fault]
    made = right_paper()
    spoil(made)
    assert found(made) == [(code, name if name == WHOLE else spot_of(made, name))]


def test_the_paper_s_own_slips_are_exempt() -> None:
    made = right_paper()
    words("- Lưu VT, VP.")(made["recipient 2"])
    assert lint_document(made.bytes(), file="a.docx", exempt=["Lưu VT, VP."]) == ()


def test_findings_come_in_reading_order() -> None:
    made = right_paper(annexes=1)
    for name in ("annex I", "motto", "body 1", "number"):
        size(9 if name == "body 1" else 15)(made[name])
    made.document.sections[0].left_margin = Mm(25)
    spots = [spot for _, spot in found(made)]
    assert spots == [WHOLE, *(spot_of(made, name) for name in ("motto", "number", "body 1", "annex I"))]


def test_equal_faults_are_one_finding_with_their_number() -> None:
    made = right_paper()
    left(made["body 1"])
    left(made["body 2"])
    (finding,) = lint_document(made.bytes(), file="a.docx")
    assert finding.ref.spot == spot_of(made, "body 1")
    assert "; 1 đoạn khác cũng vậy" in finding.message


def test_every_finding_names_its_article_and_a_remedy() -> None:
    told: list[Finding] = []
    for _, (_, spoil) in [*REPORT.values()]:
        made = right_paper()
        spoil(made)
        told += lint_document(made.bytes(), file="a.docx")
    assert len(told) > 100
    for one in told:
        assert one.ref.spot
        assert one.hint
        # The decree says nothing of how spaces are typed, and neither does the finding.
        cited = "Phụ lục I" in one.message or "Điều 13" in one.message
        assert cited is (one.code != "TT598"), one.message


def test_at_least_sixty_faults_are_planted() -> None:
    codes = {code for code, _ in (*REPORT.values(), *LETTER.values())} | {
        code for code, _, _ in FILE.values()
    }
    assert len(REPORT) + len(LETTER) + len(FILE) > 140
    elsewhere = {
        "TT500",
        "TT503",
        "TT508",
        "TT509",
        "TT514",
        "TT515",
        "TT516",
        "TT555",
        "TT556",
        "TT586",
        "TT587",
    }
    assert {one.code for one in dict(FAMILIES)["Thể thức theo Nghị định 30"]} - codes == elsewhere
