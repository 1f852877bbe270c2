"""The small language in which letters are written, and its checker.

Every line that is not empty is a paragraph. ``{visit.partner.name}`` stands for a value; behind a bar stands
how it is set: ``{partner.name|'e}`` with a Turkish suffix by vowel harmony (``'e 'i 'de 'den 'in 'le``),
``{office.province|caps}`` in Turkish capitals. ``{{`` and ``}}`` are braces. Nothing else is special, and a
value is put in once: what stands in it is never read again.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Literal, Protocol

from dipdesk.i18n import Case, _, fold, upper
from dipdesk.rules.suffixed import suffixed

CAPS = "caps"
SUFFIXES = {
    "'e": Case.DATIVE,
    "'i": Case.ACCUSATIVE,
    "'de": Case.LOCATIVE,
    "'den": Case.ABLATIVE,
    "'in": Case.GENITIVE,
    "'le": Case.INSTRUMENTAL,
}
_SOUNDS = {
    "'e": ("'a", "'ya", "'ye", "'na", "'ne"),
    "'i": ("'ı", "'u", "'ü", "'yı", "'yi", "'yu", "'yü", "'nı", "'ni", "'nu", "'nü"),
    "'de": ("'da", "'ta", "'te", "'nda", "'nde"),
    "'den": ("'dan", "'tan", "'ten", "'ndan", "'nden"),
    "'in": ("'ın", "'un", "'ün", "'nın", "'nin", "'nun", "'nün"),
    "'le": ("'la", "'yla", "'yle"),
}
"""What each suffix becomes beside other sounds; in a letter it has one name only."""
_MEANT = {sound: name for name, sounds in _SOUNDS.items() for sound in sounds}
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_ENDS = ".!?:"
_CLOSING = "'”’\")]"
_TAIL = 8
"""So many letters before a value tell whether it begins a sentence."""
_MOST_FINDINGS = 20
_CLOSE, _CLOSE_WORD = 0.6, 0.5
"""How much of a name, and of its last word, must be the same for a proposal."""

Trouble = Literal["unknown", "suffix", "foreign", "brace"]


@dataclass(frozen=True)
class Placeholder:
    """What stands between braces: ``typed`` as it is there, the dotted name, and how the value is set."""

    typed: str
    name: str
    setting: str = ""

    @classmethod
    def read(cls, typed: str) -> "Placeholder":
        """Read what stands between two braces."""
        name, _bar, setting = typed.partition("|")
        return cls(typed, name.strip(), setting.strip().replace("’", "'"))


@dataclass(frozen=True)
class Stray:
    """A brace without its partner."""

    typed: str


Piece = str | Placeholder | Stray


@dataclass(frozen=True)
class Finding:
    """What is wrong in a text: in which paragraph (from 1), at which placeholder, and what may be meant."""

    paragraph: int
    trouble: Trouble
    placeholder: str
    proposal: str = ""

    def said(self) -> str:
        """The finding in a sentence of the language spoken now."""
        if self.trouble == "brace":
            text = _("Paragraph {number}: the brace “{placeholder}” stands alone. Double it if it is a sign.")
        elif self.trouble == "foreign":
            text = _("Paragraph {number}: “{placeholder}” has a Turkish suffix, but the text is English.")
        elif self.proposal:
            text = _("Paragraph {number}: “{placeholder}” is not known. Did you mean “{proposal}”?")
        else:
            text = _("Paragraph {number}: “{placeholder}” is not known.")
        return text.format(number=self.paragraph, placeholder=self.placeholder, proposal=self.proposal)


class Sayer(Protocol):
    """Who knows the values."""

    def value(self, name: str, begins: bool) -> str:
        """The value of that name, empty if there is none; ``begins`` if it begins a sentence."""

    def gap(self, name: str) -> str:
        """What stands in the letter where the value of that name is missing, or the name is not known."""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: its lines that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pieces(paragraph: str) -> Iterator[Piece]:
    """A paragraph as plain texts, placeholders and braces that stand alone, in their order."""
    plain, end = "", 0
    for token in _TOKEN.finditer(paragraph):
        plain += paragraph[end : token.start()]
        end = token.end()
        if token.group() in ("{{", "}}"):
            plain += token.group()[0]
            continue
        if plain:
            yield plain
        plain = ""
        typed = token.group(1)
        yield Stray(token.group()) if typed is None else Placeholder.read(typed)
    if plain + paragraph[end:]:
        yield plain + paragraph[end:]


def plain(text: str) -> str:
    """``text`` written so that every brace of it is only a sign."""
    return text.replace("{", "{{").replace("}", "}}")


def findings(text: str, known: Collection[str], language: str) -> tuple[Finding, ...]:
    """What is wrong in a text of a letter in ``language``, of which the dotted names ``known`` are known.

    The first twenty findings, which is more than anybody mends at once.
    """
    found = (
        one
        for number, paragraph in enumerate(paragraphs(text), 1)
        for piece in pieces(paragraph)
        if (one := _finding(number, piece, known, language)) is not None
    )
    return tuple(islice(found, _MOST_FINDINGS))


def _finding(number: int, piece: Piece, known: Collection[str], language: str) -> Finding | None:
    if isinstance(piece, str):
        return None
    if isinstance(piece, Stray):
        return Finding(number, "brace", piece.typed)
    shown = f"{{{piece.typed}}}"
    name = piece.name if piece.name in known else nearest(piece.name, known)
    setting = _meant(piece.setting)
    if piece.name not in known or setting != piece.setting:
        trouble: Trouble = "unknown" if piece.name not in known else "suffix"
        return Finding(number, trouble, shown, _written(name, setting))
    if setting in SUFFIXES and language != "tr":
        return Finding(number, "foreign", shown)
    return None


def _written(name: str, setting: str) -> str:
    if not name:
        return ""
    return f"{{{name}|{setting}}}" if setting else f"{{{name}}}"


def _meant(setting: str) -> str:
    """The setting that is meant; none if nothing comes near."""
    if setting in ("", CAPS, *SUFFIXES):
        return setting
    bare = "'" + setting.lower().strip("'-`")
    return bare if bare in SUFFIXES else _MEANT.get(bare, "")


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that comes nearest to ``name``, as a whole and in its last word; empty if none does."""
    wanted = fold(name)
    alike = [one for one in known if _likeness(_last(wanted), _last(one)) >= _CLOSE_WORD]
    nearest_ones = sorted(alike, key=lambda one: (-_likeness(wanted, one), len(one), one))
    return next((one for one in nearest_ones if _close(wanted, one)), "")


