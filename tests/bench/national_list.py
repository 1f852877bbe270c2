"""A list of sister cities as large as that of a whole country; drawn at random, the same every time.

The municipalities and cities exist, the pairs and their dates are made up.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from dipdesk.i18n import country_name
from dipdesk.model import gazetteer

RELATIONS = 1_533
MUNICIPALITIES = 392
_HEAD = (
    "municipality",
    "partner_city",
    "partner_country",
    "agreement_date",
    "council_decision_date",
    "council_decision_no",
    "ministry_approval_date",
    "ministry_approval_no",
    "source_url",
    "note",
)
_NOTES = ("", "", "", "friendship protocol", "goodwill protocol 2014-05-06", "council decision unanimous")
_SLIPS = (("sh", "ş"), ("i", "ı"), ("ö", "o"), ("e", "é"))


def write(path: Path, relations: int = RELATIONS, municipalities: int = MUNICIPALITIES) -> Path:
    """Write the list to ``path``."""
    chance = random.Random(1533)
    ours, others = _places(municipalities)
    seen: set[tuple[str, str]] = set()
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(_HEAD)
        while len(seen) < relations:
            whose = ours[min(int(chance.expovariate(1 / (municipalities / 4))), municipalities - 1)]
            whose = ours[len(seen)] if len(seen) < municipalities else whose
            partner = others[min(int(chance.expovariate(1 / 900)), len(others) - 1)]
            if (whose.name, partner.name) not in seen:
                seen.add((whose.name, partner.name))
                writer.writerow(_row(chance, whose, partner))
    return path


def _places(municipalities: int) -> tuple[list[gazetteer.Place], list[gazetteer.Place]]:
    """The largest places of Türkiye and of the rest of the world, each name once in its country."""
    ours: dict[str, gazetteer.Place] = {}
    others: dict[tuple[str, str], gazetteer.Place] = {}
    atlas = gazetteer._atlas()
    for number in range(len(atlas.lines)):
        place = atlas.entry(number).place
        if place.country == "TR":
            ours.setdefault(place.name, place)
        else:
            others.setdefault((place.name, place.country), place)
    return list(ours.values())[:municipalities], list(others.values())[:4_000]


def _row(chance: random.Random, whose: gazetteer.Place, partner: gazetteer.Place) -> list[str]:
    council = date(1990, 1, 1) + timedelta(days=chance.randrange(12_500))
    ministry = council + timedelta(days=chance.randrange(20, 200))
    signed = ministry + timedelta(days=chance.randrange(10, 400))
    slip = chance.choice(_SLIPS) if chance.random() < 0.08 else ("", "")
    spoken = chance.choice(("tr", "en"))
    return [
        f"{whose.name} Belediyesi" if chance.random() < 0.5 else whose.name,
        partner.name.replace(*slip) if slip[0] else partner.name,
        country_name(partner.country, spoken),
        f"{signed:%d.%m.%Y}" if chance.random() < 0.6 else "",
        f"{council:%d.%m.%Y}" if chance.random() < 0.9 else str(council.year),
        f"{council.year}/{chance.randrange(1, 400)}",
        f"{ministry:%d.%m.%Y}" if chance.random() < 0.7 else "",
        str(chance.randrange(1000, 99999)) if chance.random() < 0.6 else "",
        "https://www.ornek.bel.tr/kardes-sehirler",
        chance.choice(_NOTES),
    ]
