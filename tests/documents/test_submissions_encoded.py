"""What is written of a submission is read again, whatever its texts hold."""

from __future__ import annotations

import unicodedata
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.yaml.decoding import good_plan, roster_of, submission_of
from truyenthong.documents.submissions import encode_submission
from truyenthong.model.forms import Content, Field, FieldType, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import (
    Channel,
    Decision,
    DecisionKind,
    Extension,
    Mail,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
)

PLAN = good_plan("""\
chu_de:
  - {ma: ii-1, ten: Nội dung trọng tâm, dieu_khoan: II.1}
hoc_ky:
  - {ma: hk1, ten: Học kỳ I, tu: 1/9/2020, den: 15/1/2021}
nhiem_vu:
  - {ma: nam, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: nam-hoc, bieu_mau: mau}
  - {ma: thang, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: thang, bieu_mau: mau}
  - {ma: quy, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: quy, bieu_mau: mau}
  - {ma: hoc-ky, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: hoc-ky, bieu_mau: mau}
  - {ma: le, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}}
bieu_mau:
  - ma: mau
    ten: Mẫu đủ kiểu
    truong:
      - {ma: chu, nhan: Chữ, kieu: van-ban}
      - {ma: so_nguyen, nhan: Số nguyên, kieu: so-nguyen}
      - {ma: so_le, nhan: Số lẻ, kieu: so}
      - {ma: ngay, nhan: Ngày, kieu: ngay}
      - {ma: luc, nhan: Lúc, kieu: ngay-gio}
      - {ma: dung_sai, nhan: Đúng sai, kieu: dung-sai}
      - {ma: kenh, nhan: Kênh, kieu: chon, chon_tu: ["NO", {ma: "null", nhan: Không}, "- x: #"]}
      - {ma: chu_de, nhan: Chủ đề, kieu: chon, chon_tu: chu-de}
      - {ma: don_vi, nhan: Đơn vị, kieu: chon, chon_tu: don-vi}
      - ma: bang
        nhan: Bảng
        kieu: bang
        cot:
          - {ma: ten, nhan: Tên, kieu: van-ban}
          - {ma: so, nhan: Số, kieu: so}
          - {ma: xong, nhan: Xong, kieu: dung-sai}
          - {ma: ngay, nhan: Ngày, kieu: ngay}
""")
FORM = PLAN.forms[0]
ROSTER = roster_of()

AWKWARD = (
    "",
    " ",
    " đầu",
    "cuối ",
    "NO",
    "~",
    "null",
    "true",
    "012",
    "- a",
    "? a",
    "a: b",
    "a:",
    "a #2",
    "#",
    "'",
    '"x"',
    "\\",
    "C:\\VanThu",
    "a\nb\n",
    "\n",
    "\t",
    "|",
    ">-",
    "*a*",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "[a",
    "{a}",
    "a, b]",
    "---",
    "...",
    "<<",
    "=",
    "a\x85b",
    "a\u2028b",
    "a\u00a0b",
    "a\u200bb",
    "Đã gửi 😀",
    "a\r\nb",
)
TEXTS = st.sampled_from(AWKWARD) | st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff"), max_size=12
).map(lambda text: unicodedata.normalize("NFC", text))
NAMES = TEXTS.filter(str.strip)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
OPTIONAL_TEXTS = st.none() | TEXTS
SCALARS: dict[FieldType, st.SearchStrategy[Scalar]] = {
    FieldType.TEXT: TEXTS,
    FieldType.INTEGER: st.integers(-(10**15) + 1, 10**15 - 1),
    FieldType.NUMBER: st.decimals(-(10**9), 10**9, places=3) | st.decimals(-(10**6), 10**6, places=6),
    FieldType.DATE: DAYS,
    FieldType.MOMENT: st.builds(Moment, day=DAYS, hour=st.none() | HOURS),
    FieldType.BOOLEAN: st.booleans(),
}
CHOICES = {"kenh": ("NO", "null", "- x: #"), "chu_de": ("ii-1",), "don_vi": ("a",)}


def values_of(field: Field) -> st.SearchStrategy[Scalar]:
    if field.type is FieldType.CHOICE:
        return st.none() | st.sampled_from(CHOICES[field.code])
    return st.none() | SCALARS[field.type]


def rows_of(field: Field) -> st.SearchStrategy[tuple[dict[str, Scalar], ...] | None]:
    row = st.fixed_dictionaries({one.code: values_of(one) for one in field.columns})
    return st.none() | st.lists(row, max_size=3).map(tuple)


CONTENTS: st.SearchStrategy[Content] = st.fixed_dictionaries(
    {one.code: rows_of(one) if one.type is FieldType.TABLE else values_of(one) for one in FORM.fields}
)
PAPERS = st.none() | st.builds(
    PaperNumber,
    number=st.none() | st.from_regex(r"0?[1-9][0-9]{0,4}", fullmatch=True),
    symbol=OPTIONAL_TEXTS,
    day=st.none() | DAYS,
)
RECEIPTS = st.builds(
    Receipt,
    index=st.just(0),
    received=st.builds(Moment, day=DAYS, hour=st.none() | HOURS),
    channel=st.none() | st.sampled_from(Channel),
    paper=PAPERS,
    files=st.lists(
        st.builds(SentFile, name=NAMES, sha256=st.none() | st.just("0123456789abcdef" * 4)), max_size=2
    ).map(tuple),
    nil=st.booleans(),
    content=st.none() | CONTENTS,
    decision=st.none()
    | st.builds(
        Decision, kind=st.sampled_from(DecisionKind), day=DAYS, by=OPTIONAL_TEXTS, reason=OPTIONAL_TEXTS
    ),
    mail=st.none()
    | st.builds(
        Mail,
        code=OPTIONAL_TEXTS,
        sender=OPTIONAL_TEXTS,
        sent=st.none() | st.builds(Moment, day=DAYS, hour=st.none() | HOURS),
    ),
)
EXTENSIONS = st.builds(Extension, granted=DAYS, until=DAYS, paper=PAPERS, reason=OPTIONAL_TEXTS)
SLOTS = st.sampled_from(
    [("nam", "2020-2021"), ("thang", "2020-11"), ("quy", "2021-q1"), ("hoc-ky", "hk1"), ("nam", None)]
)


