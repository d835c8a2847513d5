"""Every figure of a report can be followed to the files and lines that it is made of."""

from __future__ import annotations

import re
from datetime import date

import pytest

from support.years.second_plan import REPOSITORY
from truyenthong.errors import UsageError
from truyenthong.operations.figures import explain_figures, is_report
from truyenthong.workspace.layout import Workspace

YEAR = Workspace(root=REPOSITORY / "examples" / "2020-2021")
DAY = date(2021, 6, 1)


def told(asked: str | None = None, period: str | None = None, report: str = "ket-qua-nam") -> list[str]:
    return explain_figures(YEAR, report, asked, period, as_of=DAY).splitlines()


def listed(lines: list[str]) -> dict[str, int]:
    found = (re.match(r"(\S+) +([\d.]+)  \S", line) for line in lines)
    return {one[1]: int(one[2].replace(".", "")) for one in found if one is not None}


def test_what_the_lines_say_adds_up_to_the_figure() -> None:
    figures = listed(told())
    assert figures["theo_chu_de.so_tin_bai"] == sum(
        value for code, value in figures.items() if re.fullmatch(r"theo_chu_de\.ii-.*\.so_tin_bai", code)
    )
    for code in ("tiep_nhan", "tin_bai.website-nganh.da_dang", "theo_chu_de.ii-2-c.so_tin_bai"):
        lines = told(code)[3:]
        values = 0
        for line in lines:
            file, row, said = line.strip().split(":", 2)
            text = (YEAR.root / file).read_text(encoding="utf-8").splitlines()[int(row) - 1]
            value = said.rpartition(": ")[2]
            assert value in text, line
            assert "(số " in said, "a paper is known by number and day"
            values += int(value)
        assert values == figures[code]


def test_a_label_is_enough_and_tones_do_not_matter() -> None:
    assert told("so vu viec da xu ly xong") == told("da_xu_ly")
    with pytest.raises(UsageError, match="Có 17 số liệu tên như «đã đăng»") as error:
        told("đã đăng")
    assert "… và 5 số liệu nữa" in str(error.value)
    with pytest.raises(UsageError, match="không có số liệu «tiep_nhann»") as error:
        told("tiep_nhann")
    assert error.value.hint == "có phải «tiep_nhan»?"


def test_who_sent_nothing_has_no_file_and_registers_have_lines() -> None:
    assert all(line.endswith("(chưa có tệp nào)") for line in told("chua_gui")[3:])
    assert told("so.tin-bai")[3].startswith("  data/registers/tin-bai.yaml:")


def test_a_report_of_months_needs_its_month() -> None:
    assert listed(told("2020-11", report="tong-hop-thang")) == listed(told(None, "2020-11", "tong-hop-thang"))
    with pytest.raises(UsageError, match="có nhiều kỳ"):
        told(report="tong-hop-thang")
    with pytest.raises(UsageError, match="không gộp số liệu") as error:
        told(report="tien-do")
    assert error.value.hint == "thử: ket-qua-nam, tong-hop-thang, tong-hop-thang-ubnd, khen-thuong."


def test_a_unit_is_no_report() -> None:
    assert [is_report(YEAR, code) for code in ("ket-qua-nam", "pgd-than-uyen", "khong-co")] == [
        True,
        False,
        False,
    ]