def _close(wanted: str, known: str) -> bool:
    return _likeness(wanted, known) >= _CLOSE or (
        "." not in wanted and _likeness(wanted, _last(known)) >= _CLOSE
    )


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _likeness(one: str, two: str) -> float:
    """How much of two words is the same, from 0 to 1."""
    return SequenceMatcher(None, one, two).ratio()


def filled(paragraph: str, sayer: Sayer, language: str) -> str:
    """A paragraph in ``language`` with its values; what is missing or not known is a gap, never silent."""
    said = ""
    for piece in pieces(paragraph):
        if isinstance(piece, str):
            said += piece
        elif isinstance(piece, Stray):
            said += piece.typed
        else:
            said += _said(piece, sayer, language, begins=_ended(said[-_TAIL:]))
    return said


def _ended(before: str) -> bool:
    """Whether a sentence begins after these letters."""
    words = before.rstrip()
    return not words or (len(words) < len(before) and words.rstrip(_CLOSING)[-1:] in tuple(_ENDS))


def _said(one: Placeholder, sayer: Sayer, language: str, begins: bool) -> str:
    value = " ".join(sayer.value(one.name, begins).split())
    if not value:
        return sayer.gap(one.name)
    if one.setting == CAPS:
        return upper(value, language)
    case = SUFFIXES.get(one.setting)
    return suffixed(value, case) if case is not None and language == "tr" else value
