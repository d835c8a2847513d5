"""Opening and closing tags: all faults at once, both places named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truyenthong.word.render import Rendered

Faults = Callable[..., list[tuple[str, str]]]
Text = Callable[..., str]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("a {% if x %} b",), "thẻ mở «if» không có thẻ đóng"),
        (("a {% endfor %} b",), "thẻ đóng «endfor» không có thẻ mở «for»"),
        (("a {% else %} b",), "«else» không nằm trong lệnh nào của nó"),
        (("a {% for x in y %}{% elif x %}{% endfor %} b",), "«elif» không nằm trong lệnh nào của nó"),
        (("a {% if x %}{% else %}{% else %}{% endif %}",), "sau «else» không được có «else» nữa"),
    ],
)
def test_pairs(faults: Faults, lines: tuple[str, ...], message: str) -> None:
    assert faults(*lines, x=1, y=[]) == [("TT406", message)]


def test_a_wrong_order_names_the_tag_left_open(faults: Faults) -> None:
    found = faults("a{% for x in y %}", "b{% if x %}c{% endfor %}", y=[])
    assert ("TT406", "thẻ mở «if» chưa đóng mà đã gặp «endfor» ở phần thân, đoạn 2") in found


def test_different_containers_name_both_places(fill: Callable[..., Rendered], tbl: Text) -> None:
    done = fill(tbl(("{% for x in y %}{{ x }}", "{{ x }}{% endfor %}")), y=[1])
    (one,) = done.problems
    assert one.code == "TT407"
    assert one.spot == "phần thân, bảng 1, dòng 1, cột 1, đoạn 1"
    assert "phần thân, bảng 1, dòng 1, cột 2, đoạn 1" in one.message


def test_too_deep_nesting_is_told(faults: Faults) -> None:
    depth = 20
    line = "a" + "{% for x in y %}" * depth + "b" + "{% endfor %}" * depth
    assert {code for code, _ in faults(line, y=[1])} == {"TT409"}


def test_the_deepest_nesting_allowed_compiles(texts: Callable[..., list[str]]) -> None:
    line = "a" + "{% for x in y %}" * 16 + "b" + "{% endfor %}" * 16
    assert texts(line, y=[1]) == ["ab"]


def test_all_faults_come_in_one_run_in_the_order_of_the_document(faults: Faults) -> None:
    lines = ("{{ a b }}", "x {% endif %}", "{{ y | ngy }}", "{{ z", "{% include 'x' %}", "c{% if a %}")
    assert [code for code, _ in faults(*lines)] == ["TT403", "TT406", "TT405", "TT402", "TT404", "TT406"]
