"""Forms as data: fields, bounds, choices, columns and checks between fields."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from support.yaml.decoding import SMALLEST_PLAN, form_with, plan_with, said, tree
from truyenthong.documents.plan import decode_plan
from truyenthong.model.expressions import parse_expression
from truyenthong.model.forms import Bounds, Choice, ChoiceSource, Field, FieldType

ONE = "truong: [{ma: a, nhan: A, kieu: so}]"
SEVERAL = """\
truong:
  - {ma: a, nhan: A, kieu: so}
  - {ma: k, nhan: K, kieu: chon, chon_tu: [x, y]}
  - {ma: d, nhan: D, kieu: chon, chon_tu: don-vi}
  - {ma: n, nhan: N, kieu: ngay}
  - {ma: o, nhan: O, kieu: dung-sai}
  - {ma: t, nhan: T, kieu: van-ban}
  - ma: b
    nhan: B
    kieu: bang
    cot: [{ma: c, nhan: C, kieu: so}, {ma: e, nhan: E, kieu: chon, chon_tu: [x]}]
"""
FIELD = "bieu_mau.0.truong.0"
CHECK = "bieu_mau.0.kiem_tra.0.bieu_thuc"


def one_field(keys: str) -> tuple[Field | None, list[str]]:
    form, findings = form_with(f"truong: [{{ma: a, nhan: A, {keys}}}]")
    return (form.fields[0] if form.fields else None), findings


def test_every_key_of_a_form() -> None:
    form, findings = form_with(
        "phien_ban: 2\ntruong:\n"
        "  - {ma: so_bai, nhan: Số bài, kieu: so-nguyen, bat_buoc: có, huong_dan: Đếm bài đăng., "
        "don_vi_tinh: bài}\n"
        "kiem_tra:\n  - {bieu_thuc: '  so_bai   >= 1 ', cau: Phải có ít nhất một bài.}"
    )
    assert findings == []
    assert (form.code, form.name, form.version, form.index) == ("mau", "Mẫu", 2, 0)
    assert form.fields == (
        Field(
            code="so_bai",
            label="Số bài",
            type=FieldType.INTEGER,
            required=True,
            guidance="Đếm bài đăng.",
            measure="bài",
        ),
    )
    (check,) = form.checks
    assert (check.source, check.sentence) == ("so_bai >= 1", "Phải có ít nhất một bài.")
    assert check.expression == parse_expression("so_bai >= 1")


def test_what_is_left_out_takes_its_default() -> None:
    form, findings = form_with(ONE)
    assert (form.version, form.checks, findings) == (1, (), [])
    assert form.fields == (Field(code="a", label="A", type=FieldType.NUMBER),)
    assert form.field("a") == form.fields[0]
    assert form.field("b") is None


@pytest.mark.parametrize(
    "kind", [kind for kind in FieldType if kind not in {FieldType.CHOICE, FieldType.TABLE}]
)
def test_every_type_that_needs_no_more(kind: FieldType) -> None:
    field, findings = one_field(f"kieu: {kind.value}")
    assert findings == []
    assert field is not None
    assert field.type is kind


@pytest.mark.parametrize(
    ("keys", "bounds"),
    [
        ("kieu: so-nguyen, nho_nhat: 0, lon_nhat: 1.200", Bounds(minimum=Decimal(0), maximum=Decimal(1200))),
        ("kieu: so, nho_nhat: -1, lon_nhat: '12,5'", Bounds(minimum=Decimal(-1), maximum=Decimal("12.5"))),
        (
            "kieu: ngay, som_nhat: 1/9/2020, muon_nhat: 2021-08-31",
            Bounds(earliest=date(2020, 9, 1), latest=date(2021, 8, 31)),
        ),
        ("kieu: van-ban, dai_nhat: 8000", Bounds(longest=8000)),
        (
            "kieu: bang, it_nhat: 0, nhieu_nhat: 50, cot: [{ma: c, nhan: C, kieu: so}]",
            Bounds(fewest_rows=0, most_rows=50),
        ),
        ("kieu: so, nho_nhat: 5, lon_nhat: 5", Bounds(minimum=Decimal(5), maximum=Decimal(5))),
        ("kieu: so, nho_nhat: , lon_nhat: ~", Bounds()),
    ],
)
def test_every_bound(keys: str, bounds: Bounds) -> None:
    field, findings = one_field(keys)
    assert findings == []
    assert field is not None
    assert field.bounds == bounds


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        (
            "kieu: so, nho_nhat: 10, lon_nhat: 1",
            "TT172 {}.lon_nhat: nho_nhat lớn hơn lon_nhat: không giá trị nào đạt",
        ),
        (
            "kieu: ngay, som_nhat: 2/9/2020, muon_nhat: 1/9/2020",
            "TT172 {}.muon_nhat: som_nhat lớn hơn muon_nhat: không giá trị nào đạt",
        ),
        (
            "kieu: bang, it_nhat: 3, nhieu_nhat: 2, cot: [{ma: c, nhan: C, kieu: so}]",
            "TT172 {}.nhieu_nhat: it_nhat lớn hơn nhieu_nhat: không giá trị nào đạt",
        ),
        (
            "kieu: van-ban, nho_nhat: 1",
            "TT172 {}.nho_nhat: giới hạn nho_nhat không hợp với trường kiểu van-ban",
        ),
        ("kieu: ngay, lon_nhat: 1", "TT172 {}.lon_nhat: giới hạn lon_nhat không hợp với trường kiểu ngay"),
        ("kieu: so, som_nhat: 1/9/2020", "TT172 {}.som_nhat: giới hạn som_nhat không hợp với trường kiểu so"),
        (
            "kieu: dung-sai, muon_nhat: 1/9/2020",
            "TT172 {}.muon_nhat: giới hạn muon_nhat không hợp với trường kiểu dung-sai",
        ),
        (
            "kieu: so-nguyen, dai_nhat: 9",
            "TT172 {}.dai_nhat: giới hạn dai_nhat không hợp với trường kiểu so-nguyen",
        ),
        ("kieu: so, it_nhat: 1", "TT172 {}.it_nhat: giới hạn it_nhat không hợp với trường kiểu so"),
        ("kieu: so, nhieu_nhat: 1", "TT172 {}.nhieu_nhat: giới hạn nhieu_nhat không hợp với trường kiểu so"),
        ("kieu: so, nho_nhat: '1,200'", "TT109 {}.nho_nhat: «1,200» có thể hiểu hai cách"),
        ("kieu: van-ban, dai_nhat: 0", "TT110 {}.dai_nhat: số 0 nhỏ hơn mức cho phép"),
        (
            "kieu: chon",
            "TT101 {}.chon_tu: thiếu khóa «chon_tu» trong mục 1 của «truong» của mục 1 của «bieu_mau»",
        ),
        ("kieu: chon, chon_tu: []", "TT102 {}.chon_tu: khóa bắt buộc «chon_tu» để trống"),
        ("kieu: chon, chon_tu: chude", "TT112 {}.chon_tu: «chude» không có trong danh sách"),
        ("kieu: chon, chon_tu: [x, x]", "TT173 {}.chon_tu: lựa chọn «x» ghi hai lần"),
        (
            "kieu: chon, chon_tu: {ma: x}",
            "TT107 {}.chon_tu: «chon_tu» cần một danh sách, nhưng đây là một nhóm khóa",
        ),
        ("kieu: so, chon_tu: [x]", "TT173 {}.chon_tu: chỉ trường kiểu chon mới có chon_tu"),
        ("kieu: bang", "TT101 {}.cot: thiếu khóa «cot» trong mục 1 của «truong» của mục 1 của «bieu_mau»"),
        ("kieu: bang, cot: []", "TT102 {}.cot: khóa bắt buộc «cot» để trống"),
        ("kieu: so, cot: [x]", "TT174 {}.cot: chỉ trường kiểu bang mới có cot"),
        ("kieu: so, bat_buoc: yes", "TT111 {}.bat_buoc: «yes» không phải có hay không"),
        ("kieu: so, batbuoc: có", "TT106 {}.batbuoc: khóa «batbuoc» không có ở đây"),
    ],
)
def test_a_field_that_is_declared_wrongly_is_told_and_kept(keys: str, finding: str) -> None:
    field, findings = one_field(keys)
    assert findings == [finding.format(FIELD)]
    assert field is not None


@pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("{ma: Số bài, nhan: A, kieu: so}", "TT113 {}.ma: «Số bài» không phải mã viết đúng cách"),
        ("{ma: so-bai, nhan: A, kieu: so}", "TT113 {}.ma: «so-bai» không phải mã viết đúng cách"),
        (
            "{ma: a, kieu: so}",
            "TT101 {}.nhan: thiếu khóa «nhan» trong mục 1 của «truong» của mục 1 của «bieu_mau»",
        ),
        ("{ma: a, nhan: A, kieu: chu}", "TT112 {}.kieu: «chu» không có trong danh sách"),
        ("so_bai", "TT107 {}: chỗ này là chữ «so_bai», nhưng cần một nhóm khóa"),
    ],
)
def test_a_field_that_cannot_be_known_is_left_out(field: str, finding: str) -> None:
    form, findings = form_with(f"truong: [{field}]")
    assert (form.fields, findings) == ((), [finding.format(FIELD)])


@pytest.mark.parametrize(
    ("keys", "findings"),
    [
        ("truong: []", ["TT102 bieu_mau.0.truong: khóa bắt buộc «truong» để trống"]),
        ("phien_ban: 0\n" + ONE, ["TT110 bieu_mau.0.phien_ban: số 0 nhỏ hơn mức cho phép"]),
        (ONE + "\nkiemtra: []", ["TT106 bieu_mau.0.kiemtra: khóa «kiemtra» không có ở đây"]),
        (
            "truong: [{ma: a, nhan: A, kieu: so}, {ma: a, nhan: B, kieu: so}]",
            ["TT170 bieu_mau.0.truong.1.ma: mã trường «a» đã dùng ở trên"],
        ),
        (
            "truong: [{ma: khong, nhan: A, kieu: so}]",
            [f"TT171 {FIELD}.ma: «khong» là từ dành riêng của biểu thức"],
        ),
        (
            (
                "truong:\n  - ma: b\n    nhan: B\n    kieu: bang\n    cot:\n"
                "      - {ma: c, nhan: C, kieu: so}\n      - {ma: c, nhan: D, kieu: so}"
            ),
            [f"TT170 {FIELD}.cot.1.ma: mã trường «c» đã dùng ở trên"],
        ),
    ],
)
def test_forms_that_are_declared_wrongly(keys: str, findings: list[str]) -> None:
    assert form_with(keys)[1] == findings


def test_a_form_without_code_or_name_is_left_out() -> None:
    plan, findings = plan_with("bieu_mau: [{truong: [{ma: a, nhan: A, kieu: so}]}]\n")
    assert plan.forms == ()
    assert findings == [
        "TT101 bieu_mau.0.ma: thiếu khóa «ma» trong mục 1 của «bieu_mau»",
        "TT101 bieu_mau.0.ten: thiếu khóa «ten» trong mục 1 của «bieu_mau»",
    ]


def test_a_table_inside_a_table_is_told_and_left_out() -> None:
    form, findings = form_with(
        "truong: [{ma: b, nhan: B, kieu: bang, cot: [{ma: c, nhan: C, kieu: bang, cot: []}, "
        "{ma: e, nhan: E, kieu: so}]}]"
    )
    assert findings == [f"TT174 {FIELD}.cot.0.kieu: cột của bảng không thể lại là bảng"]
    assert form.fields[0].columns == (Field(code="e", label="E", type=FieldType.NUMBER),)
    assert form.fields[0].column("e") == form.fields[0].columns[0]
    assert form.fields[0].column("c") is None


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ("chu-de", ChoiceSource.TOPICS),
        ("don-vi", ChoiceSource.UNITS),
        ("[NO, 012]", (Choice(code="NO", label="NO"), Choice(code="012", label="012"))),
        (
            "[{ma: website-nganh, nhan: Website Ngành}, x]",
            (Choice(code="website-nganh", label="Website Ngành"), Choice(code="x", label="x")),
        ),
    ],
)
def test_every_kind_of_choices(choices: str, expected: object) -> None:
    field, findings = one_field(f"kieu: chon, chon_tu: {choices}")
    assert findings == []
    assert field is not None
    assert field.choices == expected


def test_choices_that_cannot_be_read_are_left_out() -> None:
    field, findings = one_field("kieu: chon, chon_tu: [x, {ma: y}, {ma: z, nhan: Z, ten: Z}, [w]]")
    assert field is not None
    assert field.choices == (Choice(code="x", label="x"), Choice(code="z", label="Z"))
    assert [finding.split(":")[0] for finding in findings] == [
        f"TT107 {FIELD}.chon_tu.3",
        f"TT101 {FIELD}.chon_tu.1.nhan",
        f"TT106 {FIELD}.chon_tu.2.ten",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "a >= 1",
        'k == "x"',
        'k != "x" hoặc a > 0',
        'd == "bat-ky"',
        't == "gì cũng được"',
        "không o",
        "sum(b.c) <= a",
        "count(b) >= 1 và count(b.c) == count(b)",
    ],
)
def test_checks_that_fit_the_fields(source: str) -> None:
    form, findings = form_with(f"{SEVERAL}kiem_tra:\n  - bieu_thuc: '{source}'\n    cau: Sai.")
    assert findings == []
    assert [check.source for check in form.checks] == [source]


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        (
            "1 + " * 200 + "a >= 1",
            f"TT150 {{}}: Biểu thức dài 806 ký tự, nhiều hơn 500. (ở «{'1 + ' * 14}1 +…», ký tự thứ 1)",
        ),
        ("a >= 1;", "TT151 {}: Ký tự «;» không dùng được trong biểu thức. (ở «;», ký tự thứ 7)"),
        ("a >= 1,5", "TT152 {}: 1,5 không phải số nguyên viết liền. (ở «1,5», ký tự thứ 6)"),
        ("a =< 1", "TT153 {}: Biểu thức không có phép «=<». (ở «=<», ký tự thứ 3)"),
        ('k == "x', 'TT154 {}: Chữ bắt đầu ở "x có ngoặc kép mở mà không đóng. (ở «"x», ký tự thứ 6)'),
        (
            "Số >= 1",
            "TT155 {}: «Số» không phải mã trường: mã viết chữ thường không dấu. (ở «Số», ký tự thứ 1)",
        ),
        ("min(b.c) >= 1", "TT156 {}: Biểu thức không có hàm min. (ở «min», ký tự thứ 1)"),
        (
            "a == b.c",
            "TT157 {}: Cột b.c có nhiều giá trị nên không đứng một mình được. (ở «b.c», ký tự thứ 6)",
        ),
        ("a >=", "TT158 {}: Phép «>=» thiếu vế phải. (ở «>=», ký tự thứ 3)"),
        ("(a >= 1", "TT159 {}: Ngoặc đơn mở mà không đóng. (ở «(», ký tự thứ 1)"),
        ("c >= 1", "TT160 {}: Biểu mẫu không có trường c. (ở «c», ký tự thứ 1)"),
        ("a < n", "TT161 {}: Không so sánh được: a là số, còn n là ngày. (ở «a < n», ký tự thứ 1)"),
        ("a + 1", "TT162 {}: Phép kiểm tra không phải một điều kiện: a + 1 là số. (ở «a + 1», ký tự thứ 1)"),
        ("a <= a", "TT163 {}: Phép so sánh a <= a lúc nào cũng cho một kết quả. (ở «a <= a», ký tự thứ 1)"),
        ('k == "z"', "TT164 {}: trường k không có lựa chọn «z»"),
    ],
)
def test_a_check_that_cannot_stand_is_told_and_left_out(source: str, finding: str) -> None:
    form, findings = form_with(f"{SEVERAL}kiem_tra:\n  - bieu_thuc: '{source}'\n    cau: Sai.")
    assert findings == [finding.format(CHECK)]
    assert form.checks == ()


def test_every_fault_of_an_expression_is_told() -> None:
    _, findings = form_with(f"{SEVERAL}kiem_tra:\n  - {{bieu_thuc: 'a =< 1 && zz <> 0', cau: Sai.}}")
    assert [finding.split("ở ")[1] for finding in findings] == [
        "«=<», ký tự thứ 3)",
        "«&&», ký tự thứ 8)",
        "«<>», ký tự thứ 14)",
    ]


def test_the_part_of_a_long_expression_is_cut() -> None:
    source = " + ".join(["a"] * 40)
    _, (finding,) = form_with(f"{ONE}\nkiem_tra:\n  - {{bieu_thuc: '{source}', cau: Sai.}}")
    assert finding.endswith(f"(ở «{source[:59]}…», ký tự thứ 1)")


def test_a_check_needs_an_expression_and_a_sentence() -> None:
    form, findings = form_with(
        f"{ONE}\nkiem_tra:\n  - {{bieu_thuc: , cau: Sai.}}\n  - {{bieu_thuc: a >= 1, câu: x}}"
    )
    assert form.checks == ()
    assert findings == [
        "TT102 bieu_mau.0.kiem_tra.0.bieu_thuc: khóa bắt buộc «bieu_thuc» để trống",
        "TT106 bieu_mau.0.kiem_tra.1.câu: khóa «câu» không có ở đây",
    ]


def test_hints_say_how_to_mend() -> None:
    form = (
        "bieu_mau:\n  - ma: mau\n    ten: Mẫu\n    truong:\n"
        "      - {ma: va, nhan: V, kieu: so, dai_nhat: 5}\n"
        "      - {ma: k, nhan: K, kieu: chon, chon_tu: [x, y]}\n"
        "    kiem_tra: [{bieu_thuc: 'k == \"z\"', cau: Sai.}]\n"
    )
    _, findings = decode_plan(tree(SMALLEST_PLAN + form), file="a.yaml")
    assert said(findings)[0].startswith("TT172")
    assert [finding.hint for finding in findings] == [
        "dai_nhat chỉ dùng cho kiểu van-ban",
        "đặt mã khác, ví dụ va_so",
        "có: x, y",
    ]
