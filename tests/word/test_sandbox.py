"""What a template cannot reach, and that nothing it does takes long."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from truyenthong.word.problems import Problem
from truyenthong.word.template import load_template

Faults = Callable[..., list[tuple[str, str]]]
Texts = Callable[..., list[str]]
Pack = Callable[..., bytes]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ x['__class__'] }}",
        "{{ x | map(attribute='__class__') }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ '{0[a]}'.format(x) }}",
        "{{ x | attr('__class__') }}",
        "{{ ''['__cl' ~ 'ass__'] }}",
        "{{ x | map('attr', '__class__') | list }}",
        "{{ x | sap_xep('__class__') }}",
        "{{ x | groupby('__class__.__mro__') }}",
        "{{ '%(__class__)s' % x }}",
        "{{ '{a.__class__}'.format(a=x) }}",
        "{{ '{0!r:{0.__class__}}'.format(1) }}",
        "{{ x.__len__() }}",
        "{{ namespace().__class__ }}",
        "{{ namespace.__globals__ }}",
        "{{ g.items.function }}",
        "{{ g.items().__class__ }}",
        "{{ [].__class__.__base__.__subclasses__() }}",
        "{{ (1).__class__ }}",
        "{{ none.__class__ }}",
        "{{ true.__class__ }}",
        "{{ khong.__class__ }}",
        "{{ '' | string | attr('format_map') }}",
        "{{ ''.format_map(x) }}",
        "{{ ''.translate(x) }}",
        "{{ g.clear() }}{{ g.pop('a') }}{{ g.update(a=1) }}",
        "{{ x.sort() }}",
        "{% for y in x %}{{ loop.__class__ }}{% endfor %}",
        "{% for y in x %}{{ loop.cycle.__self__ }}{% endfor %}",
        "{% set x.__class__ = 1 %}",
        "{{ context.run }}",
        "{{ environment.filters }}",
        "{{ get_flashed_messages.__globals__ }}",
        "{{ joiner }}",
        "{% debug %}",
        "{% do x.append(1) %}",
        "{% extends 'a' %}",
        "{% block a %}",
        "{% call x() %}",
        "{% filter upper %}",
        "{% raw %}",
        "{% from 'a' import b %}",
        "{{ self }}",
        "{{ self.__init__.__globals__ }}",
        "{{ x.append(1) }}",
        "{{ n.to_bytes(9) }}",
        "{{ range.__call__ }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ dict() }}",
        "{{ x() }}",
        "{{ 'a'.encode() }}",
        "{{ loop }}",
        "{% for y in x %}{{ loop._iterator }}{% endfor %}",
        "{% for y in x %}{{ loop(x) }}{% endfor %}",
        "{% import 'os' as os %}",
        "{% macro a() %}",
        "{% for y in x recursive %}{% endfor %}",
        "{% autoescape false %}",
        "{{ range(*x) }}",
    ],
)
def test_nothing_but_plain_data_can_be_reached(faults: Faults, tag: str) -> None:
    assert {code for code, _ in faults(f"a {tag}", x=[1], n=5, g={"a": 1})} <= {
        "TT404",
        "TT405",
        "TT410",
        "TT411",
    }


@pytest.mark.parametrize(
    "tag",
    [
        "{{ '%999999999d' % 1 }}",
        "{{ '%.999999999f' % 1 }}",
        "{{ '%*d' % [999999999, 1] }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ '{:{}}'.format(1, 999999999) }}",
        "{{ 'x' * 999999999 }}",
        "{{ 999999999 * 'x' }}",
        "{{ [1] * 999999999 }}",
        "{{ 9 ** 9 ** 9 ** 9 }}",
        "{{ 2 ** 9999 }}",
        "{{ 'x' | center(999999999) }}",
        "{{ 'x'.ljust(999999999) }}",
        "{{ 'x'.zfill(999999999) }}",
        "{{ range(999999999) | length }}",
        "{{ range(10 ** 20) | length }}",
        "{{ x | batch(999999999, 1) }}",
        "{{ ('x' * 99999).replace('x', 'y' * 99999) }}",
        "{{ (('x' * 99999) | list) | join('y' * 99999) }}",
        "{{ 1e308 * 10 }}",
    ],
)
def test_nothing_can_be_made_too_large(faults: Faults, tag: str) -> None:
    begin = time.process_time()
    assert [code for code, _ in faults(tag, x=[1])] == ["TT412"]
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "inside", ["(" * 200 + "1" + ")" * 200, "not " * 300 + "x", "a" + ".a" * 300, "-" * 900 + "1"]
)
def test_a_tag_nested_too_deeply_is_told(pack: Pack, p: Callable[..., str], inside: str) -> None:
    problems: tuple[Problem, ...] = load_template(pack(p(f"{{{{ {inside} }}}}")), name="a").problems
    assert [one.code for one in problems] == ["TT409"]


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ 'GD&ĐT' }}", "GD&ĐT"),
        ("{% if x == 'Phòng GD&ĐT' %}đúng{% endif %}!", "đúng!"),
        ("{% if x == “Phòng GD&ĐT” %}đúng{% endif %}!", "đúng!"),
        ("{{ x | e }}{{ x | safe }}", "Phòng GD&ĐTPhòng GD&ĐT"),
        ("{{ '<w:br/>' | safe }}", "<w:br/>"),
        ("{{ x ~ '<' ~ 1 }}", "Phòng GD&ĐT<1"),
        ("{{ doc }}", "{{ 7*7 }} {% if %}"),
        ("{{ 'có' if x else 'không' }}", "có"),
        ("{{ 10 // 3 }} {{ 10 % 3 }} {{ 2 ** 10 }} {{ -n }} {{ 1 < n <= 5 }}", "3 1 1024 -5 có"),
        ("{{ '%05.1f|%s' % [2.5, x] }}", "002.5|Phòng GD&ĐT"),
        ("{{ '{:,}|{}'.format(1200, x) }}", "1,200|Phòng GD&ĐT"),
        ("{{ nhom.items }}-{% for k, v in nhom2.items() %}{{ k }}={{ v }};{% endfor %}", "mục-a=1;b=2;"),
        ("{{ [3, 1, 2] | sort | join('-') }}{{ x[0] }}{{ x[:5] }}{{ ds[0] }}", "1-2-3PPhòng1"),
        ("{% set n = namespace(t=0) %}{% for i in ds %}{% set n.t = n.t + i %}{% endfor %}{{ n.t }}", "6"),
        ("{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}", "3"),
        (
            "{% for i in ds if i > 1 %}{{ loop.index }}/{{ loop.length }}:{{ i }} {% else %}-{% endfor %}",
            "1/2:2 2/2:3 ",
        ),
        ("{% for i in [] %}{% else %}trống{% endfor %}", "trống"),
        ("{{ None }}{{ rong }}|{{ rong | so }}|{{ rong | default('-', true) }}", "||-"),
        ("{{ khong | default('-') }}{{ nhom.a.b | default('x') }}{{ khong is defined }}", "-xkhông"),
        ("{{ khong.a.b is defined }} {{ nhom.items is defined }}", "không có"),
    ],
)
def test_what_a_template_can_say(texts: Texts, tag: str, printed: str) -> None:
    context = {"x": "Phòng GD&ĐT", "n": 5, "ds": [1, 2, 3], "doc": "{{ 7*7 }} {% if %}", "rong": None}
    groups = {"nhom": {"items": "mục"}, "nhom2": {"a": 1, "b": 2}}
    assert texts(f"{tag}", **context, **groups) == [printed]


@pytest.mark.parametrize(
    "tag", ["{{ '%999999999d' % 1 }}", "{{ 'a' * 10**9 }}", "{{ 9**9**9 }}", "{{ range(10**9) }}"]
)
def test_nothing_is_computed_while_a_template_is_read(pack: Pack, p: Callable[..., str], tag: str) -> None:
    begin = time.process_time()
    assert load_template(pack(p(f"a{{% if false %}}{tag}{{% endif %}}")), name="a").problems == ()
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    "text",
    [
        "{{ '" * 30_000,
        "{{ “(" * 30_000,
        "{# " * 30_000,
        "{{ x }}" * 30_000,
        "{% if x" * 30_000,
    ],
)
def test_an_endless_paragraph_is_read_soon(pack: Pack, p: Callable[..., str], text: str) -> None:
    begin = time.process_time()
    problems = load_template(pack(p(f"a{text}")), name="a").problems
    assert time.process_time() - begin < 30
    assert {one.code for one in problems} <= {"TT402", "TT403", "TT406", "TT409"}
    assert problems


def test_a_paragraph_of_many_runs_is_woven_in_proportion(pack: Pack, p: Callable[..., str]) -> None:
    run = "<w:r><w:t>{{ x }}b</w:t></w:r><w:r><w:t>c</w:t></w:r>"
    begin = time.process_time()
    assert load_template(pack(p(run * 4_000)), name="a").problems == ()
    assert time.process_time() - begin < 20
