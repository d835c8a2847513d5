"""Makes the keys by which texts are compared, and recognises numbers and addresses of machines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

SortKey = tuple[tuple[tuple[int, tuple[int, ...], int], ...], str]
"""What ``sort_key`` returns; only good for comparing with another one."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: index for index, letter in enumerate(_ALPHABET)}
_OTHER = len(_ALPHABET)

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""huyền, hỏi, ngã, sắc, nặng as combining marks; the level tone is 0."""

_LOOK_ALIKES = str.maketrans(
    {
        "\u00f0": "đ",  # the small form of U+00D0, eth
        "\u0256": "đ",  # the small form of U+0189
        # Cyrillic letters that cannot be told from Latin ones
        **dict(zip("авекмнорстухіјѕ", "abekmhopctyxijs", strict=True)),
        **dict.fromkeys("‐‑‒–—―−", "-"),  # hyphens and dashes
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060", "'"),
        **dict.fromkeys("“”„«»", '"'),
    }
)
_ETH = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_SYLLABLE = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_NOT_IN_CODE = re.compile(r"[^a-z0-9]+")
_LONGEST_COMPARED = 120
_CLOSE_ENOUGH = 0.6
"""The share of common letters from which a suggestion helps more than it misleads (difflib's own default)."""


def nfc(text: str) -> str:
    """The composed form in which all text is kept."""
    return unicodedata.normalize("NFC", text)


def collapse(text: str) -> str:
    """Runs of white space (also non-breaking) as one space, none at the ends, zero-width signs gone."""
    if not text.isascii():
        # A soft hyphen, joiners, direction marks and the byte order mark are all of category Cf.
        text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(text.split())


def fold(text: str) -> str:
    """A key under which two ways to type the same words are equal.

    Free of case, tone placement (Hòa/Hoà, quí/quý), kinds and number of spaces, zero-width signs, kinds of
    dashes and look-alike letters (Ð and Ɖ for Đ, Cyrillic). Letters and tones themselves stay: Than Uyên
    and Tân Uyên are never equal.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = nfc(collapse(text.translate(_LOOK_ALIKES)))
    return _SYLLABLE.sub(lambda match: _fold_syllable(match[0]), text)


def _fold_syllable(syllable: str) -> str:
    letters, tones = _split_tones(syllable)
    if letters == "qui":
        letters = "quy"  # quí and quý, qui and quy: two schools of spelling, one word
    return letters + tones


def _split_tones(syllable: str) -> tuple[str, str]:
    """The letters with their own marks (ă â đ ê ô ơ ư), and the tone marks that stood on them."""
    if syllable.isascii():
        return syllable, ""
    parts = unicodedata.normalize("NFD", syllable)
    letters = "".join(char for char in parts if char not in _TONES)
    return nfc(letters), "".join(char for char in parts if char in _TONES)


def sort_key(text: str) -> SortKey:
    """Puts texts into Vietnamese alphabetical order: ``sorted(names, key=sort_key)``.

    Syllable by syllable: the letters (a ă â b c d đ e ê …), then the tone (ngang, huyền, hỏi, ngã, sắc,
    nặng). Case and punctuation do not count; runs of digits are ordered as numbers, before letters.
    """
    text = nfc(text)
    words = _WORD.findall(text.translate(_ETH).casefold())
    return tuple(_rank_of(word) for word in words), text


def _rank_of(word: str) -> tuple[int, tuple[int, ...], int]:
    if word[0] in "0123456789":
        digits = word.lstrip("0")
        return 0, (len(digits), *map(int, digits)), 0
    letters, tones = _split_tones(word)
    return 1, tuple(_RANK.get(letter, _OTHER + ord(letter)) for letter in letters), _TONES.get(tones[:1], 0)


def ascii_form(text: str) -> str:
    """The text without Vietnamese marks: ``Đơn vị`` -> ``Don vi``; what is left beyond ASCII is dropped."""
    text = text.translate(_ETH)
    plain = text.replace("đ", "d").replace("Đ", "D")
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")


def code_form(text: str) -> str:
    """The text as a code: ``Thư điện tử`` -> ``thu-dien-tu``; empty where nothing is left."""
    return _NOT_IN_CODE.sub("-", ascii_form(text).lower()).strip("-")


_ABBREVIATIONS = {
    "pgd": "phòng giáo dục và đào tạo",
    "pgdđt": "phòng giáo dục và đào tạo",
    "sgd": "sở giáo dục và đào tạo",
    "sgdđt": "sở giáo dục và đào tạo",
    "gd": "giáo dục",
    "đt": "đào tạo",
    "gdđt": "giáo dục và đào tạo",
    "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở",
    "ptdtnt": "phổ thông dân tộc nội trú",
    "dtnt": "phổ thông dân tộc nội trú",
    "gdtx": "giáo dục thường xuyên",
    "gdnn": "giáo dục nghề nghiệp",
    "hn": "hướng nghiệp",
    "tt": "trung tâm",
    "tp": "thành phố",
    "vp": "văn phòng",
    "tx": "thị xã",
}
_IN_FULL = {fold(short): fold(words) for short, words in _ABBREVIATIONS.items()}
_ASCII_IN_FULL = {ascii_form(short): fold(words) for short, words in _ABBREVIATIONS.items()}
_LEFT_OUT = frozenset(map(fold, ("trường", "huyện", "tỉnh", "và")))
_NAME_WORD = re.compile(r"[^\s&.,()/–-]+")


def spoken_name(text: str) -> tuple[str, ...]:
    """A name of a unit as it is said: usual abbreviations in full, without «trường», «huyện», «tỉnh».

    «PGD Than Uyên», «Phòng GD&ĐT Than Uyên» and «Phòng Giáo dục và Đào tạo huyện Than Uyên» are one.
    """
    words = (_IN_FULL.get(word) or _ASCII_IN_FULL.get(word, word) for word in _NAME_WORD.findall(fold(text)))
    return tuple(word for word in " ".join(words).split() if word not in _LEFT_OUT)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that looks most like ``word``, or None: a suggestion to show, never a decision.

    Compared without case and marks, so Than Uyên may be suggested for Tân Uyên; the user chooses. «i» and
    «y» are one letter here, as in «kì» and «kỳ». Of equals the first candidate wins.
    """
    wanted = _compared(word)
    if not wanted:
        return None
    best, best_score = None, _CLOSE_ENOUGH
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for candidate in candidates:
        matcher.set_seq1(_compared(candidate))
        if matcher.real_quick_ratio() > best_score and (score := matcher.ratio()) > best_score:
            best, best_score = candidate, score
    return best


def _compared(word: str) -> str:
    return code_form(word[:_LONGEST_COMPARED]).replace("y", "i")


_NAME = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_NAME}@{_LABEL}(?:\.{_LABEL})*")
_CODE = re.compile(r"<[!-;=?-~]{3,900}>")
MOST_FILE_DIGITS = 9
"""More digits than any table, id or offset of a real file has; all of them fit 32 bits."""


def is_file_number(text: str | None) -> bool:
    """Whether a text is one to nine ASCII digits: ``int()`` of anything else may raise or take very long.

    ``str.isdigit`` accepts «²», which ``int`` refuses, and ``int`` refuses 5,000 digits.
    """
    return text is not None and 0 < len(text) <= MOST_FILE_DIGITS and text.isascii() and text.isdigit()


def file_number(text: str | None, default: int = 0) -> int:
    """The number that a file's structure gives, or the default where it gives none that makes sense."""
    return int(text) if text is not None and is_file_number(text) else default


def is_address(text: str) -> bool:
    """Whether a text is one address and nothing else (WHATWG HTML, 4.10.5.1.5).

    Names, angle brackets, commas, line ends and whatever else could make two of it are no part of one.
    """
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def is_message_code(text: str) -> bool:
    """Whether a text is one Message-ID and nothing else (RFC 5322, 3.6.4), in its brackets."""
    return _CODE.fullmatch(text) is not None
