"""YAML texts become plain trees, or findings with a place; the same from both event engines."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from support.yaml.yaml_corpus import BROKEN, CORPUS
from truyenthong.findings import Finding, Severity
from truyenthong.yamltext.engines import Engine, fastest_engine, libyaml_engine, pure_engine
from truyenthong.yamltext.parse import MAX_BYTES, Parsed, Value, parse_yaml
from truyenthong.yamltext.tree import MAX_DEPTH, MAX_NODES

ENGINES = pytest.mark.parametrize("engine", [libyaml_engine, pure_engine], ids=["libyaml", "python"])


def parse(text: str, engine: Engine | None = None) -> Parsed:
    return parse_yaml(text.encode(), file="a.yaml", engine=engine)


def place(finding: Finding) -> str:
    """``TT015 2:4-8``."""
    span = finding.ref.span
    if span is None:
        return finding.code
    end = f"{span.end_line}:{span.end_column}" if span.end_line != span.line else str(span.end_column)
    return f"{finding.code} {span.line}:{span.column}-{end}"


@ENGINES
@pytest.mark.parametrize(("text", "findings", "value"), CORPUS)
def test_every_text_of_the_corpus_gives_its_tree_or_its_findings(
    text: str, findings: list[str], value: Value, engine: Engine
) -> None:
    parsed = parse(text, engine)
    assert [place(finding) for finding in parsed.findings] == findings
    assert parsed.ok == (value != BROKEN)
    assert parsed.value == (value if parsed.ok else None)


@pytest.mark.parametrize("text", [text for text, _, _ in CORPUS])
def test_both_engines_say_the_same_words(text: str) -> None:
    assert parse(text, libyaml_engine) == parse(text, pure_engine)


@pytest.mark.parametrize("text", [text for text, _, _ in CORPUS])
def test_messages_are_vietnamese_sentences(text: str) -> None:
    for finding in parse(text).findings:
        words = f" {finding.message} {finding.hint} "
        assert not any(english in words for english in (" found ", " expected ", " while ", " the "))
        assert not finding.message.endswith(".")


ALPHABET = st.sampled_from([*"ab:-[]{},#&*|>'\"%@`?~\n\t\r\\ ế\x85\u2028", "\n  ", ": ", "- ", "\n"])


@given(st.lists(ALPHABET, max_size=25).map("".join))
def test_engines_agree_on_any_text(text: str) -> None:
    # The one known difference: a comment that touches the sign of a block of text.
    assume("|" not in text and ">" not in text)
    assert parse(text, libyaml_engine) == parse(text, pure_engine)


@given(st.binary(max_size=60))
def test_nothing_that_a_file_may_hold_raises(data: bytes) -> None:
    parsed = parse_yaml(data, file="a.yaml")
    assert parsed.ok or parsed.findings


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff\x7f"),
    max_size=12,
).map(lambda text: unicodedata.normalize("NFC", text))
TREES = st.recursive(
    st.none() | TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS.filter(bool), below, max_size=4),
    max_leaves=12,
).filter(lambda tree: tree is not None)


class PlainDumper(yaml.SafeDumper):
    """Writes no anchors, also where the same list stands twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - as PyYAML has it
        return True


def dump(tree: Value, *, flow: bool) -> str:
    text: str = yaml.dump(
        tree, Dumper=PlainDumper, allow_unicode=True, default_flow_style=flow, sort_keys=False
    )
    return text


@ENGINES
@given(tree=TREES, flow=st.booleans())
def test_what_is_written_is_read_again(tree: Value, flow: bool, engine: Engine) -> None:
    parsed = parse(dump(tree, flow=flow), engine)
    assert parsed.ok
    assert parsed.value == tree
    assert all(finding.severity is Severity.WARNING for finding in parsed.findings)


def test_paths_lead_to_the_faulty_field() -> None:
    text = "lan_nop:\n- tep: [{ten: a, ten: b}]\n  x: &n 1\n  y: Thiếu #2\n  <<: {z: *n}\n"
    paths = [(finding.code, finding.ref.path, finding.ref.at) for finding in parse(text).findings]
    assert paths == [
        ("TT020", ("lan_nop", 0, "tep", 0, "ten"), "key"),
        ("TT021", ("lan_nop", 0, "x"), "value"),
        ("TT030", ("lan_nop", 0, "y"), "value"),
        ("TT024", ("lan_nop", 0, "<<"), "key"),
        ("TT022", ("lan_nop", 0, "<<", "z"), "value"),
    ]


def test_what_stands_under_a_second_key_is_thrown_away() -> None:
    assert parse("a: {b: 1}\na: {b: 2, c: 3}\nd: 4\n").value == {"a": {"b": "1"}, "d": "4"}


def test_a_dropped_hash_names_what_was_lost_and_how_to_keep_it() -> None:
    (finding,) = parse("ly_do: Thiếu phụ lục #2\n").findings
    assert finding.severity is Severity.WARNING
    assert finding.message == "«#2» bị coi là ghi chú nên không được đọc; giá trị chỉ còn «Thiếu phụ lục»"
    assert finding.hint is not None
    assert '"Thiếu phụ lục #2"' in finding.hint


@ENGINES
def test_depth_is_stopped_while_reading(engine: Engine) -> None:
    assert parse("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH, engine).ok
    parsed = parse("[" * 100_000, engine)
    assert [place(finding) for finding in parsed.findings] == [f"TT002 1:{MAX_DEPTH + 1}-{MAX_DEPTH + 2}"]
    assert not parsed.ok


def test_too_many_values_are_stopped() -> None:
    text = "- a\n" * (MAX_NODES - 1)
    assert parse(text).ok
    parsed = parse(text + "- a\n")
    assert [place(finding) for finding in parsed.findings] == [f"TT003 {MAX_NODES}:3-4"]
    assert parsed.value is None


def test_too_many_lists_are_stopped_too() -> None:
    assert [finding.code for finding in parse("- []\n" * MAX_NODES).findings] == ["TT003"]


def test_too_large_a_file_is_not_read() -> None:
    (finding,) = parse_yaml(b"a" * (MAX_BYTES + 1), file="a.yaml").findings
    assert (finding.code, finding.message) == ("TT001", "tệp nặng 2 MiB, lớn hơn mức 2 MiB")


def test_the_fastest_engine_is_the_one_in_c_where_it_is_there() -> None:
    expected = libyaml_engine if yaml.__with_libyaml__ else pure_engine
    assert fastest_engine() is expected


@ENGINES
def test_escapes_of_half_characters_are_found_by_both(engine: Engine) -> None:
    parsed = parse('a: "\\ud800x"\n', engine)
    assert [place(finding) for finding in parsed.findings] == ["TT005 1:4-13"]
    assert parsed.value == {"a": "\ufffdx"}


def test_several_invisible_characters_in_one_value_are_one_finding() -> None:
    parsed = parse("a: x\x0by\x0bz\n# \x07\nb: \ufeff1\n")
    assert [place(finding) for finding in parsed.findings] == ["TT005 1:5-6", "TT005 3:4-5", "TT005 2:3-4"]
    assert [finding.ref.path for finding in parsed.findings] == [("a",), ("b",), ()]
    assert "dấu ngắt dòng của Word" in parsed.findings[0].message
