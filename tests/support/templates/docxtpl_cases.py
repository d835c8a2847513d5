"""Templates and data for this engine and docxtpl alike, made at random; renders nothing.

What is left out, because the two are not both right or mean something else by it, is listed in
``test_against_docxtpl``.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from hypothesis import strategies as st

_LETTERS = "aAbđĐấ&<>\"'x0 -{}%#\u00a0\u200b😀"
TEXTS = st.text(alphabet=_LETTERS, max_size=8)
LONGER = st.lists(TEXTS, min_size=1, max_size=3).flatmap(
    lambda several: st.sampled_from(["\n", "\t"]).map(lambda between: between.join(several))
)
_NUMBERS = st.integers(min_value=-3, max_value=30)
_UNITS = st.lists(
    st.fixed_dictionaries({"ten": TEXTS, "so": _NUMBERS, "xa": st.lists(TEXTS, max_size=2)}), max_size=3
)
DATA = st.fixed_dictionaries(
    {
        "x": LONGER,
        "y": TEXTS,
        "n": _NUMBERS,
        "m": _NUMBERS,
        "co": st.booleans(),
        "g": st.fixed_dictionaries({"ten": TEXTS, "so": _NUMBERS}),
        "ds": _UNITS,
    }
)
"""What both are given."""

_WORDS = st.sampled_from(["chữ ", "và", " – ", "(", "), ", "GD&ĐT ", "a < b", "100%", "{ }", "“nháy”"])


def _joined(parts: Sequence[str]) -> str:
    return "".join(parts)


_FROM_LISTS = (
    "(ds | map(attribute='ten') | join(', '))",
    "(ds | selectattr('so', 'gt', 3) | map(attribute='ten') | list | join('; '))",
    "(ds | map(attribute='so') | join('+'))",
    "(ds | sort(attribute='so') | map(attribute='ten') | join)",
    "(ds | sort(true, attribute='so') | map(attribute='so') | join(',') )",
    "(ds | rejectattr('so', 'odd') | map(attribute='ten') | map('upper') | join('/'))",
    "((ds | first).ten if ds else 'trống')",
    "('{} {}'.format(n, m))",
    "(g.keys() | sort | join)",
)


def texts(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Expressions that are texts; ``names`` are the texts that stand for something here."""
    simple = st.sampled_from([*names, "g.ten", "g['ten']", "'đ'", '"b c"', "khong | default('k')", "''"])
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(_TEXT_FILTERS)).map(lambda two: f"({two[0]}){two[1]}"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]} ~ {two[1]})"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]} if n > m else {two[1]})"),
            st.tuples(inner, inner).map(lambda two: f"('%s-%s' | format({two[0]}, {two[1]}))"),
            st.sampled_from(_FROM_LISTS),
        ),
        max_leaves=4,
    )


_TEXT_FILTERS = (
    *(" | upper", " | lower", " | capitalize", " | title", " | trim", " | replace('a', 'bb')", "[:3]"),
    *(" | default('-')", " | default('-', true)", ".upper()", ".strip()", ".replace('x', 'đ')"),
    *(" | truncate(5)", " | truncate(6, true, '…', 0)", " | center(9)", " | reverse", "[1:]", " | string"),
    *(" | list | join('.')", " | list | unique | join", ".split(' ') | join('_')", " | striptags"),
)


_COUNTED = (
    "(ds | sum(attribute='so'))",
    "(ds | map(attribute='so') | list | length)",
    "('12' | int + 1)",
    "(ds | map(attribute='so') | max if ds else 0)",
    "((ds | min(attribute='so')).so if ds else 1)",
    "(ds[-1].so if ds else 2)",
    "(ds | batch(2) | list | length)",
)


