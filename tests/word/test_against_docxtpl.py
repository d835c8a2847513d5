"""Templates made at random come out as docxtpl makes them, wherever both are right.

docxtpl is given what it needs to be right: a sandbox, strict undefined names, escaping. Where the two differ
on purpose stands in ``DIFFERENT``, class by class, with what each of them makes; none of it is generated.

``EXAMPLES=5000 make test`` tries as many new ones; without it the same few are tried every time.
"""

from __future__ import annotations

import io
import os
import unicodedata
from typing import Any

import pytest
from docx import Document
from docxtpl.template import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from support.papers.seen import Words, seen
from support.templates.docxtpl_cases import DATA, Block, blocks, docx_of, lines
from truyenthong.word.render import DocProperties, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template

EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
CUTS = st.lists(st.integers(min_value=1, max_value=9), max_size=3)


def theirs(data: bytes, context: dict[str, Any]) -> bytes | None:
    """What docxtpl makes, at its most careful; None where it raises."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    document = DocxTemplate(io.BytesIO(data))
    try:
        document.render(context, jinja_env=environment, autoescape=True)
    except Exception:  # noqa: BLE001 - whatever it does not take
        return None
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def ours(data: bytes, context: dict[str, PlainValue], properties: DocProperties) -> bytes | None:
    return render(load_template(data, name="a"), context, properties=properties).data


def visible(data: bytes | None) -> dict[str, Words] | None:
    """The words, part by part; how a letter is composed is not seen."""
    if data is None:
        return None
    return {part: [_composed(line) for line in words] for part, words in seen(data).items()}


def _composed(line: Any) -> Any:  # noqa: ANN401 - a line or a table of lines
    if isinstance(line, str):
        return unicodedata.normalize("NFC", line)
    return [_composed(one) for one in line]


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(
    max_examples=EXAMPLES or 80,
    derandomize=not EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(made=blocks(), header=lines(depth=1), cuts=CUTS, context=DATA)
def test_the_same_words_come_out(
    made: list[Block], header: str, cuts: list[int], context: dict[str, Any], properties: DocProperties
) -> None:
    data = docx_of(made, header, cuts)
    assert visible(ours(data, context, properties)) == visible(theirs(data, context))


FIXED: dict[str, Any] = {
    "x": "GD&ĐT <a>",
    "n": 5,
    "f": 1.5,
    "co": True,
    "trong": None,
    "rong": [],
    "g": {"ten": "G"},
    "ds": [{"ten": "A&B", "so": 3}, {"ten": "C", "so": 1}],
}


def typed(*paragraphs: str) -> bytes:
    document = Document()
    for one in paragraphs:
        document.add_paragraph(one)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(data: bytes | None) -> Words | None:
    return None if data is None else seen(data).get("document", [])


REFUSED = None
DIFFERENT: dict[str, list[tuple[tuple[str, ...], Words | None, Words | None]]] = {
    "values have their wording in Vietnamese": [
        (("{{ f }}",), ["1,5"], ["1.5"]),
        (("{{ co }}",), ["có"], ["True"]),
        (("{{ 'a' in x }}",), ["có"], ["True"]),
        (("{{ 6 / 2 }}",), ["3"], ["3.0"]),
        (("-{{ trong }}",), ["-"], ["-None"]),
        (("{{ 2.5 | round }}",), ["3"], ["2.0"]),
        (("{{ ['đ', 'e', 'b'] | sort | join }}",), ["bđe"], ["beđ"]),
    ],
    "lists and groups are no text": [
        (("{{ ds | map(attribute='so') | list }}",), REFUSED, ["[3, 1]"]),
        (("{{ g }}",), REFUSED, ["{'ten': 'G'}"]),
        (("{{ x | list }}",), REFUSED, ["['G', 'D', '&', 'Đ', 'T', ' ', '<', 'a', '>']"]),
    ],
    "what is escaped is escaped once, and no data is XML": [
        (("{{ 'GD&ĐT' }}",), ["GD&ĐT"], ["GD&amp;ĐT"]),
        (("{% if x == 'GD&ĐT <a>' %}đúng{% endif %}!",), ["đúng!"], ["!"]),
        (("{{ x | e | reverse }}",), [">a< TĐ&DG"], [";tgtl TĐ;pma"]),
        (("{{ x | safe }}",), ["GD&ĐT <a>"], ["GD "]),
        (("{{r x }}",), ["GD&ĐT <a>"], []),
    ],
    "a command alone in its paragraph leaves no empty one": [
        (("a", "{% if co %}", "b", "{% endif %}"), ["a", "b"], ["a", "", "b", ""]),
        (("a", "{# nhắc #}", "b"), ["a", "b"], ["a", "", "b"]),
    ],
    "nothing is lost beside a prefix, and any sign may stand in it": [
        (("{%p if n % 2 %}", "a", "{%p endif %}"), ["a"], REFUSED),
        (("{%p if x != '}' %}", "a", "{%p endif %}"), ["a"], REFUSED),
        (("chữ {%p if co %}", "a", "{%p endif %}"), REFUSED, ["a"]),
    ],
    "a dash takes white space away and joins no paragraphs": [
        (("a", "{%- if co -%}", "b", "{%- endif -%}", "c"), ["a", "b", "c"], ["abc"]),
        (("a{% if co %}b{% endif -%} c", "d"), ["abc", "d"], ["abd"]),
    ],
    "the first of nothing is nothing": [
        (("-{{ rong | first }}{{ rong | last }}",), ["-"], REFUSED),
        (("-{{ rong | max }}{{ rong | min }}",), ["-"], REFUSED),
    ],
    "what is not offered is told": [
        (("{{ g | tojson }}",), REFUSED, ['{"ten": "G"}']),
        (("{{ n | filesizeformat }}",), REFUSED, ["5 Bytes"]),
        (("{{ x | urlencode }}",), REFUSED, ["GD%26%C4%90T%20%3Ca%3E"]),
        (("{{ x | indent }}",), REFUSED, ["GD&ĐT <a>"]),
        (("{{ dict(a=1).a }}",), REFUSED, ["1"]),
        (("{% macro a() %}m{% endmacro %}{{ a() }}",), REFUSED, ["m"]),
        (("a{% for u in rong recursive %}{% endfor %}",), REFUSED, ["a"]),
    ],
}
_ROWS = [(kind, *row) for kind, rows in DIFFERENT.items() for row in rows]


@pytest.mark.parametrize(("kind", "paragraphs", "here", "there"), _ROWS)
def test_where_they_differ_on_purpose(
    kind: str,
    paragraphs: tuple[str, ...],
    here: Words | None,
    there: Words | None,
    properties: DocProperties,
) -> None:
    data = typed(*paragraphs)
    assert body(ours(data, FIXED, properties)) == here, kind
    assert body(theirs(data, FIXED)) == there, kind


@pytest.mark.parametrize(
    "line",
    [
        *("{{ khong }}", "{{ g.khong }}", "{{ ds[9].ten }}", "{{ khong.a.b }}", "{{ x[99] }}", "{{ 1 / 0 }}"),
        *(
            "a{% for u in khong %}{% endfor %}",
            "{{ x + 1 }}",
            "{{ 'a' < 1 }}",
            "a{% if x %}",
            "{{ x | sai }}",
        ),
        *("{{ x() }}", "{{ x is sai }}", "{{ x y }}", "a{% endif %}", "{{ n.a }}", "{{ x|sai }}"),
        *(
            "{{ ''.__class__.__mro__ }}",
            "{{ '{0.__class__.x}'.format(x) }}",
            "{% include 'a' %}",
            "{% sai %}",
        ),
    ],
)
def test_what_one_refuses_the_other_refuses(line: str, properties: DocProperties) -> None:
    data = typed(line)
    assert ours(data, FIXED, properties) is None
    assert theirs(data, FIXED) is None


@pytest.mark.parametrize(
    "lines_of_it",
    [
        ("{{ '%d' | format(n) }}{{ '%05.2f' | format(f) }}", "{{ (1, 2) | join(' ') }}{{ range(3) | join }}"),
        (
            "{{ n | string + 'a' }}{{ x | count }}{{ ds | sum(attribute='so', start=2) }}",
            "{{ “b” }}{{\u00a0n }}",
        ),
        ("{{ ds | map(attribute='xa.0', default='-') | join }}", "{{ x.split() | first }}{{ '{%' }}"),
        ("{{ ds | groupby('ten') | map('first') | join }}", "{{ {'a': {'b': 1}}.a.b }}{{ '' if n }}|"),
        ("{{ n }} {%- if co %} {{ n }} {% endif %} b", "a {{- n -}} b"),
        ("{_{ ten }_} và {_% if a %_} {{ n }}", "{_{ n }_}", "chỉ }_} và %_}"),
    ],
)
def test_more_that_is_the_same(lines_of_it: tuple[str, ...], properties: DocProperties) -> None:
    data = typed(*lines_of_it)
    made = body(ours(data, FIXED, properties))
    assert made == body(theirs(data, FIXED))
    assert made is not None


def test_tables_that_a_loop_puts_side_by_side_stay_several_only_here(properties: DocProperties) -> None:
    document = Document()
    document.add_paragraph("{%p for u in ds %}")
    document.add_table(1, 1).cell(0, 0).text = "{{ u.ten }}"
    document.add_paragraph("{%p endfor %}")
    stream = io.BytesIO()
    document.save(stream)
    first, second = [[["A&B"]]], [[["C"]]]
    assert body(ours(stream.getvalue(), FIXED, properties)) == [first, "", second]
    assert body(theirs(stream.getvalue(), FIXED)) == [first, second]
