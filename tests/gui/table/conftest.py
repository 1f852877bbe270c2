"""An office with a few people and agreements, and its lists on the screen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from dipdesk.gui.news import OfficeNews
from dipdesk.gui.settings import Settings
from dipdesk.gui.table.list_page import ListPage
from dipdesk.model import Agreement, Country, Partner, Person, Record
from dipdesk.store.office_file import OfficeFile

FAMILIES = ("Çankaya", "Cizre", "Şahin", "Sarı", "Işık", "İnce", "Yılmaz", "Ünal")
Show = Callable[[type[Record]], ListPage]


@pytest.fixture
def people(office: OfficeFile) -> dict[str, str]:
    """People by family name: their ids."""
    with office.change("People") as session:
        made = {name: Person(given_name="Ayşe", family_name=name) for name in FAMILIES}
        session.add_all(made.values())
    return {name: one.id for name, one in made.items()}


@pytest.fixture
def agreements(office: OfficeFile) -> dict[str, str]:
    """Agreements by the name of the partner: their ids."""
    with office.change("Agreements") as session:
        germany = session.scalars(select(Country).where(Country.code == "DE")).one()
        made = {}
        for name, state in (("Köln", "in_force"), ("Bonn", "ended"), ("Ulm", "idea")):
            partner = Partner(name_tr=name, country_id=germany.id)
            made[name] = Agreement(partner_id=partner.id, state=state)
            session.add_all([partner, made[name]])
    return {name: one.id for name, one in made.items()}


@pytest.fixture
def show(qtbot: QtBot, office: OfficeFile, settings: Settings, news: OfficeNews) -> Show:
    """Put the list of an entity on the screen."""

    def shown(kind: type[Record]) -> ListPage:
        page = ListPage(office, kind, settings, news)
        page.resize(900, 500)
        qtbot.addWidget(page)
        page.show()
        return page

    return shown


def names(page: ListPage) -> list[str]:
    """What stands in the column with the names, from top to bottom."""
    model = page.model
    return [model.row(place).cells[model.name_place].text for place in range(model.rowCount())]
