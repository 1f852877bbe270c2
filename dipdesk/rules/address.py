"""Forms of address: what to say, write and print for the holder of a post, in Turkish and English.

Source: ``resources/address/forms.toml``. A form is never invented: where none is known the answer says so
and gives the neutral one, "Sayın Ad SOYAD" or "Dear Mr/Ms Surname".
"""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dipdesk.errors import Invalid
from dipdesk.i18n import _, fold, speaking, upper
from dipdesk.rules.countries import HOME, canonical, country_name
from dipdesk.rules.sources import Source, shipped

DOTTED_CAPITALS = ("TR", "XN", "AZ")
_POSSESSIVE = ("ı", "i", "u", "ü")
"""Belediye Başkanı, Başkan Yardımcısı; not Başkan."""
_BY_SEX = {
    "mr": {"m": "Mr", "f": "Ms", "": "Mr/Ms"},
    "his": {"m": "His", "f": "Her", "": "His/Her"},
    "sir": {"m": "Mr", "f": "Madam", "": "Mr/Madam"},
}


@dataclass(frozen=True)
class Addressee:
    """Who is addressed: ``post`` is a key such as ``consul_general``, ``place`` the seat or body of the post.

    An empty ``country`` means the own country; ``sex`` is ``f``, ``m`` or empty if it is not known.
    ``title_tr`` and ``title_en`` are what the post itself is called, empty if it has only the usual name.
    """

    post: str
    given: str = ""
    family: str = ""
    academic: str = ""
    sex: Literal["", "f", "m"] = ""
    country: str = ""
    place: str = ""
    title_tr: str = ""
    title_en: str = ""


@dataclass(frozen=True)
class Forms:
    """The forms for one person in one language; ``known`` is False if they are only the neutral ones.

    ``card`` holds the name and, on a second line, the title.
    """

    known: bool
    spoken: str
    letter: str
    envelope: str
    card: str
    source: Source


def forms(who: Addressee, language: str) -> Forms:
    """How to address ``who`` in ``language`` (``tr`` or ``en``); raises Invalid for another language."""
    with speaking(language):
        shipped_forms = shipped("address", "forms.toml")
        neutral, table = shipped_forms["neutral"], _table(who)
        if language not in neutral:
            raise Invalid(_("There are no forms of address in “{code}”.").format(code=language), "language")
        fields = _fields(who, language)
        used = table or neutral

        def filled(form: str) -> str:
            return _filled(used[language][form], fields) or _filled(neutral[language][form], fields)

        title = _filled(used[language]["card"], fields)
        card = "\n".join(line for line in (fields["card_name"], title) if line)
        source = Source.read({"date": shipped_forms["date"], **used})
        return Forms(table is not None, filled("spoken"), filled("letter"), filled("envelope"), card, source)


def written_name(given: str, family: str, country: str = "", language: str = "tr", academic: str = "") -> str:
    """The name as it is written: in Turkish the surname in the capitals of its own alphabet."""
    if language == "tr":
        code = canonical(country) if country else HOME
        family = upper(family, "tr" if code in DOTTED_CAPITALS else "")
    return " ".join(part for part in (academic.strip(), given.strip(), family.strip()) if part)


def _table(who: Addressee) -> Mapping[str, Any] | None:
    """The row of the post: a holder from abroad may have another than one from home."""
    origin = "foreign" if who.country and canonical(who.country) != HOME else "home"
    for row in shipped("address", "forms.toml")["forms"]:
        if row["post"] == who.post and row["origin"] in ("any", origin):
            found: Mapping[str, Any] = row
            return found
    return None


def _fields(who: Addressee, language: str) -> dict[str, str]:
    """What the templates can be filled with; what is not known is empty.

    In English an academic title takes the place of Mr or Ms; a post of the own country needs no country.
    """
    plain = written_name(who.given, who.family, who.country, language)
    titled = written_name(who.given, who.family, who.country, language, who.academic)
    abroad = who.country and canonical(who.country) != HOME
    title = _title(who, language)
    place = "" if title and fold(who.place) in fold(title) else who.place.strip()
    fields = {field: texts[who.sex] for field, texts in _BY_SEX.items()}
    if who.academic.strip():
        fields["mr"] = who.academic.strip()
    return fields | {
        "name": titled if language == "tr" else plain,
        "plain_name": plain,
        "card_name": titled,
        "surname": who.family.strip() or who.given.strip(),
        "academic": who.academic.strip(),
        "place": place,
        "title": title,
        "country": country_name(who.country, language) if abroad else "",
    }


def _title(who: Addressee, language: str) -> str:
    """What the post itself is called; in Turkish only with the ending that a place before it asks for."""
    if language != "tr":
        return who.title_en.strip()
    title = who.title_tr.strip()
    return title if title.endswith(_POSSESSIVE) else ""


def _filled(templates: Sequence[str], fields: Mapping[str, str]) -> str:
    """The first template whose fields are all known, filled; empty if there is none."""
    for template in templates:
        needed = [name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name]
        if all(fields.get(name) for name in needed):
            return template.format_map(fields)
    return ""
