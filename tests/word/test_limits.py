"""What a hostile template may cost: every attack ends soon, in little memory, and with a finding."""

from __future__ import annotations

import itertools
import time
import tracemalloc
from collections.abc import Callable

import pytest

from truyenthong.word.docprops import DocProperties
from truyenthong.word.limits import Budget, Halt, weigh
from truyenthong.word.render import render
from truyenthong.word.template import load_template

Faults = Callable[..., list[tuple[str, str]]]
Text = Callable[..., str]
Pack = Callable[..., bytes]
_LONG = "{% set s = ('x' * 1000000) %}"
_DOUBLED = ("{% set a = [1] %}", *["{% set a = [a, a] %}"] * 60)
_MANY = "{% for i in range(99999) %}"


def _grow(made: str) -> tuple[str, ...]:
    return "{% set n = namespace(a=[]) %}", f"b{_MANY}{{% set n.a = {made} %}}{{% endfor %}}"


@pytest.mark.parametrize(
    "lines",
    [
        (_LONG, "{{ [s] * 100000 | sap_xep | length }}", "{{ ([s] * 100000) | sap_xep | noi }}"),
        (_LONG, "{{ ([{'a': s}] * 100000) | sap_xep('a') | noi(theo='a') }}"),
        (_LONG, "{% set b = s ~ '' %}", "{{ [s] * 100000 == [b] * 100000 }}"),
        (_LONG, "{% set b = s ~ '' %}", "{{ b in [s] * 100000 }}{{ [s] * 100000 in [[b] * 100000] }}"),
        (_LONG, "{{ ('%s' * 100000) % ([s] * 100000) }}"),
        (_LONG, "{{ ('%(a)s' * 100000) % {'a': s} }}"),
        (_LONG, "{{ ('{0}' * 100000).format(s) }}"),
        ("{{ ('%1000d' * 100000) % ([1] * 100000) }}",),
        ("{{ ('{0:1000}' * 100000).format(1) }}",),
        (_LONG, "{{ ([s] * 100000) | map('upper') | list | length }}"),
        (_LONG, "{{ ([s] * 100000) | map('replace', 'x', 'y') | first }}"),
        (_LONG, "{{ ([s] * 100000) | join }}"),
        (_LONG, "{{ ([s] * 100000) | noi(cuoi=' và ') }}"),
        (_LONG, "{{ s | list | join(s) }}"),
        ("a{% for a in range(99999) %}{% for a in range(99999) %}{% endfor %}{% endfor %}",),
        (_LONG, "a{% for a in range(99999) %}{{ s }}{% endfor %}"),
        (
            _LONG,
            *_grow("n.a + [s.lower()]"),
        ),
        ("a{% for a in 'x' * 99999 %}{% for b in loop.cycle(range(99999)) %}{% endfor %}{% endfor %}",),
        (*_DOUBLED, "b{% for i in [1,2] %}{{ loop.changed(a) }}{% endfor %}"),
        (*_DOUBLED, "{{ [a, a] | unique | length }}{{ a is eq a }}"),
    ],
)
def test_an_attack_ends_soon(faults: Faults, lines: tuple[str, ...]) -> None:
    begin = time.perf_counter()
    codes = {code for code, _ in faults(*lines)}
    assert codes <= {"TT411", "TT412"}
    assert "TT412" in codes
    assert time.perf_counter() - begin < 30


@pytest.mark.parametrize(
    "made", ["n.a + [s ~ i]", "n.a + [s[1:]]", "n.a + [s | upper]", "n.a + [s.lower()]", "[n.a, range(9999)]"]
)
def test_a_growing_list_does_not_fill_the_memory(faults: Faults, made: str) -> None:
    tracemalloc.start()
    try:
        assert [code for code, _ in faults(_LONG, *_grow(made))] == ["TT412"]
        assert tracemalloc.get_traced_memory()[1] < 300_000_000
    finally:
        tracemalloc.stop()


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
    ((code, _),) = faults(*_grow("[n.a]"), "{{ n.a }}")
    assert code == "TT411"