def numbers(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Expressions that are whole numbers."""
    simple = st.sampled_from([*names, "n", "m", "g.so", "2", "ds | length", "x | length", "y | wordcount"])
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
            inner.map(lambda one: f"({one}) // 2"),
            inner.map(lambda one: f"({one}) % 3"),
            inner.map(lambda one: f"(-({one}) | abs)"),
            st.sampled_from(_COUNTED),
        ),
        max_leaves=3,
    )


def conditions(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Expressions that hold or do not."""
    number, text = numbers(()), texts(names)
    signs = st.sampled_from([">", "<", ">=", "<=", "==", "!="])
    simple = st.one_of(
        st.tuples(number, signs, number).map(lambda t: f"{t[0]} {t[1]} {t[2]}"),
        st.tuples(text, st.sampled_from(["==", "!=", "in", "not in"]), text).map(
            lambda t: f"{t[0]} {t[1]} {t[2]}"
        ),
        number.map(lambda one: f"({one}) is even"),
        number.map(lambda one: f"({one}) is divisibleby 3"),
        st.sampled_from(
            ["co", "not co", "ds", "x", "khong is defined", "g.ten is defined", "g.a is undefined"]
        ),
    )
    return st.recursive(
        simple,
        lambda inner: st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
            lambda t: f"({t[0]}) {t[1]} ({t[2]})"
        ),
        max_leaves=2,
    )


def lines(names: tuple[str, ...] = ("x", "y"), depth: int = 2) -> st.SearchStrategy[str]:
    """The text of one paragraph: words and tags, never a tag alone."""
    return st.lists(pieces(names, depth), min_size=1, max_size=4).map(lambda parts: f"•{''.join(parts)}.")


def _plain(condition: str) -> str:
    """Without what docxtpl does not take in a tag with a prefix."""
    return "co" if "%" in condition or "}" in condition else condition


def pieces(names: tuple[str, ...], depth: int) -> st.SearchStrategy[str]:
    """Words, prints, and commands that open and close."""
    # «e» comes last: of an escaped text docxtpl would go on to cut and turn round the signs of XML.
    escaped = texts(names).map(lambda one: f"({one}) | e")
    prints = st.one_of(texts(names), numbers(()), escaped).map(lambda one: f"{{{{ {one} }}}}")
    plain = st.one_of(_WORDS, prints, st.just("{# nhắc #}"))
    if depth == 0:
        return plain
    inner = st.lists(pieces(names, depth - 1), max_size=2).map(_joined)
    in_loop = st.lists(
        st.one_of(pieces((*names, "u.ten"), depth - 1), st.sampled_from(_LOOP)), max_size=3
    ).map(_joined)
    deep = st.lists(pieces((*names, "v"), 0), max_size=2).map(_joined)
    return st.one_of(
        plain,
        st.tuples(conditions(names), inner, inner).map(
            lambda t: f"{{% if {t[0]} %}}{t[1]}{{% else %}}{t[2]}{{% endif %}}"
        ),
        st.tuples(conditions(names), conditions(names), inner, inner).map(
            lambda t: f"{{% if {t[0]} %}}{t[2]}{{% elif {t[1]} %}}{t[3]}{{% endif %}}"
        ),
        in_loop.map(lambda body: f"{{% for u in ds %}}{body}{{% endfor %}}"),
        in_loop.map(lambda body: f"{{% for u in ds if u.so > m %}}{body}{{% else %}}không{{% endfor %}}"),
        deep.map(lambda body: f"{{% for u in ds %}}{{% for v in u.xa %}}{body}{{% endfor %}}{{% endfor %}}"),
        st.tuples(texts(names), deep).map(lambda t: f"{{% set v = {t[0]} %}}{t[1]}"),
        st.tuples(conditions(names), inner).map(lambda t: f"{{%r if {_plain(t[0])} %}}{t[1]}{{%r endif %}}"),
        st.just("{% for k, v in g.items() %}{{ k }}={{ v }};{% endfor %}"),
        st.just(
            "{% for k, v in ds | groupby('so') %}{{ k }}:{{ v | map(attribute='ten') | join }};{% endfor %}"
        ),
        st.just("{% for v in ds | batch(2, 'thêm') %}{{ v | length }};{% endfor %}"),
        st.just(
            "{% set k = namespace(t=0) %}{% for u in ds %}{% set k.t = k.t + u.so %}{% endfor %}{{ k.t }}"
        ),
        st.tuples(texts(names), deep).map(lambda t: f"{{% with v = {t[0]} %}}{t[1]}{{% endwith %}}"),
    )


