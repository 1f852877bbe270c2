"""Choose from GeoNames the places that a municipality may have to do with, and write them as one small table.

The table (``dipdesk/model/gazetteer.py`` reads it) is UTF-8, gzip, in four parts parted by empty lines:
the names of the time zones; the states of the United States (code, name as it is looked up); one line a
place, the largest first: name, country, latitude, longitude, population, number of the time zone, first
administrative division; and one line a name, in the order of its bytes: the name as it is looked up, then
the numbers of the places that bear it, the largest first.
"""

import gzip
import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

NEAR = {
    "AL", "AZ", "BA", "BG", "CY", "GE", "GR", "HR", "HU", "IQ", "KG", "KZ", "LB", "MD", "ME", "MK", "PS",
    "RO", "RS", "SI", "SY", "TJ", "TM", "TR", "UZ", "XK",
}  # fmt: skip
"""Where most partners of Turkish municipalities are: places from 500 people, with all Latin names."""
EUROPE = {
    "AD", "AM", "AT", "BE", "BY", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "PT", "SE", "SK", "SM", "UA", "VA",
}  # fmt: skip
"""Places from 1,000 people."""
ELSEWHERE = 5_000
MANY_NAMES = 15_000
"""People from which a place keeps its other names in Latin letters."""
ALL_SCRIPTS = 100_000
"""People from which it keeps its names in other scripts too."""
LONGEST_NAME = 30


class Place(NamedTuple):
    """A row of GeoNames, as far as we use it."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    zone: str
    division: str
    other_names: list[str]


def table(all_places: bytes, all_states: bytes, key: Callable[[str], str]) -> bytes:
    """The compressed table, from two JSON texts; ``key`` gives the form a name is looked up by."""
    states = [f"{code}\t{key(state['name'])}" for code, state in json.loads(all_states).items()]
    places = sorted(_chosen(json.loads(all_places)), key=lambda place: (-place.population, place.name))
    zones = sorted({place.zone for place in places})
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    rows = []
    for number, place in enumerate(places):
        rows.append(_row(place, zones.index(place.zone)))
        for name in sorted({key(name) for name in _names(place)} - {""}):
            numbers[name].append(number)
    index = [f"{name}\t{' '.join(map(str, numbers[name]))}" for name in sorted(numbers, key=str.encode)]
    text = "\n\n".join("\n".join(part) for part in (zones, states, rows, index))
    return gzip.compress(text.encode(), 9, mtime=0)


def _chosen(source: dict[str, dict[str, Any]]) -> Iterator[Place]:
    for row in source.values():
        place = Place(
            name=row["name"],
            country=row["countrycode"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            zone=row["timezone"],
            division=row["admin1code"],
            other_names=row["alternatenames"],
        )
        least = 500 if place.country in NEAR else 1_000 if place.country in EUROPE else ELSEWHERE
        if place.population >= least or place.country == "TR":
            yield place


def _row(place: Place, zone: int) -> str:
    where = f"{place.latitude:.2f}\t{place.longitude:.2f}"
    return f"{place.name}\t{place.country}\t{where}\t{place.population}\t{zone}\t{place.division}"


def _names(place: Place) -> Iterator[str]:
    """The names a place is looked up by, without machine transliterations (small first letters)."""
    yield place.name
    for name in place.other_names:
        code_of_airport = len(name) == 3 and name.isascii() and name.isupper()
        if not name or name[0].islower() or len(name) > LONGEST_NAME or code_of_airport:
            continue
        if not _latin(name):
            wanted = place.population >= ALL_SCRIPTS
        else:
            wanted = len(name) > 2 and (place.population >= MANY_NAMES or place.country in NEAR)
        if wanted:
            yield name


def _latin(name: str) -> bool:
    return all(unicodedata.name(char, "").startswith("LATIN") for char in name if char.isalpha())