@st.composite
def submissions(draw: st.DrawFn) -> Submission:
    duty, period = draw(SLOTS)
    receipts = draw(st.lists(RECEIPTS, max_size=2))
    return Submission(
        file="a.yaml",
        unit=draw(NAMES),
        obligation=duty,
        period=period,
        receipts=tuple(
            Receipt(
                index=index,
                received=one.received,
                channel=one.channel,
                paper=one.paper,
                files=one.files,
                nil=one.nil,
                content=one.content,
                decision=one.decision,
                mail=one.mail,
            )
            for index, one in enumerate(receipts)
        ),
        extensions=tuple(draw(st.lists(EXTENSIONS, max_size=2))),
    )


@settings(deadline=None, max_examples=100)
@given(submissions())
def test_what_is_written_is_read_again(submission: Submission) -> None:
    assert submission_of(encode_submission(submission, FORM), PLAN, ROSTER) == (submission, [])


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back(text: str) -> None:
    receipt = Receipt(
        index=0,
        received=Moment(day=date(2021, 5, 28)),
        paper=PaperNumber(symbol=text),
        decision=Decision(kind=DecisionKind.RETURNED, day=date(2021, 5, 29), by=text, reason=text),
    )
    submission = Submission(file="a.yaml", unit="a", obligation="le", period=None, receipts=(receipt,))
    assert submission_of(encode_submission(submission, None), PLAN, ROSTER) == (submission, [])


def test_a_file_looks_as_a_careful_person_types_it() -> None:
    content: Content = {
        "so_le": Decimal("1.125"),
        "so_nguyen": -1200,
        "dung_sai": False,
        "ngay": date(2021, 3, 9),
        "luc": Moment(day=date(2021, 3, 10), hour=time(21, 5)),
        "bang": ({"ten": "Đăng bài: lần 1", "so": Decimal("12.50"), "xong": True}, {}),
    }
    submission = Submission(
        file="a.yaml",
        unit="pgd-than-uyen",
        obligation="nam",
        period="2020-2021",
        extensions=(
            Extension(
                granted=date(2021, 5, 20),
                until=date(2021, 6, 5),
                paper=PaperNumber(number="120", symbol="SGDĐT-VP"),
                reason="Mưa lũ chia cắt",
            ),
        ),
        receipts=(
            Receipt(
                index=0,
                received=Moment(day=date(2021, 5, 28), hour=time(9, 15)),
                channel=Channel.EMAIL,
                paper=PaperNumber(number="45", symbol="BC-PGDĐT", day=date(2021, 5, 27)),
                files=(SentFile(name="bao-cao-45.docx"),),
                nil=True,
                content=content,
                decision=Decision(
                    kind=DecisionKind.RETURNED,
                    day=date(2021, 5, 29),
                    by="Văn phòng Sở",
                    reason="Thiếu phụ lục #2",
                ),
            ),
        ),
    )
    assert (
        encode_submission(submission, FORM)
        == """\
don_vi: pgd-than-uyen
nhiem_vu: nam
ky: 2020-2021
gia_han:
  - ngay: 20/5/2021
    den: 05/6/2021
    van_ban:
      so: 120
      ky_hieu: SGDĐT-VP
    ly_do: Mưa lũ chia cắt
lan_nop:
  - nhan_luc: 28/5/2021 09:15
    kenh: thu-dien-tu
    van_ban:
      so: 45
      ky_hieu: BC-PGDĐT
      ngay: 27/5/2021
    tep:
      - ten: bao-cao-45.docx
    khong_phat_sinh: true
    noi_dung:
      chu:
      so_nguyen: -1.200
      so_le: 1,1250
      ngay: 09/3/2021
      luc: 10/3/2021 21:05
      dung_sai: không
      kenh:
      chu_de:
      don_vi:
      bang:
        - ten: "Đăng bài: lần 1"
          so: 12,5
          xong: có
          ngay:
        - ten:
          so:
          xong:
          ngay:
    xu_ly:
      ket_qua: tra-lai
      ngay: 29/5/2021
      boi: Văn phòng Sở
      ly_do: "Thiếu phụ lục #2"
"""
    )


def test_values_beyond_the_form_are_kept() -> None:
    content: Content = {"la": "x", "bang_la": ({"a": 1},)}
    receipt = Receipt(index=0, received=Moment(day=date(2021, 5, 28)), content=content)
    submission = Submission(file="a.yaml", unit="a", obligation="le", period=None, receipts=(receipt,))
    expected = "don_vi: a\nnhiem_vu: le\nlan_nop:\n  - nhan_luc: 28/5/2021\n    noi_dung:\n"
    assert encode_submission(submission, None) == (f"{expected}      la: x\n      bang_la:\n        - a: 1\n")
    assert "      dung_sai:\n" in encode_submission(submission, FORM)
    assert encode_submission(submission, FORM).endswith("      la: x\n      bang_la:\n        - a: 1\n")


def test_receipts_that_could_not_be_read_are_never_written_away() -> None:
    submission = Submission(file="a.yaml", unit="a", obligation="le", period=None, unreadable_receipts=(0,))
    with pytest.raises(ValueError, match=r"a\.yaml holds receipts that could not be read"):
        encode_submission(submission, None)
