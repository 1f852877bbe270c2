"""Letters: case, folding for search, and sort keys that are the same on every machine.

The Turkish alphabet has 29 letters; q, w and x sort where Latin habit puts them. Keys compare as bytes
and order as the Unicode root collation tailored to Turkish does (CLDR ``tr``): letters first, then
accents, then case. Runs of digits compare as numbers, so that table 2 comes before table 10.
"""

import re
import unicodedata
from functools import lru_cache

_ALPHABETS = {
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
_SPECIAL = str.maketrans(
    {
        "ı": "i", "İ": "i", "I": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
        "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
        "ə": "e", "Ə": "e", "ħ": "h", "Ħ": "h", "’": "'", "ʼ": "'", "ʻ": "'", "‘": "'",
    }
)  # fmt: skip
_TURKISH_LOWER = str.maketrans({"I": "ı", "İ": "i"})
_TURKISH_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_PIECES = re.compile(r"\d+|[^\W\d]+|[\W_]+")


def upper(text: str, language: str = "tr") -> str:
    """Capitals of ``text`` by the rules of ``language``: ``şişli`` → ``ŞİŞLİ`` in Turkish."""
    return (text.translate(_TURKISH_UPPER) if language == "tr" else text).upper()


def lower(text: str, language: str = "tr") -> str:
    """Small letters of ``text`` by the rules of ``language``: ``ILICA`` → ``ılıca`` in Turkish."""
    return (text.translate(_TURKISH_LOWER) if language == "tr" else text).lower()


def fold(text: str) -> str:
    """``text`` without case, accents and dots, for search: ``Şükrü`` → ``sukru``, ``ILICA`` → ``ilica``."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    kept = "".join(c for c in spread if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept.translate(_SPECIAL).casefold())


@lru_cache(maxsize=16384)
def _weights(char: str, language: str) -> tuple[bytes, bytes, bytes]:
    """Primary (letter), secondary (accent) and tertiary (case) weight of one character."""
    small = lower(char, language)
    case = b"\x01" if small == char else b"\x02"
    alphabet = _ALPHABETS.get(language, _ALPHABETS["en"])
    if len(small) == 1 and small in alphabet:
        return bytes([0x40 + 2 * alphabet.index(small)]), b"\x01", case
    spread = unicodedata.normalize("NFKD", char.translate(_SPECIAL))
    base = "".join(c for c in spread if not unicodedata.combining(c)).lower()
    if base and all(c in _ALPHABETS["en"] for c in base):
        known = b"".join(bytes([0x40 + 2 * alphabet.index(c)]) for c in base)
        return known, b"\x02" + char.encode("utf-8", "replace"), case
    if not base:
        return b"", b"\x03" + char.encode("utf-8", "replace"), b"\x01"
    if unicodedata.category(base[0])[0] in "LN":
        return b"\xf0" + base.encode("utf-8", "replace"), b"\x01", case
    return b"\x08" + (b"" if char.isspace() else base.encode("utf-8", "replace")), b"\x01", b"\x01"


@lru_cache(maxsize=65536)
def _piece_weights(piece: str, language: str) -> tuple[bytes, bytes, bytes]:
    """The weights of a number or of the letters of a word, one after the other."""
    if piece.isdecimal():
        digits = piece if piece.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in piece)
        number = digits.lstrip("0") or "0"
        return b"\x20" + bytes([min(len(number), 255)]) + number.encode(), b"", b""
    first, second, third = zip(*(_weights(char, language) for char in piece), strict=True)
    return b"".join(first), b"".join(second), b"".join(third)


@lru_cache(maxsize=65536)
def sort_key(text: str, language: str = "tr") -> bytes:
    """Bytes that put texts in the order of the alphabet of ``language`` when compared."""
    pieces = _PIECES.findall(unicodedata.normalize("NFC", text).strip())
    if not pieces:
        return b"\x00\x00"
    primary, secondary, tertiary = zip(*(_piece_weights(one, language) for one in pieces), strict=True)
    plain, case = b"".join(secondary).rstrip(b"\x01"), b"".join(tertiary).rstrip(b"\x01")
    return b"\x00".join((b"".join(primary), plain, case))
