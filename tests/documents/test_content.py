"""The values of a form, read by its declaration."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from support.yaml.decoding import good_plan, roster_of, submission_of, tree
from truyenthong.documents.submissions import decode_submission
from truyenthong.model.expressions import evaluate
from truyenthong.model.forms import Content, Scalar
from truyenthong.model.moments import Moment

PLAN = good_plan("""\
chu_de:
  - {ma: ii-1, ten: Nội dung trọng tâm, dieu_khoan: II.1}
nhiem_vu:
  - {ma: viec, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, bieu_mau: mau}
  - {ma: khong-mau, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}}
  - {ma: mau-la, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, bieu_mau: la}
  - {ma: bat-buoc, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, bieu_mau: phai-dien}
bieu_mau:
  - ma: mau
    ten: Mẫu
    truong:
      - {ma: chu, nhan: Chữ, kieu: van-ban, dai_nhat: 10}
      - {ma: nguyen, nhan: Số nguyên, kieu: so-nguyen, nho_nhat: 0, lon_nhat: 1.200}
      - {ma: le, nhan: Số lẻ, kieu: so, nho_nhat: -1, lon_nhat: "99,5"}
      - {ma: ngay, nhan: Ngày, kieu: ngay, som_nhat: 1/9/2020, muon_nhat: 31/8/2021}
      - {ma: luc, nhan: Lúc, kieu: ngay-gio, som_nhat: 1/9/2020, muon_nhat: 31/8/2021}
      - {ma: co, nhan: Có không, kieu: dung-sai}
      - ma: kenh
        nhan: Kênh
        kieu: chon
        chon_tu:
          - {ma: web, nhan: Website}
          - {ma: fb, nhan: Mạng xã hội}
          - {ma: zalo, nhan: Mạng xã hội}
          - Website
      - {ma: chu_de, nhan: Chủ đề, kieu: chon, chon_tu: chu-de}
      - {ma: don_vi, nhan: Đơn vị, kieu: chon, chon_tu: don-vi}
      - ma: bang
        nhan: Bảng
        kieu: bang
        it_nhat: 1
        nhieu_nhat: 2
        cot: [{ma: ten, nhan: Tên, kieu: van-ban, bat_buoc: có}, {ma: so, nhan: Số, kieu: so-nguyen}]
    kiem_tra:
      - {bieu_thuc: "nguyen <= le", cau: Sai.}
      - {bieu_thuc: "nguyen == sum(bang.so)", cau: Sai.}
  - ma: phai-dien
    ten: Phải điền
    truong:
      - {ma: chu, nhan: Chữ, kieu: van-ban, bat_buoc: có}
      - {ma: so, nhan: Số, kieu: so, bat_buoc: có, don_vi_tinh: bài, huong_dan: Không có thì ghi 0.}
      - {ma: bang, nhan: Bảng, kieu: bang, bat_buoc: có, cot: [{ma: so, nhan: Số, kieu: so}]}
