"""The filters of this field, as a template uses them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest

DATA = {
    "ngay_nop": date(2021, 5, 31),
    "som": date(2021, 2, 3),
    "luc": datetime(2021, 5, 28, 9, 15),  # noqa: DTZ001 - the time on the wall, as typed
    "n": 1200,
    "le": 12.5,
    "tien": Decimal("1234567.80"),
    "ty_le": 0.8158,
    "rong": None,
    "ds": ["Đỗ", "Dương", "An", "Ấm"],
    "nhom": [{"ten": "Tân Uyên", "n": 2}, {"ten": "Tam Đường", "n": 10}, {"ten": "Tân Uyên", "n": None}],
}


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ ngay_nop }} {{ som }} {{ luc }}", "31/5/2021 03/02/2021 28/5/2021 09:15"),
        ("{{ ngay_nop | ngay }} {{ luc | ngay }}", "31/5/2021 28/5/2021"),
        ("{{ som | ngay_chu }}", "ngày 03 tháng 02 năm 2021"),
        (
            "{{ n }} {{ n | so }} {{ le | so }} {{ le }} {{ tien | so(1) }}",
            "1200 1.200 12,5 12,5 1.234.567,8",
        ),
        ("{{ ty_le | phan_tram }} {{ 1 | phan_tram }} {{ ty_le | phan_tram(0) }}", "81,6% 100% 82%"),
        ("{{ rong | phan_tram }}{{ rong | ngay }}{{ rong | so }}{{ rong | la_ma }}.", "."),
        ("{{ 4 | la_ma }} {{ 2021 | la_ma }}", "IV MMXXI"),
        ("{{ 'phòng giáo dục' | in_hoa }} {{ 'đơn vị' | hoa_dau }}", "PHÒNG GIÁO DỤC Đơn vị"),
        ("{{ 'huyện Than Uyên' | lien_cuoi }}", "huyện Than\u00a0Uyên"),
        ("{{ 'GD&ĐT Than Uyên' | lien_cuoi(3) }}", "GD&ĐT Than Uyên"),
        ("{{ 'đơn vị HỌC' | upper }} {{ 'Đơn Vị' | lower }}", "ĐƠN VỊ HỌC đơn vị"),
        ("{{ ds | sap_xep | noi }}", "An, Ấm, Dương, Đỗ"),
        ("{{ ds | sap_xep(nguoc=true) | noi(' - ') }}", "Đỗ - Dương - Ấm - An"),
        ("{{ ds | noi(cuoi=' và ') }}", "Đỗ, Dương, An và Ấm"),
        ("{{ nhom | sap_xep('ten') | map(attribute='ten') | noi }}", "Tam Đường, Tân Uyên, Tân Uyên"),
        (
            "{{ nhom | sum(attribute='n') }} {{ nhom | map(attribute='ten') | unique | list | length }}",
            "12 2",
        ),
        ("{{ nhom | selectattr('n') | list | length }} {{ nhom | rejectattr('n') | list | length }}", "2 1"),
        (
            "{{ nhom | selectattr('n') | selectattr('n', 'gt', 5) | map(attribute='ten') | first }}",
            "Tam Đường",
        ),
        (
            "{% for k, v in nhom | groupby('ten') %}{{ k }}:{{ v | length }} {% endfor %}",
            "Tam Đường:1 Tân Uyên:2 ",
        ),
        (
            "{% for g in nhom | groupby('ten') %}{{ g.grouper }}{{ g.list[0].n }} {% endfor %}",
            "Tam Đường10 Tân Uyên2 ",
        ),
        ("{{ 2.5 | round }} {{ 1.25 | round(1) }} {{ '12' | int + 1 }} {{ -3 | abs }}", "3 1,3 13 3"),
        (
            (
                "{{ 'một hai ba' | truncate(7, true, leeway=0) }}|{{ 'abc' | truncate(3) }}"
                "|{{ 'abcd' | truncate(3, false, '', 0) }}"
            ),
            "một ...|abc|abc",
        ),
        (
            "{{ 'phòng GD&ĐT (tam đường)-b' | title }} {{ '<b>a &amp; b</b>' | striptags }}",
            "Phòng Gd&đt (Tam Đường)-B a & b",
        ),
        (
            "{{ 'a - b, c' | wordcount }} {{ '12.7' | int }} {{ 'x' | int(9) }} {{ 'ff' | int(0, 16) }}",
            "3 12 9 255",
        ),
        ("{{ ['a', 'A', 'b'] | unique | join }} {{ ['a', 'A'] | unique(true) | join }}", "ab aA"),
        (
            "{% for k, v in [{'a':'x'}, {'a':'X'}, {}]|groupby('a', '-') %}{{ k }}{{v|length}};{% endfor %}",
            "-1;x2;",
        ),
        ("{{ nhom | map(attribute='x', default='-') | join }} {{ nhom | map('length') | join }}", "--- 222"),
        (
            "{{ nhom | map(attribute='ten') | map('upper') | first }} {{ [] | first }}{{ [] | max }}",
            "TÂN UYÊN ",
        ),
        (
            (
                "{{ {'b': 1, 'a': 2} | dictsort | map(attribute=0) | join }} "
                "{% for k in {'b': 1} %}{{ k }}{% endfor %}"
            ),
            "ab b",
        ),
        (
            "{{ 'x' | int(7) }}{{ 'x' | float(1.5) }} {{ '1,5' | float }} {{ ' 12 ' | int }} {{ 2.9 | int }}",
            "71,5 1,5 12 2",
        ),
        (
            "{{ 'abc' | reverse }} {{ [1, 2] | reverse | join }} {{ 'a b' | wordcount }} {{ ' a ' | trim }}",
            "cba 21 2 a",
        ),
        (
            (
                "{{ nhom | selectattr('x', 'defined') | list | length }} {{ [0, 1] | select | join }} "
                "{{ [0, 1] | reject | join }}"
            ),
            "0 1 0",
        ),
        (
            "{{ 7 is odd }} {{ 'a' is string }} {{ ds is sequence }} {{ 3 is in [1, 3] }} {{ 5 is ge 5 }}",
            "có có có có có",
        ),
        ("{{ 7.5 // 2 }} {{ 'a' ~ none ~ 1 }} {{ ([1] * 2) | join }}", "3 a1 11"),
        ("{{ '%s và %d' | format('a', 3) }} {{ 'a{}'.format('b') }} {{ '%(x)s' % {'x': 1} }}", "a và 3 ab 1"),
        ("{{ 'ab'.zfill(4) }}{{ 'ab'.rjust(4, '-') }}{{ 'a,b'.split(',') | join('+') }}", "00ab--aba+b"),
        ("{{ {'a': 1}.get('b', 2) }}{{ {'a': 1}.keys() | first }}{{ {'a': 1}.values() | first }}", "2a1"),
        (
            "{% for x in [1, 2] %}{{ loop.cycle('a', 'b') }}{{ loop.changed(x) }}{{ loop.last }}{% endfor %}",
            "acókhôngbcócó",
        ),
        ("{{ tien * 2.0 }} {{ 2.0 * tien }} {{ tien - tien }}", "2469135,6 2469135,6 0"),
        (
            (
                "{{ range(1, 4) | join }} {{ range(5, 0, -2) | join }} "
                "{{ 2 ** -1 }} {{ 'ab' * 2 }} {{ 2 * 'ab' }}"
            ),
            "123 531 0,5 abab abab",
        ),
        ("{{ [1, 5, 3] | max }} {{ [1, 5, 3] | min }} {{ [1, 2, 3] | last }}", "5 1 3"),
        ("{% for h in [1, 2, 3] | batch(2, '-') %}{{ h | join }};{% endfor %}", "12;3-;"),
        (
            "{{ 'một hai ba bốn năm'|truncate(12, end='…') }}|{{ 'a'|center(3)}}|{{ 'aa'|replace('a','b') }}",
            "một hai ba…| a |bb",
        ),
    ],
)
def test_filters(texts: Callable[..., list[str]], tag: str, printed: str) -> None:
    assert texts(tag, **DATA) == [printed]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ 'a' | ngay }}", "«ngay» cần một ngày nhưng là chữ"),
        ("{{ 'a' | so }}", "«so» cần một số nhưng là chữ"),
        ("{{ 0 | la_ma }}", "«la_ma» cần một số nguyên từ 1 đến 3999"),
        ("{{ [1, 'a'] | sap_xep }}", "«sap_xep» không so được chữ với số hoặc ngày trong cùng danh sách"),
        ("{{ [[1]] | sap_xep }}", "«sap_xep» không sắp được danh sách; thêm theo='tên mục'"),
        ("{{ 1 / 0 }}", "chia cho 0"),
        ("{{ 'a' + 1 }}", "không tính được chữ + số"),
        ("{{ 'a' < 1 }}", "không so sánh được chữ với số"),
        ("{{ [None] | select('gt', 5) | list }}", "không so sánh được chỗ trống với số"),
        (
            "{{ 1 | so(1, 2, 3) }}",
            "các giá trị trong thẻ không đi được với nhau (sai kiểu, thừa hoặc thiếu giá trị)",
        ),
    ],
)
def test_a_filter_that_cannot_be_computed_says_why(
    faults: Callable[..., list[tuple[str, str]]], tag: str, message: str
) -> None:
    assert faults(tag) == [("TT411", message)]


def test_a_list_is_not_printed_as_python_would(faults: Callable[..., list[tuple[str, str]]]) -> None:
    ((code, message),) = faults("{{ ds }}", ds=[1, 2])
    assert code == "TT411"
    assert "danh sách không in thẳng ra được" in message


def test_a_loop_over_nothing_says_so(faults: Callable[..., list[tuple[str, str]]]) -> None:
    ((code, message),) = faults("a{% for x in rong %}{% endfor %}", rong=None)
    assert code == "TT411"
    assert "đang trống" in message


@pytest.mark.parametrize(
    ("tag", "code", "part"),
    [
        ("{% set x.a = 1 %}", "TT411", "chỉ đặt được mục của một namespace(), còn đây là nhóm"),
        ("{% set n.a = 1 %}", "TT410", "không có tên «n»"),
        ("{% set a = khong %}{{ a }}", "TT410", "không có tên «khong»"),
        ("{% set n = namespace() %}{% set n.a = khong %}{{ n.a }}", "TT410", "không có tên «khong»"),
        ("a{% for a, b in [1, 2] %}{{ a }}{% endfor %}", "TT411", "không chia được số cho 2 tên"),
        ("a{% for a, b in [[1, 2, 3]] %}{{ a }}{% endfor %}", "TT411", "danh sách 3 mục cho 2 tên"),
        ("{% set a, b = 1 %}{{ a }}{{ b }}", "TT411", "không chia được số cho 2 tên"),
        ("a{% with a, b = 1 %}{{ a }}{% endwith %}", "TT411", "không chia được số cho 2 tên"),
        ("{% set loop = 1 %}", "TT404", "không đặt lại được «loop»"),
        ("a{% for loop in [1] %}{% endfor %}", "TT404", "không đặt lại được «loop»"),
        ("a{% for (a, (b, c)) in [1] %}{% endfor %}", "TT404", "bên trái chỉ viết được các tên"),
        ("{{ 1e999 }}", "TT409", "số trong thẻ quá lớn"),
        ("{{ d1 < dt }}", "TT411", "không so sánh được ngày với ngày có giờ"),
        ("{{ 'abc'[khong:] }}", "TT410", "không có tên «khong»"),
        ("{{ 5[1:] }}", "TT411", "không cắt được số"),
        ("{{ x[[1]] }}", "TT411", "trong [ ] cần một tên hoặc một số thứ tự nhưng là danh sách"),
        ("{{ '%q' % 1 }}", "TT411", "mẫu chữ trong thẻ không dùng được"),
        ("{{ 10.0 ** 999 }}", "TT411", "phép tính ra số quá lớn"),
        ("{{ [{'a': 1}] | sort(attribute='b') | length }}", "TT410", "không có tên «b»"),
        ("{{ 'a' | round }}", "TT411", "«round» cần một số nhưng là chữ"),
        ("{{ 5 | dictsort }}", "TT411", "«dictsort» cần một nhóm nhưng là số"),
        ("{{ [1] | batch(0) }}", "TT411", "«batch» cần một số từ 1 trở lên"),
        ("{{ [[1]] | unique | list }}", "TT411", "không so sánh được danh sách; hãy nêu tên mục"),
        ("{{ [1] | map('khong_co') | list }}", "TT405", "không có bộ lọc «khong_co»"),
        ("{{ [1] | select('khong_co') | list }}", "TT411", "không có phép thử «khong_co»"),
        ("{{ ('9' * 301) | int }}", "TT412", "số dài quá 300 chữ số"),
        ("{{ 5 | length }}", "TT411", "chỗ này cần một danh sách nhưng là số"),
        ("{{ [1] * 'a' }}", "TT411", "không tính được danh sách * chữ"),
        ("{{ 'a' * 1.5 }}", "TT411", "không tính được chữ * số"),
        ("{{ '%*d' % [1, 2] }}", "TT412", "bề rộng lấy từ dữ liệu"),
        ("{{ khong + 1 }}", "TT410", "không có tên «khong»"),
        ("{{ x.b.c }}", "TT410", "không có tên «b»"),
        ("{{ khong() }}", "TT410", "không có tên «khong»"),
        ("{% for y in khong %}{% endfor %}a", "TT410", "không có tên «khong»"),
        ("{{ 'x'.join(khong) }}", "TT410", "không có tên «khong»"),
        ("{{ x[khong] }}", "TT410", "không có tên «khong»"),
        ("{{ x.a() }}", "TT411", "không gọi như một hàm được"),
    ],
)
def test_every_fault_of_a_run_is_told_and_none_gets_out(
    faults: Callable[..., list[tuple[str, str]]], tag: str, code: str, part: str
) -> None:
    found = faults(tag, x={"a": 1}, d1=date(2021, 1, 1), dt=datetime(2021, 1, 1, 5))  # noqa: DTZ001 - on the wall
    ((told, message),) = found
    assert told == code
    assert part in message
