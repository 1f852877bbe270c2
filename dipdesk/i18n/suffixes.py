"""Turkish case suffixes after proper names, by vowel harmony: Ankara'ya, Kars'a, Şişli'nin.

Rules: Türk Dil Kurumu, spelling guide (suffixes of proper names are set off by an apostrophe; the vowel
of the suffix follows the last vowel of the name as it is spoken, its consonant the last sound).
"""

from enum import Enum

from dipdesk.i18n.letters import lower

_BACK = "aıou"
_FRONT = "eiöü"
_VOWELS = _BACK + _FRONT
_HARD = "fstkçşhp"
_FOREIGN = str.maketrans("âàáãåäêèéëîìíïôòóõûùúăęąőű", "aaaaaeeeeeiiiioooouuuaeaöü")
_SPOKEN_DIGITS = {
    "0": "sıfır", "1": "bir", "2": "iki", "3": "üç", "4": "dört", "5": "beş", "6": "altı", "7": "yedi",
    "8": "sekiz", "9": "dokuz",
}  # fmt: skip
_SPOKEN_TENS = {
    "1": "on", "2": "yirmi", "3": "otuz", "4": "kırk", "5": "elli", "6": "altmış", "7": "yetmiş",
    "8": "seksen", "9": "doksan",
}  # fmt: skip
_PALATAL_ENDINGS = ("hal", "emal", "ilal", "alkol", "gol", "rol", "saat", "kalp", "harf")


class Case(Enum):
    """The cases that take a suffix; the value is the name used in templates."""

    DATIVE = "-e"
    ACCUSATIVE = "-i"
    LOCATIVE = "-de"
    ABLATIVE = "-den"
    GENITIVE = "-in"
    INSTRUMENTAL = "-le"


def with_suffix(name: str, case: Case) -> str:
    """``name`` with its apostrophe and suffix; an empty name stays empty."""
    spoken = _spoken(name)
    if not spoken:
        return name
    return f"{name}'{_suffix(spoken, case)}"


def _spoken(name: str) -> str:
    """The sounds that decide: the name in small letters, its last number as it is read."""
    text = lower(name).translate(_FOREIGN)
    kept = "".join(c for c in text if c.isalnum())
    if not kept or not kept[-1].isdigit():
        return kept
    tail = kept[len(kept.rstrip("0123456789")) :]
    if not tail.endswith("0"):
        return _SPOKEN_DIGITS[tail[-1]]
    if len(tail) > 1 and tail[-2] != "0":
        return _SPOKEN_TENS[tail[-2]]
    zeros = len(tail) - len(tail.rstrip("0"))
    return "sıfır" if zeros == len(tail) else ("yüz" if zeros == 2 else "bin" if zeros < 6 else "milyon")


def _last_vowel(spoken: str) -> str:
    found = next((c for c in reversed(spoken) if c in _VOWELS), "e")
    if spoken.endswith(_PALATAL_ENDINGS):
        return {"a": "e", "o": "ö", "u": "ü", "ı": "i"}.get(found, found)
    return found


def _suffix(spoken: str, case: Case) -> str:
    vowel = _last_vowel(spoken)
    open_vowel = "a" if vowel in _BACK else "e"
    close_vowel = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}[vowel]
    after_vowel = spoken[-1] in _VOWELS
    dental = "t" if spoken[-1] in _HARD else "d"
    return {
        Case.DATIVE: ("y" if after_vowel else "") + open_vowel,
        Case.ACCUSATIVE: ("y" if after_vowel else "") + close_vowel,
        Case.LOCATIVE: dental + open_vowel,
        Case.ABLATIVE: dental + open_vowel + "n",
        Case.GENITIVE: ("n" if after_vowel else "") + close_vowel + "n",
        Case.INSTRUMENTAL: ("y" if after_vowel else "") + "l" + open_vowel,
    }[case]
