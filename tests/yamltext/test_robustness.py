"""Broken files: nothing raises, nothing is lost in silence, and every machine says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from yaml import nodes

from support.yaml.decoding import good_plan, roster_of
from support.yaml.mutations import mutated, stretches
from truyenthong.documents.calendar import decode_calendar, decode_settings
from truyenthong.documents.plan import decode_plan
from truyenthong.documents.submissions import decode_submission, encode_submission
from truyenthong.documents.units import decode_roster
from truyenthong.findings import FieldPath, Severity
from truyenthong.model.submissions import Submission
from truyenthong.text import nfc
from truyenthong.yamltext.engines import compose, libyaml_engine, pure_engine
from truyenthong.yamltext.parse import Parsed, Value, parse_yaml
from truyenthong.yamltext.places import PlaceFinder

DATA = Path(__file__).parents[2] / "data"
PLAN_BYTES, UNITS_BYTES, CALENDAR_BYTES = (
    (DATA / f"{name}.yaml").read_bytes() for name in ("plan", "units", "calendar")
)
PLAN = good_plan("""\
nhiem_vu:
  - {ma: thang, ten: Tháng, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: thang, bieu_mau: mau}
bieu_mau:
  - ma: mau
    ten: Mẫu
    truong:
      - {ma: chu, nhan: Chữ, kieu: van-ban}
      - {ma: so, nhan: Số, kieu: so}
      - {ma: kenh, nhan: Kênh, kieu: chon, chon_tu: [web, báo]}
      - ma: bang
        nhan: Bảng
        kieu: bang
        cot: [{ma: ten, nhan: Tên, kieu: van-ban}, {ma: ngay, nhan: Ngày, kieu: ngay}]
""")
FORM = PLAN.forms[0]
ROSTER = roster_of()
SUBMISSION = """\
don_vi: a   # mã đơn vị
nhiem_vu: thang
ky: 2020-11
gia_han:
  - {ngay: 20/5/2021, den: 5/6/2021, van_ban: {so: 120, ky_hieu: SGDĐT-VP}, ly_do: Mưa lũ chia cắt}
lan_nop:
  - nhan_luc: 28/5/2021 09:15
    kenh: thu-dien-tu
    van_ban: {so: 45, ky_hieu: "BC-PGDĐT", ngay: 27/5/2021}
    tep: [{ten: 'bao-cao 45.docx', sha256: }]
    noi_dung:
      chu: >-
        Đã ban hành
        kế hoạch
      so: 1.200
      kenh: báo
      bang:
        - {ten: Bài 1, ngay: 1/1/2021}
        - ten: Bài 2
          ngay: 2/1/2021
    xu_ly: {ket_qua: tra-lai, ngay: 29/5/2021, boi: Văn phòng Sở, ly_do: Thiếu}
  - nhan_luc: 30/5/2021
    khong_phat_sinh: có
""".encode()
FILES = st.one_of(
    st.just(SUBMISSION),
    st.just(CALENDAR_BYTES),
    stretches(PLAN_BYTES, 40),
    stretches(UNITS_BYTES, 40),
).flatmap(mutated)
COMMENT_ON_A_SIGN = re.compile(rb"[|>][-+0-9]*#")
"""The one known difference of the engines: a comment that touches the sign of a block of text."""

modest = settings(deadline=None, max_examples=100)


def is_clean(parsed: Parsed) -> bool:
    return parsed.ok and not any(one.severity is Severity.ERROR for one in parsed.findings)


def decode_all(value: Value) -> Submission | None:
    """Reads a tree as every kind of file there is."""
    decode_plan(value, file="a")
    decode_roster(value, file="a")
    decode_calendar(value, file="a")
    decode_settings(value, file="a")
    submission, findings = decode_submission(value, file="a", plan=PLAN, roster=ROSTER)
    return submission if not findings else None


@modest
@given(FILES)
def test_broken_files_raise_nothing_and_are_shown(data: bytes) -> None:
    parsed = parse_yaml(data, file="a")
    assert parsed.ok or (parsed.value is None and parsed.findings)
    decode_all(parsed.value)
    finder = PlaceFinder(data)
    for finding in parsed.findings:
        span = finder.place(finding.ref)
        assert finder.excerpt(span) is not None or not data.strip(b"\xef\xbb\xbf")


@modest
@given(FILES)
def test_both_engines_say_the_same_of_broken_files(data: bytes) -> None:
    assume(COMMENT_ON_A_SIGN.search(data) is None)
    fast, slow = (parse_yaml(data, file="a", engine=engine) for engine in (libyaml_engine, pure_engine))
    assert fast == slow


@settings(deadline=None, max_examples=15)
@given(mutated(PLAN_BYTES))
def test_a_broken_plan_raises_nothing(data: bytes) -> None:
    parsed = parse_yaml(data, file="a")
    plan, findings = decode_plan(parsed.value, file="a")
    assert plan is not None or parsed.findings or findings


def plain(node: nodes.Node | None) -> Value:
    """A tree by PyYAML's own composer."""
    match node:
        case None:
            return None
        case nodes.ScalarNode():
            return None if node.value in {"", "~", "null"} and not node.style else nfc(node.value)
        case nodes.SequenceNode():
            return [plain(entry) for entry in node.value]
        case nodes.MappingNode():
            return {nfc(key.value): plain(value) for key, value in node.value}
        case _:
            raise AssertionError(node)


@modest
@given(FILES)
def test_a_file_without_a_finding_holds_all_that_was_typed(data: bytes) -> None:
    parsed = parse_yaml(data, file="a")
    if is_clean(parsed):
        assert plain(compose(data.decode().removeprefix("\ufeff"))) == parsed.value


def filled(value: Value, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths of all values that say something."""
    match value:
        case None:
            return
        case str():
            if path[-1] != "khong_phat_sinh" or value.casefold() not in {"không", "false"}:
                yield path
        case list():
            for index, entry in enumerate(value):
                yield from filled(entry, (*path, index))
        case dict():
            for key, below in value.items():
                yield from filled(below, (*path, key))


WORDS = st.sampled_from(
    ("x", "1", "-1,5", "2.000", "NO", "''", '"a: b"', "'#1'", "~", "[]", "{}", "có", "3/3/2021")
)


@st.composite
def retyped(draw: st.DrawFn) -> bytes:
    """The submission with other values on some lines: most of these files can still be read."""
    rows = SUBMISSION.decode().splitlines()
    for _ in range(draw(st.integers(1, 4))):
        row = draw(st.integers(3, len(rows) - 1))
        key, colon, _ = rows[row].partition(": ")
        if colon:
            rows[row] = f"{key}: {draw(WORDS)}"
    return "\n".join(rows).encode()


@settings(deadline=None, max_examples=100)
@given(st.one_of(retyped(), mutated(SUBMISSION)))
def test_a_submission_without_a_finding_lost_nothing(data: bytes) -> None:
    parsed = parse_yaml(data, file="a")
    submission = decode_all(parsed.value) if is_clean(parsed) else None
    if submission is None or submission.obligation != "thang":
        return
    again = parse_yaml(encode_submission(submission, FORM).encode(), file="a")
    assert again.findings == ()
    assert decode_all(again.value) == submission
    assert set(filled(again.value)) == set(filled(parsed.value))