_LOOP = (
    *("{{ loop.index }}", "{{ loop.revindex0 }}", "{{ loop.length }}", "{% if not loop.last %}, {% endif %}"),
    *("{{ loop.cycle('a', 'b') }}", "{% if loop.changed(u.so) %}mới{% endif %}", "{{ u.so }}"),
    "{% if loop.previtem is defined %}<{{ loop.previtem.ten }}{% endif %}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a document.

    Attributes:
        kind: ``p`` one paragraph, ``pif`` and ``pfor`` some between tags with a prefix, ``tr``, ``trif``,
            ``tc`` a table with a row or column repeated.
        head: what the tag says: a condition.
    """

    kind: str
    head: str
    lines: tuple[str, ...]


def blocks() -> st.SearchStrategy[list[Block]]:
    """A document, piece by piece."""
    outer, inner = lines(), lines(("x", "u.ten"), 1)
    head = conditions(("x", "y")).map(_plain)
    several = st.lists(outer, min_size=1, max_size=2)
    in_loop = st.lists(inner, min_size=1, max_size=3)
    one = st.one_of(
        _blocks("p", head, several),
        _blocks("pif", head, several),
        _blocks("pfor", head, in_loop),
        _blocks("tr", head, in_loop),
        _blocks("trif", head, several),
        _blocks("tc", head, st.lists(inner, min_size=1, max_size=1)),
    )
    return st.lists(one, min_size=1, max_size=3)


def _blocks(
    kind: str, head: st.SearchStrategy[str], inside: st.SearchStrategy[list[str]]
) -> st.SearchStrategy[Block]:
    return st.tuples(head, inside).map(lambda t: Block(kind=kind, head=t[0], lines=tuple(t[1])))


def docx_of(made: Sequence[Block], header: str, cuts: Sequence[int]) -> bytes:
    """The template; ``cuts`` says after how many characters each next run begins."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    for block in made:
        match block.kind:
            case "p":
                for line in block.lines:
                    _typed(document.add_paragraph(), line, cuts)
            case "pif" | "pfor":
                opened = f"{{%p if {block.head} %}}" if block.kind == "pif" else "{%p for u in ds %}"
                document.add_paragraph(opened)
                for line in block.lines:
                    _typed(document.add_paragraph(), line, cuts)
                document.add_paragraph("{%p endif %}" if block.kind == "pif" else "{%p endfor %}")
            case "tc":
                _columns(document.add_table(2, 5).rows[0].cells, block.lines[0], cuts)
            case _:
                table = document.add_table(len(block.lines) + 3, 2)
                opened = f"{{%tr if {block.head} %}}" if block.kind == "trif" else "{%tr for u in ds %}"
                table.cell(1, 0).text = opened
                for place, line in enumerate(block.lines):
                    _typed(table.cell(place + 2, place % 2).paragraphs[0], line, cuts)
                table.rows[-1].cells[1].text = "{%tr endif %}" if block.kind == "trif" else "{%tr endfor %}"
        document.add_paragraph("hết")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _columns(cells: Sequence[_Cell], line: str, cuts: Sequence[int]) -> None:
    cells[0].text = "đầu"
    cells[1].text = "{%tc for u in ds %}"
    _typed(cells[2].paragraphs[0], line, cuts)
    cells[3].text = "{%tc endfor %}"
    cells[4].text = "cuối"


def _typed(paragraph: Paragraph, text: str, cuts: Sequence[int]) -> None:
    """The text in runs as uneven as Word makes them, every other one bold."""
    place, number = 0, 0
    while place < len(text):
        size = cuts[number % len(cuts)] if cuts else len(text)
        paragraph.add_run(text[place : place + size]).bold = bool(number % 2)
        place, number = place + size, number + 1
