"""Decodes ``settings.yaml``; judges no meaning."""

from __future__ import annotations

from truyenthong.findings import Finding, Ref
from truyenthong.model.settings import Settings
from truyenthong.sources.building import Value
from truyenthong.sources.reader import Collector, MappingReader


def decode_settings(value: Value, *, file: str) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a file; an empty file leaves everything as it is without one."""
    if value is None:
        return Settings(), ()
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    settings = Settings(sample_data=root.boolean("du_lieu_mau", default=False))
    root.no_others()
    return settings, collector.findings
