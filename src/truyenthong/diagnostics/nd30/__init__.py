"""Layout by Nghị định 30/2020/NĐ-CP (TT500 to TT599), in the order of the codes; says nothing itself."""

from __future__ import annotations

from truyenthong.diagnostics.nd30 import annexes, feet, grounds, heads, pages, texts

ALL = tuple(
    sorted(
        (*pages.ALL, *heads.ALL, *grounds.ALL, *texts.ALL, *feet.ALL, *annexes.ALL), key=lambda one: one.code
    )
)