""")
EMPTY: Content = dict.fromkeys(
    ("chu", "nguyen", "le", "ngay", "luc", "co", "kenh", "chu_de", "don_vi", "bang")
)


def read(content: str, *, duty: str = "viec") -> tuple[Content | None, list[str]]:
    """The content of a receipt, and what was said about it, without the way down to ``noi_dung``."""
    body = "\n      ".join(content.splitlines())
    text = f"don_vi: a\nnhiem_vu: {duty}\nlan_nop:\n  - nhan_luc: 1/2/2021\n    noi_dung:\n      {body}\n"
    submission, findings = submission_of(text, PLAN)
    assert submission is not None
    return submission.receipts[0].content, [one.replace("lan_nop.0.noi_dung.", "") for one in findings]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("chu", "0123456789", "0123456789"),
        ("chu", "NO", "NO"),
        ("chu", '""', ""),
        ("nguyen", "0", 0),
        ("nguyen", "1.200", 1200),
        ("nguyen", "012", 12),
        ("nguyen", "'3,0'", 3),
        ("le", "-1", Decimal(-1)),
        ("le", "99,5", Decimal("99.5")),
        ("le", "0,125", Decimal("0.125")),
        ("le", "1,1250", Decimal("1.125")),
        ("ngay", "1/9/2020", date(2020, 9, 1)),
        ("ngay", "2021-08-31", date(2021, 8, 31)),
        ("luc", "28/5/2021 9h15", Moment(day=date(2021, 5, 28), hour=time(9, 15))),
        ("luc", "28/5/2021", Moment(day=date(2021, 5, 28))),
        ("co", "CÓ", True),
        ("co", "false", False),
        ("kenh", "web", "web"),
        ("kenh", "Website", "Website"),
        ("chu_de", "ii-1", "ii-1"),
        ("chu_de", "Nội dung trọng tâm", "ii-1"),
        ("chu_de", "NỘI DUNG  trọng tâm", "ii-1"),
        ("don_vi", "trường a", "a"),
        ("don_vi", "a", "a"),
        ("don_vi", "Trường A", "a"),
        ("chu", "~", None),
        ("nguyen", "", None),
    ],
)
def test_values_arrive_by_their_types(field: str, typed: str, value: Scalar) -> None:
    content, findings = read(f"{field}: {typed}")
    assert findings == []
    assert content == {**EMPTY, field: value}
    assert type(content[field]) is type(value)


@pytest.mark.parametrize(
    ("typed", "finding"),
    [
        ("chu: 0123456789a", "TT133 chu: «Chữ» dài 11 ký tự, nhận nhiều nhất 10"),
        ("chu: [x]", "TT107 chu: chỗ này cần một giá trị, nhưng đây là danh sách"),
        ("nguyen: -1", "TT133 nguyen: số -1 nhỏ hơn mức cho phép"),
        ("nguyen: 1.201", "TT133 nguyen: số 1.201 lớn hơn mức cho phép"),
        ("nguyen: '12,5'", "TT108 nguyen: «12,5» không phải số nguyên"),
        ("nguyen: '1,200'", "TT109 nguyen: «1,200» có thể hiểu hai cách"),
        ("nguyen: 1.5", "TT109 nguyen: «1.5» có thể hiểu hai cách"),
        ("nguyen: '0123456789012345'", "TT110 nguyen: số 0123456789012345 có hơn 15 chữ số, có lẽ gõ nhầm"),
        ("nguyen: khoảng 20", "TT108 nguyen: «khoảng 20» không phải số"),
        ("nguyen: " + "chữ " * 30, "TT108 nguyen: «" + "chữ " * 14 + "chữ…» không phải số"),
        ("le: '-1,1'", "TT133 le: số -1,1 nhỏ hơn mức cho phép"),
        ("le: '99,51'", "TT133 le: số 99,51 lớn hơn mức cho phép"),
        ("ngay: 31/8/2020", "TT133 ngay: ngày 31/8/2020 sớm hơn ngày 01/9/2020"),
        ("ngay: 1/9/2021", "TT133 ngay: ngày 01/9/2021 muộn hơn ngày 31/8/2021"),
        ("ngay: 31/4/2021", "TT103 ngay: ngày 31/4/2021 không có trong lịch"),
        ("luc: 31/8/2020 23:00", "TT133 luc: ngày 31/8/2020 sớm hơn ngày 01/9/2020"),
        ("luc: 1/9/2020 25h", "TT116 luc: «25h» sau ngày không phải giờ viết đúng cách"),
        ("co: x", "TT111 co: «x» không phải có hay không"),
        ("kenh: email", "TT112 kenh: «email» không có trong danh sách"),
        ("kenh: Mạng xã hội", "TT112 kenh: có 2 lựa chọn cùng tên «Mạng xã hội»"),
        ("chu_de: II-1", "TT112 chu_de: «II-1» không có trong danh sách"),
        ("don_vi: Trường B", "TT112 don_vi: «Trường B» không có trong danh sách"),
        ("bang: []", "TT133 bang: bảng «Bảng» có 0 dòng, cần ít nhất 1"),
        ("bang: x", "TT107 bang: «bang» cần một danh sách, nhưng đây là chữ «x»"),
        ("bang: [x, {ten: b}]", "TT107 bang.0: chỗ này là chữ «x», nhưng cần một nhóm khóa"),
        ("bang: [{ten: a}, ~]", "TT102 bang.1: mục 2 của «bang» để trống"),
        ("chữ: x", "TT106 chữ: khóa «chữ» không có ở đây"),
    ],
)
def test_a_value_that_cannot_stand_is_told_and_empty(typed: str, finding: str) -> None:
    content, findings = read(typed)
    assert findings == [finding]
    expected: Content = {**EMPTY, "bang": ()} if typed == "bang: []" else EMPTY
    assert content == expected


def test_rows_are_read_cell_by_cell() -> None:
    content, findings = read("bang:\n- {ten: a, so: 1.000}\n- {ten: b}")
    assert findings == []
    assert content == {**EMPTY, "bang": ({"ten": "a", "so": 1000}, {"ten": "b", "so": None})}


def test_faults_in_cells_have_their_places() -> None:
    content, findings = read("bang:\n- {so: x}\n- {ten: ' ', so: 1, la: 2}\n- {ten: c}")
    assert findings == [
        "TT134 bang.0.ten: chưa có «Tên», mã ten",
        "TT108 bang.0.so: «x» không phải số",
        "TT134 bang.1.ten: chưa có «Tên», mã ten",
        "TT106 bang.1.la: khóa «la» không có ở đây",
        "TT133 bang: bảng «Bảng» có 3 dòng, nhận nhiều nhất 2",
    ]
    assert content is not None
    assert content["bang"] == (
        {"ten": None, "so": None},
        {"ten": None, "so": 1},
        {"ten": "c", "so": None},
    )


@pytest.mark.parametrize("typed", ["{}", "chu:\nso: ~\nbang:", "chu: ''\nso: ' '"])
def test_what_is_required_is_missing_when_empty(typed: str) -> None:
    content, findings = read(typed, duty="bat-buoc")
    assert content == {"chu": None, "so": None, "bang": None}
    assert findings == [
        "TT134 chu: chưa có «Chữ», mã chu",
        "TT134 so: chưa có «Số» (bài), mã so",
        "TT134 bang: chưa có «Bảng», mã bang",
    ]


def test_hints_say_what_to_write() -> None:
    def hints(duty: str, content: str) -> list[str | None]:
        text = f"don_vi: a\nnhiem_vu: {duty}\nlan_nop: [{{nhan_luc: 1/2/2021, noi_dung: {content}}}]\n"
        _, findings = decode_submission(tree(text), file="a.yaml", plan=PLAN, roster=roster_of())
        return [one.hint for one in findings]

    assert hints("bat-buoc", "{}") == [
        "thêm dòng «chu: …»",
        "Không có thì ghi 0.",
        "thêm dòng «bang: …»",
    ]
    assert hints("viec", "{nguyen: -1, kenh: Mạng xã hội, bang: []}") == [
        "số nhỏ nhất nhận ở đây là 0",
        "chọn một trong: «Mạng xã hội (fb)»; «Mạng xã hội (zalo)», hoặc ghi mã trong ngoặc",
        "thêm mỗi mục một dòng bắt đầu bằng dấu «- »",
    ]


def test_zero_is_there_and_an_empty_table_is_too() -> None:
    assert read("chu: x\nso: 0\nbang: []", duty="bat-buoc") == (
        {"chu": "x", "so": Decimal(0), "bang": ()},
        [],
    )


def test_content_of_another_shape_is_told_and_empty() -> None:
    content, findings = read("nguyen:12")
    assert content == {}
    assert findings == ["TT107 lan_nop.0.noi_dung: chỗ này là chữ «nguyen:12», nhưng cần một nhóm khóa"]


def test_content_where_the_duty_has_no_form() -> None:
    assert read("a: 1", duty="khong-mau") == (
        {},
        ["TT135 lan_nop.0.noi_dung: nhiệm vụ «khong-mau» không có biểu mẫu nên noi_dung không được đọc"],
    )
    assert read("a: 1", duty="mau-la") == ({}, [])  # the plan itself is told that it has no such form


@pytest.mark.parametrize(
    ("typed", "verdicts"),
    [
        ("nguyen: 1\nle: 2\nbang: [{ten: a, so: 1}]", [True, True]),
        ("nguyen: 2\nle: 1\nbang: [{ten: a, so: 1}]", [False, False]),
        ("nguyen: 1", [None, None]),
        ("nguyen: 1\nle: x\nbang: x", [None, None]),
        ("nguyen: 1\nbang: [{ten: a, so: 2}, x]", [None, None]),
        ("{}", [None, None]),
    ],
)
def test_checks_with_an_empty_operand_are_skipped(typed: str, verdicts: list[bool | None]) -> None:
    content, _ = read(typed)
    assert content is not None
    assert [evaluate(check.expression, content) for check in PLAN.forms[0].checks] == verdicts


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Hội khoẻ Phù Đổng; sức khoẻ", "khoe"),
        ("hội khỏe  phù đổng; sức khỏe", "khoe"),
        ("HOÀ BÌNH", "hoa"),
        ("Tân Uyên", "tan"),
        ("than uyên", "than"),
        ("Thân Uyên", None),
        ("Tan Uyen", None),
    ],
)
def test_a_label_is_known_however_its_tone_marks_are_typed(typed: str, code: str | None) -> None:
    """Letters and tones count: two units whose names differ in a letter are never taken for each other."""
    labels = {
        "khoe": "Hội khỏe Phù Đổng; sức khỏe",
        "hoa": "Hòa Bình",
        "than": "Than Uyên",
        "tan": "Tân Uyên",
    }
    fields = ", ".join(f"{{ma: {key}, nhan: {label}}}" for key, label in labels.items())
    plan = good_plan(f"""\
nhiem_vu:
  - {{ma: viec, ten: Việc, dieu_khoan: III.1, trich: x, nop_boi: {{them: [a]}}, bieu_mau: mau}}
bieu_mau:
  - {{ma: mau, ten: Mẫu, truong: [{{ma: chon, nhan: Chọn, kieu: chon, chon_tu: [{fields}]}}]}}
""")
    text = f"don_vi: a\nnhiem_vu: viec\nlan_nop:\n  - nhan_luc: 1/2/2021\n    noi_dung: {{chon: {typed}}}\n"
    submission, findings = decode_submission(tree(text), file="a.yaml", plan=plan, roster=roster_of())
    assert submission is not None
    assert submission.receipts[0].content == {"chon": code}
    assert [one.code for one in findings] == ([] if code is not None else ["TT112"])
    for one in findings:
        assert one.hint is not None
        assert "Than Uyên" in one.hint or "Tân Uyên" in one.hint
