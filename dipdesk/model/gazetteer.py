"""The gazetteer: where a place lies, how many people live there and what time its clocks show, offline.

Two sources: the table of GeoNames places under ``resources/third_party/gazetteer`` (its format is
described in ``packaging/places.py``) and ``resources/gazetteer_additions.tsv``, which comes first. Both are
read once, when the first place is looked for. Everything here is immutable and may be used by any thread.
"""

import gzip
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from dipdesk import paths
from dipdesk.i18n import fold
from dipdesk.rules import countries
from dipdesk.rules.countries import lookup_key

ALIKE = 92
"""Least likeness (0 to 100) at which a misspelt name of a known country is taken for the right one."""
_SHORTEST_MISSPELT = 5
_NAME_COUNTS = 10
"""A place called just so counts as many times larger as one that only has it among its other names."""
_BOTH_SIDES = {"CY": ("CY", "XN"), "XN": ("XN", "CY")}
_KIND_BEFORE = re.compile(r"(?:city|municipality|metropolitan municipality|province|district|state) of ")
_KIND_AFTER = re.compile(
    r"(?: (?:city|municipality|province|state|district|region|county|governorate|oblast|belediyesi|belediye"
    r"|buyuksehir|metropolitan|ili|ilcesi|eyaleti|valiligi|kenti|sehri))+$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A city, town, district or region.

    ``country`` is an ISO 3166-1 code (XK, XN included), latitude and longitude are degrees north and east
    (WGS 84, to about a kilometre), ``population`` is 0 if unknown, ``zone`` a time zone of the IANA list.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    zone: str


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    division: str
    own: bool


@dataclass(frozen=True, slots=True)
class _Atlas:
    """The table of GeoNames; a place has the number of its line, the largest is number 0."""

    zones: tuple[str, ...]
    states: dict[str, str]
    lines: tuple[bytes, ...]
    index: bytes

    def entry(self, number: int) -> _Entry:
        name, country, latitude, longitude, population, zone, division = (
            self.lines[number].decode().split("\t")
        )
        there = float(latitude), float(longitude), int(population), self.zones[int(zone)]
        return _Entry(Place(name, country, *there), division, own=False)

    def country(self, number: int) -> str:
        return self.lines[number].split(b"\t", 2)[1].decode()

    def names(self, prefix: str) -> Iterator[tuple[str, list[int]]]:
        """Every name with ``prefix``, in order, and the numbers of the places that bear it."""
        start, end = (self._position(bound) for bound in (prefix.encode(), prefix.encode() + b"\xff"))
        for line in self.index[start:end].splitlines():
            name, numbers = line.split(b"\t")
            yield name.decode(), [int(number) for number in numbers.split()]

    def numbers(self, key: str) -> list[int]:
        """The places that bear just this name."""
        start = self._position(key.encode())
        name, _tab, numbers = self.index[start : self.index.find(b"\n", start)].partition(b"\t")
        return [int(number) for number in numbers.split()] if name == key.encode() else []

    def _position(self, bound: bytes) -> int:
        """Where the first name stands that is not before ``bound``."""

        def name_at(offset: int) -> bytes:
            start = self.index.rfind(b"\n", 0, offset) + 1
            return self.index[start : self.index.find(b"\t", start)]

        return bisect_left(range(len(self.index)), bound, key=name_at)


def find(name: str, country: str = "") -> Place | None:
    """The place called ``name``, or None.

    ``country`` (ISO code) restricts; without it the largest place of that name is taken. A region behind a
    comma or in brackets (``Houston, Texas``, ``Konak (İzmir)``) and words such as *City* or *Belediyesi*
    are understood. A misspelt name is only taken if the country is known and the likeness is at least 92.
    """
    return _find(name.strip(), country.upper())


@cache
def _atlas() -> _Atlas:
    data = gzip.decompress(paths.resources("third_party", "gazetteer", "places.tsv.gz").read_bytes())
    zones, states, lines, index = data.split(b"\n\n")
    codes = (line.split("\t") for line in states.decode().split("\n"))
    return _Atlas(
        tuple(zones.decode().split("\n")),
        {known: code for code, name in codes for known in (name, lookup_key(code))},
        tuple(lines.split(b"\n")),
        index + b"\n",
    )


@cache
def _additions() -> dict[str, tuple[_Entry, ...]]:
    """Our own places by each of their names."""
    found: defaultdict[str, list[_Entry]] = defaultdict(list)
    text = paths.resources("gazetteer_additions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        name, country, latitude, longitude, population, zone, division, others = line.split("\t")
        place = Place(name, country, float(latitude), float(longitude), int(population), zone)
        for key in {lookup_key(known) for known in (name, *others.split(";"))} - {""}:
            found[key].append(_Entry(place, division, own=True))
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=4096)
def _find(name: str, country: str) -> Place | None:
    head, regions = _parted(name)
    for region in () if country else regions:
        named = countries.find(region)
        if named:
            others = tuple(other for other in regions if other != region)
            place = _look(name, head, others, named)
            if place or lookup_key(region) not in _atlas().states:
                return place
    return _look(
        name, head, tuple(region for region in regions if countries.find(region) != country), country
    )


def _parted(name: str) -> tuple[str, tuple[str, ...]]:
    """``Houston, Texas`` → Houston and (Texas,)."""
    head, *rest = (part.strip() for part in re.split(r"[(),]", name))
    return head, tuple(part for part in rest if part)


def _look(name: str, head: str, regions: tuple[str, ...], country: str) -> Place | None:
    """The best place called ``name`` in full, else ``head`` inside ``regions``; in ``country`` if given."""
    where = _BOTH_SIDES.get(country, (country,)) if country else ()
    if entries := _bearing(lookup_key(name), where):
        return _best(entries, lookup_key(name), where)
    for key in (lookup_key(head), _bare_key(head)):
        if entries := _bearing(key, where):
            entries = _within(entries, regions)
            return _best(entries, key, where) if entries else None
    return _alike(_bare_key(head), where) if where else None


def _bare_key(name: str) -> str:
    """The key without words for the kind of place: ``Balıkesir Büyükşehir Belediyesi`` → ``balikesir``."""
    folded = fold(name)
    return lookup_key(_KIND_AFTER.sub("", _KIND_BEFORE.sub("", folded)))


def _bearing(key: str, where: tuple[str, ...]) -> list[_Entry]:
    """Everything that bears the name, in one of the countries ``where`` if there are any."""
    if not key:
        return []
    entries = [*_additions().get(key, ()), *map(_atlas().entry, _atlas().numbers(key))]
    return [entry for entry in entries if not where or entry.place.country in where]


def _within(entries: list[_Entry], regions: tuple[str, ...]) -> list[_Entry]:
    """Those that lie in the regions; a region that nobody knows is passed over."""
    for region in regions:
        key = _bare_key(region)
        state = _atlas().states.get(key, "")
        divisions = {("US", state)} if state else set()
        there = tuple({entry.place.country for entry in entries})
        divisions |= {(entry.place.country, entry.division) for entry in _bearing(key, there)}
        if divisions:
            entries = [entry for entry in entries if (entry.place.country, entry.division) in divisions]
    return entries


def _best(entries: list[_Entry], key: str, where: tuple[str, ...]) -> Place:
    """In a known country additions, then what is called just so; else the largest, called so counts more."""

    def order(entry: _Entry) -> tuple[int, bool, bool, int]:
        called = lookup_key(entry.place.name) == key
        side = where.index(entry.place.country) if where else 0
        size = entry.place.population * (_NAME_COUNTS if called else 1)
        return side, not (entry.own and (called or bool(where))), bool(where) and not called, -size

    return min(entries, key=order).place


def _alike(key: str, where: tuple[str, ...]) -> Place | None:
    """A place of these countries whose name differs from ``key`` by a slip, not in the first letter."""
    if len(key) < _SHORTEST_MISSPELT:
        return None
    known = [name for name, entries in _additions().items() if any(e.place.country in where for e in entries)]
    known += [
        name
        for name, numbers in _atlas().names(key[0])
        if any(_atlas().country(number) in where for number in numbers)
    ]
    match = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return _best(_bearing(match[0], where), match[0], where) if match else None
