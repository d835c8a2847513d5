"""The two readers of YAML events agree, and both can give nodes."""

from __future__ import annotations

import pytest
import yaml

from truyenthong.yamltext.engines import compose, libyaml_engine, pure_engine

TEXTS = ("a: b\n", "- x\n- {c?: [d, 'e']}\n", "a: x\ty\n", "a: >-\n  b\n  c\n", "")


def shape(node: yaml.Node | None) -> object:
    """What a node holds and where it stands."""
    if node is None:
        return None
    places = (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return node.value, places
    if isinstance(node, yaml.MappingNode):
        return [(shape(key), shape(value)) for key, value in node.value], places
    return [shape(entry) for entry in node.value], places


@pytest.mark.parametrize("text", TEXTS)
def test_both_give_the_same_nodes(text: str) -> None:
    assert shape(compose(text, engine=libyaml_engine)) == shape(compose(text, engine=pure_engine))


def test_the_slow_one_has_the_last_word() -> None:
    node = compose("a: {b:?}\n")
    assert node is not None
    with pytest.raises(yaml.MarkedYAMLError):
        compose("a: {b")


def test_a_source_gives_one_event_after_the_other() -> None:
    for engine in (libyaml_engine, pure_engine):
        source = engine("a")
        names = [type(source.get_event()).__name__ for _ in range(3)]
        assert names == ["StreamStartEvent", "DocumentStartEvent", "ScalarEvent"]
