"""The form goes out and comes back: by itself, through LibreOffice, as a workbook and as a document."""

import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.errors import Known
from dipdesk.exchange.intake import functions
from dipdesk.exchange.intake.columns import columns
from dipdesk.exchange.intake.plan import plan
from dipdesk.exchange.intake.reading import read_form
from dipdesk.exchange.intake.storing import store
from dipdesk.exchange.intake.words import FormWords, notice_version
from dipdesk.i18n import LANGUAGES
from dipdesk.model import Delegation, DelegationMember, Person, Post, Travel
from dipdesk.model.person import FUNCTIONS
from dipdesk.rules.sources import Source, shipped
from dipdesk.store.office_file import OfficeFile
from tests.exchange.intake.forms import DAY, PEOPLE, filled, visit, written

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def through_libreoffice(path: Path, folder: Path) -> Path:
    """The file as LibreOffice opens it and saves it anew; skips where it cannot."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "saved"
    command = [OFFICE, "--headless", profile, "--convert-to", path.suffix[1:], "--outdir", str(target)]
    subprocess.run([*command, str(path)], check=False, capture_output=True, timeout=240)
    saved = target / path.name
    if not saved.exists():
        pytest.skip("this LibreOffice does not read such files")
    return saved


def check_stored(office: OfficeFile, path: Path) -> None:
    """All three people are stored as they were typed, as one step."""
    form = read_form(path)
    assert [one.said() for one in form.warnings] == []
    assert [dict(one.values) for one in form.entries][2]["note"] == "=1+1"
    made = plan(office, form)
    assert [one.action for one in made.rows] == ["add"] * 3
    with office.read() as session:
        assert not list(session.scalars(select(DelegationMember)))
    result = store(office, made, DAY)
    assert (result.added, result.updated, result.refused) == (3, 0, 0)
    with office.read() as session:
        members = list(session.scalars(select(DelegationMember).order_by(DelegationMember.id)))
        names = [(one.person.given_name, one.person.family_name) for one in members if one.person]
        assert names == [(one["given_name"], one["family_name"]) for one in PEOPLE]
        posts = [one.post for one in members]
        assert [one.function for one in posts if one] == ["mayor", "deputy_mayor", "deputy_mayor"]
        assert [one.title_en for one in posts if one] == [one["post_title"] for one in PEOPLE]
        first, second, third = members
        assert (first.meals, first.step_free, first.phone) == ("vegetarian", True, "+49 30 123 45 67")
        assert first.privacy_text == notice_version("en")
        assert first.privacy_on == DAY
        assert first.person is not None
        assert first.person.languages == ("tr", "de")
        assert first.arrival_id == second.arrival_id
        assert third.arrival_id is None
        (journey,) = session.scalars(select(Travel))
        assert journey.arrives is not None
        assert (journey.number, str(journey.arrives)) == ("ÖR 1722", "2027-05-12T11:20 Europe/Istanbul")
        assert len(list(session.scalars(select(Delegation)))) == 1
    assert office.undo_label == "Intake form: Visit"
    office.undo()
    with office.read() as session:
        assert not list(session.scalars(select(Person)))


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_form_comes_back(office: OfficeFile, tmp_path: Path, ending: str) -> None:
    check_stored(office, filled(office, visit(office), tmp_path / f"form.{ending}"))


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_form_comes_back_through_libreoffice(office: OfficeFile, tmp_path: Path, ending: str) -> None:
    path = filled(office, visit(office), tmp_path / f"form.{ending}")
    check_stored(office, through_libreoffice(path, tmp_path))


def test_read_again_nothing_doubles(office: OfficeFile, tmp_path: Path) -> None:
    path = filled(office, visit(office), tmp_path / "form.xlsx")
    store(office, plan(office, read_form(path)), DAY)
    again = plan(office, read_form(path))
    assert [one.action for one in again.rows] == ["update"] * 3
    assert [one.said() for one in again.warnings] == []
    store(office, again, DAY)
    with office.read() as session:
        for kind, count in ((Person, 3), (Post, 3), (DelegationMember, 3), (Travel, 1)):
            assert len(list(session.scalars(select(kind)))) == count


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_an_empty_form_says_that_it_is_empty(
    office: OfficeFile, tmp_path: Path, language: str, ending: str
) -> None:
    path = written(office, visit(office), tmp_path / f"form.{ending}", language)
    with pytest.raises(ValueError, match="nobody is entered"):
        read_form(path)


def test_an_office_file_is_never_opened_for_a_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening and closing it would drop the lock on it."""
    path = tmp_path / "office.dipdesk"
    path.touch()
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("opened"))
    with pytest.raises(Known, match="no form"):
        read_form(path)


def test_every_heading_is_found_again_in_both_orders() -> None:
    for language in LANGUAGES:
        headings = [one.heading(language) for one in columns()]
        assert len(set(headings)) == len(headings)
        for one in columns():
            others = [two for two in columns() if two.answers_to(one.heading(language))]
            assert others == [one]


def test_the_rules_on_functions_fit_their_shape() -> None:
    table = shipped("intake", "functions.toml")
    assert set(table["functions"]) <= set(FUNCTIONS)
    for one in (Source.read(shipped("intake", name), name) for name in ("functions.toml", "form.toml")):
        assert one.state == "unverified"
        assert one.said()
        assert one.date


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Oberbürgermeister", "mayor"),
        ("BELEDİYE BAŞKAN YARDIMCISI", "deputy_mayor"),
        ("Büyükşehir Belediye Başkanı", "metropolitan_mayor"),
        ("Заместитель мэра", "deputy_mayor"),
        ("市长", "mayor"),
        ("Director of Culture", "director"),
        ("Gardener", ""),
        ("", ""),
    ],
)
def test_functions_are_guessed_from_titles(title: str, function: str) -> None:
    assert functions.guess(title) == function


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_form_fit_their_shape(language: str) -> None:
    words = FormWords(language, "Büro {x}", "Ziyaret {office}")
    said = [words.title, *words.instructions, *words.notice]
    assert all(said)
    assert "Büro {x}" in words.notice[0]
    assert not any("{visit}" in text for text in said)
    assert set(shipped("intake", "form.toml")["title"]) == set(LANGUAGES)
