"""Files gone wrong: bytes put in, taken out, doubled and cut off at random places."""

from __future__ import annotations

from hypothesis import strategies as st

SCRAPS = (
    *(b":", b": ", b"- ", b"\n", b"\n  ", b'"', b"'", b"#", b" #x", b"{", b"}", b"[", b"]", b",", b"|", b">"),
    *(b"&a ", b"*a", b"!", b"!b ", b"%", b"@", b"`", b"\t", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\xcc\x81"),
    *(b"~", b"null", b"---\n", b"...\n", b"?", b"? ", b"\\", b"\x00", b"\xff", b"\xef\xbb\xbf", b"<<: "),
    *(b"-", b"0", b"9" * 18, b"31/4/2021", b"1,200", "Nguyễn".encode(), "😀".encode(), b"\xc3", b" " * 41),
)
"""What slips of the keyboard, other programs and bad luck leave in a file."""


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """``data`` with one to five changes."""
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(("in", "over", "out", "double", "cut"))):
            case "in":
                data = data[:start] + draw(st.sampled_from(SCRAPS)) + data[start:]
            case "over":
                scrap = draw(st.sampled_from(SCRAPS))
                data = data[:start] + scrap + data[start + len(scrap) :]
            case "out":
                data = data[:start] + data[start + draw(st.integers(1, 40)) :]
            case "double":
                data = data[: start + draw(st.integers(1, 120))] + data[start:]
            case _:
                data = data[: max(start, len(data) // 2)]
    return data


def stretches(data: bytes, lines: int) -> st.SearchStrategy[bytes]:
    """Some lines in a row of a file."""
    rows = data.splitlines(keepends=True)
    return st.integers(0, len(rows) - 1).map(lambda start: b"".join(rows[start : start + lines]))
