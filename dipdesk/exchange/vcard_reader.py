"""Reading contacts (vCard) as a table with a row for every card. Nothing that a card points to is fetched."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dipdesk.errors import Invalid
from dipdesk.exchange.contacts import Contacts
from dipdesk.exchange.csv_reader import decoded, found_encoding
from dipdesk.exchange.table import Content, Row, Table, check_height
from dipdesk.exchange.vcard_lines import Property, properties
from dipdesk.i18n import N_, _, format_number

_SPARE = {"phone_more": N_("Further phones"), "email_more": N_("Further e-mails"), "unit": N_("Unit")}
"""What a card can hold and a record cannot: shown as columns that are not read."""
_PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)
_LARGEST_PICTURE = 5 * 1024 * 1024
_NOT_TITLES = frozenset(
    {"mr", "mrs", "ms", "mr.", "mrs.", "ms.", "bay", "bayan", "sayın", "sn.", "herr", "frau"}
)
_DAY = re.compile(r"(\d{4})-?(?:(\d\d)(?:-?(\d\d))?)?(?:T.*)?$", re.ASCII)


@dataclass
class _Card:
    """The properties between BEGIN and END, and the line on which it begins."""

    line: int
    properties: list[Property] = field(default_factory=list)
    problem: str = ""

    def all(self, name: str) -> list[Property]:
        """The properties of that name that say something, the preferred ones first."""
        found = [one for one in self.properties if one.name == name and one.value.strip(" ;")]
        return sorted(found, key=_preference)

    def text(self, name: str) -> str:
        """The first text of that name."""
        return next((one.text() for one in self.all(name)), "")


def read_vcard(path: Path, raw: bytes) -> Table:
    """The table of the cards in ``raw``; raises Invalid with the line for a file that is broken."""
    encoding = found_encoding(raw)
    if encoding.startswith("utf-16"):
        raw, encoding = decoded(raw, encoding).encode(), "utf-8"
    cards = list(_cards(properties(raw.removeprefix(b"\xef\xbb\xbf"), encoding.removesuffix("-sig"))))
    check_height(len(cards))
    files: dict[str, Content] = {}
    known = [(card, _cells(card, files)) for card in cards]
    targets = Contacts().targets
    names = [one.name for one in targets]
    spare = [name for name in _SPARE if any(cells.get(name) for _card, cells in known)]
    rows = tuple(
        Row(card.line, tuple(cells.get(name, "") for name in (*names, *spare)), card.problem)
        for card, cells in known
    )
    header = (*(one.title() for one in targets), *(_(_SPARE[name]) for name in spare))
    return Table(path, "", "", header, rows, files=files)


def _cards(found: Iterator[Property | int]) -> Iterator[_Card]:
    card: _Card | None = None
    for one in found:
        if isinstance(one, int):
            if card is not None and not card.problem:
                card.problem = _("Line {line} of the file cannot be read.").format(line=format_number(one))
            continue
        mark = one.value.strip().upper() if one.name in ("BEGIN", "END") else ""
        if mark != "VCARD":
            if card is not None:
                card.properties.append(one)
        elif one.name == "BEGIN":
            if card is not None:
                raise Invalid(
                    _("On line {line} a card begins before the one on line {first} has ended.").format(
                        line=format_number(one.line), first=format_number(card.line)
                    )
                )
            card = _Card(one.line)
        elif card is not None:
            yield card
            card = None
    if card is not None:
        raise Invalid(
            _("The card that begins on line {line} never ends.").format(line=format_number(card.line))
        )


def _cells(card: _Card, files: dict[str, Content]) -> dict[str, str]:
    """The cells of a card by the names of their columns."""
    if card.text("KIND").lower() in ("group", "org", "location"):
        card.problem = card.problem or _("This card is not that of a person.")
    organisation = next((one.parts() for one in card.all("ORG")), [])
    phones, emails = _texts(card.all("TEL"), "tel:"), _texts(card.all("EMAIL"), "mailto:")
    return {
        **_name(card),
        **_titles(card.all("TITLE") or card.all("ROLE")),
        "organisation": organisation[0] if organisation else "",
        "unit": ", ".join(part for part in organisation[1:] if part),
        "phone": next(iter(phones), ""),
        "phone_more": ", ".join(phones[1:]),
        "email": next(iter(emails), ""),
        "email_more": ", ".join(emails[1:]),
        "born": _day(card.text("BDAY")),
        "sex": {"M": "m", "F": "f"}.get(card.text("GENDER")[:1].upper(), ""),
        "languages": ", ".join(one.text().partition("-")[0].lower() for one in card.all("LANG")),
        "photo": next((address for one in card.all("PHOTO") if (address := _picture(one, files))), ""),
    }


def _name(card: _Card) -> dict[str, str]:
    """The parts of the name; of a card that only has it whole, the last word is the family name."""
    family, given, further, before, _after = (next((one.parts() for one in card.all("N")), []) + [""] * 5)[:5]
    if not family:
        *first, family = (card.text("FN") or given).split() or [""]
        given, further = " ".join(first), ""
    academic = " ".join(word for word in before.split() if word.lower() not in _NOT_TITLES)
    return {"family_name": family, "given_name": f"{given} {further}".strip(), "academic": academic}


def _titles(found: Sequence[Property]) -> dict[str, str]:
    """The first title, and the first that says it is English."""
    english = [one.text() for one in found if one.params.get("LANGUAGE", ("",))[0].startswith("EN")]
    others = [one.text() for one in found if one.text() not in english]
    return {"title": next(iter(others), ""), "title_en": next(iter(english), "")}


def _preference(one: Property) -> tuple[bool, str]:
    """Preferred ones first, as 3.0 (``TYPE=PREF``) and 4.0 (``PREF=1`` before ``PREF=2``) say it."""
    rank = next(iter(one.params.get("PREF", ())), "1").rjust(3, "0")
    return not one.is_of("PREF"), rank


def _texts(found: Sequence[Property], scheme: str) -> list[str]:
    texts = (one.text() for one in found)
    return [text[len(scheme) :] if text.lower().startswith(scheme) else text for text in texts]


def _day(text: str) -> str:
    """A birthday as the program writes days; empty where the year is not known."""
    found = _DAY.match(text)
    return "-".join(part for part in found.groups() if part) if found else ""


def _picture(one: Property, files: dict[str, Content]) -> str:
    """The address of a picture that is in the card; empty for one that lies elsewhere or is none."""
    value = one.value.strip()
    if value.lower().startswith("data:"):
        value = value.partition(",")[2]
    elif not {"B", "BASE64"} & {*one.params.get("ENCODING", ()), *one.params}:
        return ""
    try:
        content = base64.b64decode(re.sub(r"\s", "", value), validate=True)
    except (binascii.Error, ValueError):
        return ""
    kind = next((name for start, name in _PICTURES if content.startswith(start)), "")
    if not kind or len(content) > _LARGEST_PICTURE:
        return ""
    address = hashlib.sha256(content).hexdigest()
    files[address] = Content(content, kind)
    return address
