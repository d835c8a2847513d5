"""Settings of a workspace that are no part of the plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``sample_data`` marks every page and table as sample data (``du_lieu_mau``)."""

    sample_data: bool = False
