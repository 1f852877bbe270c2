"""Cells that hold several things are taken apart; the list that dipdesk publishes comes in again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dipdesk.cli import main
from dipdesk.exchange.csv_import import guess, read_table, run
from dipdesk.exchange.published_cells import (
    city_and_country,
    day_and_number,
    says_something,
    what_was_signed,
)
from dipdesk.model import Agreement
from dipdesk.rules.timing import PartialDate
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.exchange.conftest import SISTER_CITIES


@pytest.mark.parametrize(
    ("text", "day", "number"),
    [
        ("05.04.2006 tarih ve 77 sayılı karar", "2006-04-05", "77"),
        ("5 Kas 2021\nsayı 2021/112", "2021-11-05", "2021/112"),
        ("2021/112 – 05.11.2021", "2021-11-05", "2021/112"),
        ("12.03.2010/45", "2010-03-12", "45"),
        ("07.05.1999 - 50099", "1999-05-07", "50099"),
        ("Mart 2015, 12 sayılı", "2015-03", "12"),
        ("18 Feb 2022, no. E-00000000-724.01-0123", "2022-02-18", "E-00000000-724.01-0123"),
        ("2015/7", "None", "2015/7"),
        ("2015", "2015", ""),
        ("–", "None", ""),
        ("", "None", ""),
        ("<b>31.02.2026</b>", "None", "<b>31.02.2026</b>"),
    ],
)
def test_day_and_number_are_found_in_any_order(text: str, day: str, number: str) -> None:
    found = day_and_number(text)
    assert (str(found[0]), found[1]) == (day, number)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Beispielburg\nAlmanya", "Beispielburg", "Almanya"),
        ("Štip (North Macedonia)", "Štip", "North Macedonia"),
        ("Washington, D.C., USA", "Washington, D.C.", "USA"),
        ("Houston, Texas", "Houston, Texas", ""),
        ("Ulm", "Ulm", ""),
        ("(Almanya)", "(Almanya)", ""),
    ],
)
def test_city_and_country_are_parted_where_the_country_is_one(text: str, city: str, country: str) -> None:
    assert city_and_country(text) == (city, country)


def test_what_was_signed_is_read_as_far_as_it_is_said() -> None:
    signed = {"kind": "sister_city", "signed_on": PartialDate(2022, 5, 14)}
    assert what_was_signed("Kardeş şehir protokolü\n14 May 2022") == signed
    assert what_was_signed("Sister-city agreement, 14 May 2022") == signed
    assert what_was_signed("İş birliği protokolü, Onaylandı") == {"kind": "cooperation", "state": "approved"}
    assert what_was_signed("dostluk protokolü") == {"kind": "friendship"}
    assert what_was_signed("") == {}


def test_dashes_and_words_for_nothing_say_nothing() -> None:
    assert not any(map(says_something, ("–", " - ", "yok", "not needed at home", "")))
    assert says_something("izin bekleniyor")


Written = Callable[..., Path]


def test_a_list_of_three_columns_is_known(office: OfficeFile, written: Written) -> None:
    text = (
        "Kardeş Şehir;Ülke;Meclis Karar Tarih ve Sayısı;İçişleri Bakanlığı İzni\n"
        "Üsküp;Kuzey Makedonya;05.04.2006 tarih ve 77 sayılı karar;izin bekleniyor\n"
    )
    plan = guess(read_table(written(text)))
    assert plan.shape.name == "sister_cities"
    run(office, plan)
    with office.read() as session:
        (one,) = session.scalars(select(Agreement))
    assert (one.council_date, one.council_number) == (PartialDate(2006, 4, 5), "77")
    assert (one.ministry_date, one.note, one.state) == (None, "izin bekleniyor", "in_talks")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_list_that_is_published_comes_into_the_file_of_a_union(
    office: OfficeFile, tmp_path: Path, form: str, language: str
) -> None:
    with office.change("Union") as session:
        session.merge(office.office()).kind = "union"
    run(office, guess(read_table(SISTER_CITIES)))
    before = said(office)
    office.close()
    path = tmp_path / f"list.{form}"
    command = [
        "paper",
        str(office.path),
        "published_list",
        "--lang",
        language,
        "--format",
        form,
        "-o",
        str(path),
    ]
    assert main(command) == 0
    with opening.create(tmp_path / "union.dipdesk", "Birlik", "union") as union:
        result = run(union, guess(read_table(path)))
        assert (result.refused, result.read) == ((), result.by_entity["agreement"])
        assert result.read > 65
        assert said(union) <= before


def said(office: OfficeFile) -> set[tuple[Any, ...]]:
    """What each agreement says of itself, and whose it is."""
    with office.read() as session:
        return {
            (
                one.municipality.name_tr if one.municipality else "",
                one.kind,
                *(
                    one.signed_on,
                    one.council_date,
                    one.council_number,
                    one.ministry_date,
                    one.ministry_number,
                ),
            )
            for one in session.scalars(select(Agreement))
        }
