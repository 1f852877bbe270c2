"""What other people made is shipped whole, with its licence, and as its sources say."""

import gzip
import hashlib
import json
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from dipdesk import paths
from dipdesk.rules import countries

GROUPS = ("flags", "fonts", "gazetteer", "world")
THIRD_PARTY = paths.resources("third_party")
FONTS = sorted((THIRD_PARTY / "fonts").glob("*.ttf"))

SAMPLES = {
    "NotoSans-Regular": "İıŞşĞğÇçÖöÜü₺€Жщъ Ωάώ Ṣệ –—“”…•",
    "NotoSans-Bold": "İıŞşĞğ₺ЖΩ",
    "NotoSans-Italic": "İıŞşĞğ₺ЖΩ",
    "NotoSans-BoldItalic": "İıŞşĞğ₺ЖΩ",
    "NotoNaskhArabic-Regular": "طرابلس پچگ \ufe8e\ufedf\ufefb",
    "NotoNaskhArabic-Bold": "طرابلس",
    "NotoSansHebrew-Regular": "ירושלים",
    "NotoSansHebrew-Bold": "ירושלים",
    "NotoSansGeorgian-Regular": "თბილისი",
    "NotoSansGeorgian-Bold": "თბილისი",
    "NotoSansArmenian-Regular": "Երևան",
    "NotoSansArmenian-Bold": "Երևան",
    "NotoSansThai-Regular": "กรุงเทพ",
    "NotoSansThai-Bold": "กรุงเทพ",
    "NotoSansSC-Regular": "北京市 東京都 臺灣 廣州 かなカナ々ー 「」、。（）",
    "NotoSansKR-Regular": "서울특별시 부산 ㄱ",
    "DejaVuSans": "✓✗→★☐☑♥⚑",
}


def _sources(group: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads((THIRD_PARTY / group / "SOURCES.toml").read_text(encoding="utf-8"))


def _sums(group: str) -> dict[str, str]:
    files = [package["files"] for package in _sources(group)["package"]]
    return {str(name): str(sha) for entry in files if isinstance(entry, dict) for name, sha in entry.items()}


@pytest.mark.parametrize("group", GROUPS)
def test_every_file_has_its_source_and_is_unchanged(group: str) -> None:
    folder, sums = THIRD_PARTY / group, _sums(group)
    own = set(_sources(group).get("own", ()))
    assert {path.name for path in folder.iterdir()} == sums.keys() | own | {"SOURCES.toml"}
    changed = [
        name for name, sha in sums.items() if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sha
    ]
    assert changed == []


@pytest.mark.parametrize("group", GROUPS)
def test_every_package_has_its_licence(group: str) -> None:
    for package in _sources(group)["package"]:
        assert (THIRD_PARTY / group / str(package["licence_file"])).stat().st_size > 500
        for fact in ("name", "version", "licence", "changes"):
            assert package[fact]
        assert len(str(package["sha256"])) == 64


def test_no_folder_without_a_test() -> None:
    assert {path.name for path in THIRD_PARTY.iterdir()} == set(GROUPS)


def test_each_typeface_is_sampled() -> None:
    assert {path.stem for path in FONTS} == SAMPLES.keys()


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_typefaces_can_be_printed_and_have_their_letters(path: Path) -> None:
    face = TTFontFile(str(path))
    missing = [char for char in SAMPLES[path.stem] if char != " " and ord(char) not in face.charToGlyph]
    assert missing == []


def test_typefaces_are_small_enough() -> None:
    assert sum(path.stat().st_size for path in FONTS) < 8_000_000


def test_every_country_has_a_flag() -> None:
    flags = {path.stem for path in (THIRD_PARTY / "flags").glob("*.svg")}
    assert flags == {code.lower() for code in countries.codes()} | {"eu", "un"}


def test_outlines_of_the_world() -> None:
    for name, least in (("countries-110m.json", 170), ("countries-50m.json", 230)):
        world = json.loads((THIRD_PARTY / "world" / name).read_text(encoding="utf-8"))
        assert world["type"] == "Topology"
        assert len(world["objects"]["countries"]["geometries"]) >= least


def test_table_of_places_is_ordered_and_complete() -> None:
    table = gzip.decompress((THIRD_PARTY / "gazetteer" / "places.tsv.gz").read_bytes())
    zones, states, places, index = (part.split(b"\n") for part in table.split(b"\n\n"))
    populations = [int(line.split(b"\t")[4]) for line in places]
    assert populations == sorted(populations, reverse=True)
    names = [line.split(b"\t")[0] for line in index]
    assert names == sorted(names)
    numbers = chain.from_iterable(line.split(b"\t")[1].split() for line in index)
    assert {int(number) for number in numbers} == set(range(len(places)))
    assert {int(line.split(b"\t")[5]) for line in places} == set(range(len(zones)))
    assert len(states) == 51
