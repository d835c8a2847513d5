"""What stops a render: steps and seconds, wherever it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from truyenthong.word.render import DocProperties, render
from truyenthong.word.running.limits import Budget, Halt, weigh
from truyenthong.word.template import load_template

Faults = Callable[..., list[tuple[str, str]]]
Text = Callable[..., str]
Pack = Callable[..., bytes]


def test_the_clock_stops_a_render(pack: Pack, p: Text, properties: DocProperties) -> None:
    ticks = itertools.count()
    budget = Budget(seconds=500, clock=lambda: float(next(ticks)))
    data = pack(p("a{% for x in range(99999) %}{{ x }}{% endfor %}"))
    done = render(load_template(data, name="a"), {}, properties=properties, budget=budget)
    assert done.data is None
    assert [one.message for one in done.problems] == ["Mẫu chạy quá lâu nên đã bị dừng."]
    assert next(ticks) < 600


def test_steps_do_not_depend_on_the_machine(pack: Pack, p: Text, properties: DocProperties) -> None:
    data = pack(p("a{% for x in range(99999) %}{{ x }}{% endfor %}"))
    template = load_template(data, name="a")
    done = render(template, {}, properties=properties, budget=Budget(steps=5_000, clock=lambda: 0.0))
    (one,) = done.problems
    assert one.code == "TT412"
    assert one.tag in {"{% for x in range(99999) %}", "{{ x }}"}
    assert one.spot == "phần thân, đoạn 1"


def test_a_text_is_weighed_as_often_as_it_is_compared() -> None:
    with pytest.raises(Halt):
        weigh(Budget(steps=1_000_000), ["x" * 100_000] * 1_000)
    weigh(Budget(steps=1_000_000), ["x" * 10] * 1_000)


def test_a_deeply_built_list_is_no_trouble(faults: Faults) -> None:
    lines = "b{% for i in range(99999) %}{% set n.a = [n.a] %}{% endfor %}", "{{ n.a }}"
    ((code, _),) = faults("{% set n = namespace(a=[]) %}", *lines)
    assert code == "TT411"
