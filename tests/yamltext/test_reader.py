"""Typed pulls from a plain tree."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum

import pytest

from truyenthong.diagnostics.fields import TT112
from truyenthong.findings import Ref
from truyenthong.model.moments import Moment
from truyenthong.model.periods import SchoolYear, YearMonth
from truyenthong.yamltext.parse import Value, parse_yaml
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.scalars import Fault, parse_code
from truyenthong.yamltext.shapes import path_wording


class Channel(StrEnum):
    EMAIL = "thu-dien-tu"
    PAPER = "giay"


class Case:
    """A reader over YAML text and what it collects."""

    def __init__(self, text: str) -> None:
        self.collector = Collector()
        value: Value = parse_yaml(text.encode(), file="a.yaml").value
        self.reader = MappingReader(value, Ref(file="a.yaml"), self.collector)

    @property
    def said(self) -> list[tuple[str, str, str]]:
        """Code, path and message of every finding."""
        return [
            (found.code, ".".join(map(str, found.ref.path)), found.message)
            for found in self.collector.findings
        ]

    @property
    def hints(self) -> list[str | None]:
        return [found.hint for found in self.collector.findings]


def test_values_arrive_by_their_types() -> None:
    case = Case(
        "t: NO\nd: 31/5/2021\nm: 28/5/2021 9h\nh: 17:00\nmo: 11/2020\ny: 2020-2021\ni: 1.200\nn: 12,5\n"
        "b: có\nc: a-b\nf: a_b\no: giay\ne:\n"
    )
    reader = case.reader
    assert reader.text("t") == "NO"
    assert reader.date("d") == date(2021, 5, 31)
    assert reader.moment("m") == Moment(day=date(2021, 5, 28), hour=time(9))
    assert reader.time("h") == time(17)
    assert reader.month("mo") == YearMonth(year=2020, month=11)
    assert reader.school_year("y") == SchoolYear(first_year=2020)
    assert reader.integer("i", minimum=0, maximum=2000) == 1200
    assert reader.number("n", minimum=Decimal(0), maximum=Decimal(20)) == Decimal("12.5")
    assert reader.boolean("b") is True
    assert reader.code("c") == "a-b"
    assert reader.name("f") == "a_b"
    assert reader.one_of("o", Channel) is Channel.PAPER
    assert reader.one_of("o", {"giay": 7}) == 7
    assert reader.text("e") is None
    reader.no_others()
    assert case.said == []


def test_what_is_not_there_is_none_or_the_default() -> None:
    reader = Case("a:\n").reader
    assert reader.text("a") is None
    assert reader.text("a", default="x") == "x"
    assert reader.integer("b") is None
    assert reader.boolean("b") is None
    assert reader.boolean("a", default=False) is False
    assert reader.mapping("a") is None
    assert reader.items("a") == ()
    assert not reader.has("a")
    assert reader.keys() == ("a",)


def test_a_missing_key_says_where_it_belongs_and_shows_a_line() -> None:
    case = Case("lan_nop:\n- van_ban: {so: 1}\n")
    case.reader.text("don_vi", required=True, example="pgd-than-uyen")
    (receipt,) = case.reader.items("lan_nop")
    receipt.moment("nhan_luc", required=True)
    paper = receipt.mapping("van_ban")
    assert paper is not None
    paper.text("ky_hieu", required=True)
    assert case.said == [
        ("TT101", "don_vi", "thiếu khóa «don_vi» ở cấp ngoài cùng của tệp"),
        ("TT101", "lan_nop.0.nhan_luc", "thiếu khóa «nhan_luc» trong mục 1 của «lan_nop»"),
        (
            "TT101",
            "lan_nop.0.van_ban.ky_hieu",
            "thiếu khóa «ky_hieu» trong «van_ban» của mục 1 của «lan_nop»",
        ),
    ]
    assert case.hints == [
        "thêm dòng, ví dụ «don_vi: pgd-than-uyen»",
        "thêm dòng, ví dụ «nhan_luc: 28/5/2021 09:15»",
        "thêm dòng «ky_hieu: …»",
    ]


def test_a_required_key_that_is_empty_is_another_finding() -> None:
    case = Case("ngay: ~\n")
    assert case.reader.date("ngay", required=True) is None
    assert case.said == [("TT102", "ngay", "khóa bắt buộc «ngay» để trống")]
    assert case.hints == ["điền vào, ví dụ «ngay: 31/5/2021»"]


def test_a_faulty_value_is_one_finding_and_none() -> None:
    case = Case("ngay: 31/4/2021\nso: -1\nm: x\nkenh: email\n")
    assert case.reader.date("ngay", required=True) is None
    assert case.reader.date("ngay", required=True) is None
    assert case.reader.number("so", minimum=Decimal(0)) is None
    assert case.reader.number("m") is None
    assert case.reader.one_of("kenh", Channel, required=True) is None
    assert [code for code, _, _ in case.said] == ["TT103", "TT110", "TT108", "TT112"]
    assert case.reader.is_faulty("ngay")
    assert not case.reader.is_faulty("nga")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a: [1]", "chỗ này cần một giá trị, nhưng đây là danh sách", "ghi một giá trị"),
        ("a: {b: 1}", "chỗ này cần một giá trị, nhưng đây là nhóm khóa", "ghi một giá trị"),
    ],
)
def test_a_shape_where_text_should_be(text: str, message: str, hint: str) -> None:
    case = Case(text)
    assert case.reader.text("a") is None
    assert case.said == [("TT107", "a", message)]
    assert str(case.hints[0]).startswith(hint)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "a: x",
            "«a» cần một danh sách, nhưng đây là chữ «x»",
            "viết xuống dòng sau dấu «- », dù chỉ có một mục: «- x»",
        ),
        (
            "a: {b: 1}",
            "«a» cần một danh sách, nhưng đây là một nhóm khóa",
            "đặt dấu «- » trước khóa đầu của nhóm và thụt các khóa sau cho thẳng, dù chỉ có một mục",
        ),
        (
            f"a: {'x' * 100}",
            f"«a» cần một danh sách, nhưng đây là chữ «{'x' * 59}…»",
            f"viết xuống dòng sau dấu «- », dù chỉ có một mục: «- {'x' * 59}…»",
        ),
    ],
)
def test_another_shape_where_a_list_should_be(text: str, message: str, hint: str) -> None:
    case = Case(text)
    assert case.reader.items("a") == ()
    assert case.said == [("TT107", "a", message)]
    assert case.hints == [hint]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "a: [1]",
            "chỗ này là danh sách, nhưng cần một nhóm khóa",
            "viết mỗi khóa một dòng, thụt vào sâu hơn: «khóa: giá trị»",
        ),
        (
            "a: x",
            "chỗ này là chữ «x», nhưng cần một nhóm khóa",
            "viết mỗi khóa một dòng, thụt vào sâu hơn: «khóa: giá trị»",
        ),
        (
            "a:\n  so:45",
            "chỗ này là chữ «so:45», nhưng cần một nhóm khóa",
            "thiếu dấu cách sau dấu hai chấm: viết «so: 45»",
        ),
    ],
)
def test_another_shape_where_keys_should_be_is_told_once(text: str, message: str, hint: str) -> None:
    case = Case(text)
    below = case.reader.mapping("a", required=True)
    assert below is not None
    assert not below.usable
    assert below.text("b", required=True) is None
    below.no_others()
    assert case.said == [("TT107", "a", message)]
    assert case.hints == [hint]


def test_a_file_that_is_no_mapping() -> None:
    case = Case("")
    assert not case.reader.usable
    assert case.said == [("TT107", "", "chỗ này để trống, nhưng cần một nhóm khóa")]


def test_entries_of_lists() -> None:
    case = Case("a: [x, [y], ~, {b: 1}, z]\n")
    assert case.reader.texts("a") == ("x", "z")
    assert case.said == [
        ("TT102", "a.2", "mục 3 của «a» để trống"),
        ("TT107", "a.1", "chỗ này cần một giá trị, nhưng đây là danh sách"),
        ("TT107", "a.3", "chỗ này cần một giá trị, nhưng đây là nhóm khóa"),
    ]


def test_lists_of_codes() -> None:
    case = Case("a: [x-y, X Y]\n")
    assert case.reader.parsed_list("a", parse_code) == ("x-y",)
    assert [(code, path) for code, path, _ in case.said] == [("TT113", "a.1")]


def test_lists_of_mappings_leave_out_other_shapes() -> None:
    case = Case("a:\n- {b: 1}\n- x\n-\n")
    assert [reader.text("b") for reader in case.reader.items("a")] == ["1"]
    assert [(code, path) for code, path, _ in case.said] == [("TT102", "a.2"), ("TT107", "a.1")]


def test_lists_that_mix_texts_and_mappings() -> None:
    case = Case("a:\n- x\n- {b: 1}\n- [c]\n")
    text, reader = case.reader.mixed("a")
    assert text == "x"
    assert isinstance(reader, MappingReader)
    assert reader.ref.path == ("a", 1)
    assert [(code, path) for code, path, _ in case.said] == [("TT107", "a.2")]


def test_a_required_list_or_mapping_that_is_missing() -> None:
    case = Case("b: 1\n")
    assert case.reader.values("a", required=True) == ()
    assert case.reader.mapping("c", required=True) is None
    assert [(code, path) for code, path, _ in case.said] == [("TT101", "a"), ("TT101", "c")]


def test_a_required_list_or_text_with_nothing_in_it() -> None:
    case = Case("a: []\nb: '  '\nc: ''\n")
    assert case.reader.items("a", required=True) == ()
    assert case.reader.text("b", required=True) is None
    assert case.reader.text("c", required=True, example="x") is None
    assert case.said == [
        ("TT102", "a", "khóa bắt buộc «a» để trống"),
        ("TT102", "b", "khóa bắt buộc «b» để trống"),
        ("TT102", "c", "khóa bắt buộc «c» để trống"),
    ]
    assert case.hints == [
        "điền vào, ví dụ «a: …»",
        "điền vào, ví dụ «b: …»",
        "điền vào, ví dụ «c: x»",
    ]


def test_what_is_not_required_may_be_empty() -> None:
    case = Case("a: []\nb: ''\n")
    assert (case.reader.items("a"), case.reader.text("b"), case.said) == ((), "", [])


def test_unknown_keys_name_the_nearest_known_one() -> None:
    case = Case("don_vi: a\nnhiemvu: b\nky:2020: c\nxyz: d\nghi_chu: e\n")
    for key in ("don_vi", "nhiem_vu", "ky"):
        case.reader.text(key)
    case.reader.no_others("ghi_chu")
    assert case.said == [
        ("TT106", "nhiemvu", "khóa «nhiemvu» không có ở đây"),
        ("TT106", "ky:2020", "khóa «ky:2020» không có ở đây"),
        ("TT106", "xyz", "khóa «xyz» không có ở đây"),
    ]
    assert case.hints == [
        "có phải «nhiem_vu»?",
        "thiếu dấu cách sau dấu hai chấm: viết «ky: 2020»",
        "các khóa nhận ở đây: don_vi, ghi_chu, ky, nhiem_vu",
    ]
    assert {found.ref.at for found in case.collector.findings} == {"key"}


def test_callers_add_findings_of_their_own() -> None:
    case = Case("a: 1\n")
    case.reader.report(TT112, "a", "một")
    case.reader.report(TT112, "a", "bị nuốt: chỗ này đã có lỗi")
    case.reader.report(TT112, None, "hai", hint="ba")
    case.reader.report(TT112, None, "bốn")
    assert [message for _, _, message in case.said] == ["một", "hai", "bốn"]


def test_several_faults_of_one_value_are_all_told() -> None:
    case = Case("a: x\n")
    faults = [Fault(kind=TT112, message=message, hint=None) for message in ("một", "hai")]
    case.reader.report_each("a", faults)
    assert [(path, message) for _, path, message in case.said] == [("a", "một"), ("a", "hai")]
    assert case.reader.is_faulty("a")


def test_a_long_unknown_key_is_shown_in_part() -> None:
    case = Case(f"{'k' * 100}: 1\n")
    case.reader.no_others()
    assert case.said[0][2] == f"khóa «{'k' * 59}…» không có ở đây"


def test_paths_in_words() -> None:
    assert path_wording(()) == "ở cấp ngoài cùng của tệp"
    assert path_wording(("lan_nop", 0, "van_ban")) == "trong «van_ban» của mục 1 của «lan_nop»"
