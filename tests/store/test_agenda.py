"""The agenda: what the first page shows, read without the model."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import Delegation, Office, Partner, Person, Post, Record, Visit, entities
from dipdesk.store import agenda
from dipdesk.store.agenda import Entry
from dipdesk.store.office_file import OfficeFile

TODAY = date(2027, 5, 12)


def add(office: OfficeFile, *records: Record) -> None:
    with office.change("Added") as session:
        session.add_all(records)


def visit(title: str, starts: date | None, ends: date | None = None, state: str = "planned") -> Visit:
    return Visit(title_tr=title, starts=starts, ends=ends, state=state)


def test_visits_that_are_not_over_come_in_their_order(office: OfficeFile) -> None:
    city = Partner(name_tr="Münih", name_en="Munich")
    now = visit("Şimdi", date(2027, 5, 10), TODAY)
    now.partner_id, now.title_en = city.id, "Now"
    today = visit("Bugün", TODAY)
    later = visit("Sonra", date(2028, 1, 1), date(2028, 1, 3), "idea")
    endless = visit("Günü yok", None)
    over = visit("Bitti", date(2027, 5, 1), date(2027, 5, 11))
    off = visit("İptal", date(2027, 6, 1), state="cancelled")
    add(office, later, over, city, endless, off, now, today)
    entry = Entry("visit", now.id, "Now", "Munich", date(2027, 5, 10), TODAY, "planned")
    assert agenda.next_visits(office.raw, TODAY, 5) == [
        entry,
        Entry("visit", today.id, "Bugün", "", TODAY, None, "planned"),
        Entry("visit", later.id, "Sonra", "", date(2028, 1, 1), date(2028, 1, 3), "idea"),
    ]
    with speaking("tr"):
        assert agenda.next_visits(office.raw, TODAY, 1) == [replace(entry, title="Şimdi", partner="Münih")]


def test_the_office_has_a_name_and_at_first_no_partner(office: OfficeFile) -> None:
    assert agenda.office_name(office.raw) == "Örnekkent Belediyesi"
    assert not agenda.has_partner(office.raw)
    add(office, Partner(name_tr="Münih"))
    assert agenda.has_partner(office.raw)
    with office.change("Named") as session:
        session.scalars(select(Office)).one().name_en = "Municipality of Örnekkent"
    assert agenda.office_name(office.raw) == "Municipality of Örnekkent"
    with speaking("tr"):
        assert agenda.office_name(office.raw) == "Örnekkent Belediyesi"


def test_titles_follow_the_records_that_lend_their_names(office: OfficeFile) -> None:
    city, mayor = Partner(name_tr="Münih"), Person(family_name="Yılmaz")
    post = Post(person_id=mayor.id, partner_id=city.id, function="mayor")
    guests = Delegation(side="guest", partner_id=city.id)
    add(office, city, mayor, post, guests)
    with office.change("Renamed") as session:
        session.get_one(Partner, city.id).name_tr = "Yeni ad"
    assert "Yeni ad" in _kept_title(office, post.id)
    assert "Yeni ad" in _kept_title(office, guests.id)
    office.undo()
    assert "Münih" in _kept_title(office, post.id)


def _kept_title(office: OfficeFile, row_id: str) -> str:
    return str(office.raw.execute("SELECT title_tr FROM finder WHERE id = ?", (row_id,)).fetchone()[0])


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_record_is_called_in_the_finder_as_it_calls_itself(office: OfficeFile, spoken: str) -> None:
    kept = dict(office.raw.execute(f"SELECT id, title_{spoken} FROM finder").fetchall())
    with office.read() as session, speaking(spoken):
        records = [record for kind in entities() for record in session.scalars(select(kind))]
        assert {record.id: record.title() for record in records} == kept


def test_the_agenda_is_read_without_the_model() -> None:
    code = (
        "import sys, dipdesk.store.agenda;sys.exit(bool({'sqlalchemy', 'dipdesk.model'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
