"""Recognises Vietnamese text in the encodings of old machines, and converts it where that is asked for."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import assert_never


class LegacyEncoding(StrEnum):
    """An encoding that Vietnamese offices used before Unicode; the value is its name for people."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    CP1258 = "Windows-1258"


_TCVN3 = dict(
    zip(
        (
            "\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae"
            "\xb5\xb6\xb7\xb8\xb9\xbb\xbc\xbd\xbe\xc6\xc7\xc8\xc9\xca\xcb\xcc\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6"
            "\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee"
            "\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe"
        ),
        ("ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"),
        strict=True,
    )
)

_ACCENTS = {
    "\u0300": "ø",
    "\u0301": "ù",
    "\u0309": "û",
    "\u0303": "õ",
    "\u0323": "ï",
    "\u0302": "â",
    "\u0302\u0301": "á",
    "\u0302\u0300": "à",
    "\u0302\u0309": "å",
    "\u0302\u0303": "ã",
    "\u0302\u0323": "ä",
    "\u0306": "ê",
    "\u0306\u0301": "é",
    "\u0306\u0300": "è",
    "\u0306\u0309": "ú",
    "\u0306\u0303": "ü",
    "\u0306\u0323": "ë",
}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARK = {sign: marks for marks, sign in _ACCENTS.items()}
_VNI = re.compile(f"([aeouyôö]?)([{''.join(_VNI_MARK)}])|[{''.join(_VNI_ALONE)}]", re.IGNORECASE)

_TOKEN = re.compile(r"[^\s\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e“”‘’–…]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    "(?:[aăâeêioôơuưy]|a[iouy]|â[uy]|eo|êu|i[aêu]|iêu|o[aăeio]|oa[ioy]|oeo|ôi|ơi|u[aâêôơiy]|u[âa]y|uôi"
    "|uy[aêu]|ư[aiơu]|ươ[iu]|yêu?)"
    "(?:ch|ng|nh|[cmnpt])?"
)
_SAMPLE = 20_000
_CERTAIN = 0.7
"""The share of words that must be Vietnamese syllables in an encoding before it is named."""


def legacy_of_bytes(data: bytes) -> LegacyEncoding | None:
    """The old encoding in which ``data`` (not UTF-8) reads as Vietnamese, or None."""
    return _best(data[:_SAMPLE].decode("latin-1"), tuple(LegacyEncoding), _CERTAIN)


def legacy_of_text(text: str) -> LegacyEncoding | None:
    """The old encoding whose codes appear as Latin letters in ``text`` («Gi¸o dôc»), or None.

    Such text comes from files set in fonts like .VnTime and VNI-Times. Text that reads as Vietnamese as it
    is has none.
    """
    as_it_is = _score(text[:_SAMPLE])
    return _best(text[:_SAMPLE], (LegacyEncoding.TCVN3, LegacyEncoding.VNI), max(_CERTAIN, as_it_is + 0.01))


def from_legacy(text: str, encoding: LegacyEncoding) -> str:
    """What ``text`` (old codes, read as Latin-1) says; NFC. To offer, never to store unasked."""
    match encoding:
        case LegacyEncoding.TCVN3:
            said = "".join(_TCVN3.get(char, char) for char in text)
        case LegacyEncoding.VNI:
            said = _VNI.sub(_vni_letter, text)
        case LegacyEncoding.CP1258:
            said = text.encode("latin-1", "replace").decode("cp1258", "replace")
        case _ as never:
            assert_never(never)
    return unicodedata.normalize("NFC", said)


def _vni_letter(match: re.Match[str]) -> str:
    if match[2] is None:
        return _like(match[0], _VNI_ALONE[match[0].lower()])
    if not match[1]:
        return _like(match[2], _VNI_ALONE.get(match[2].lower(), match[2]))
    base = _like(match[1], _VNI_ALONE.get(match[1].lower(), match[1]))
    return base + _VNI_MARK[match[2].lower()]


def _like(sample: str, letter: str) -> str:
    return letter.upper() if sample.isupper() else letter


def _best(text: str, encodings: tuple[LegacyEncoding, ...], least: float) -> LegacyEncoding | None:
    scores = [(_score(from_legacy(text, encoding)), encoding) for encoding in encodings]
    score, encoding = max(scores, key=lambda pair: pair[0])
    return encoding if score >= least else None


def _score(text: str) -> float:
    """The share of the words beyond ASCII that are Vietnamese syllables."""
    words = [word for word in _TOKEN.findall(text.lower()) if not word.isascii()]
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    letters, tones = _TONES.subn("", unicodedata.normalize("NFD", word))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", letters)) is not None
