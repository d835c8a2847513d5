"""Layout by Nghị định 30/2020/NĐ-CP (TT501 to TT599)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import Diagnostic

ALL: tuple[Diagnostic, ...] = ()
