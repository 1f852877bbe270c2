"""The page of a funding call says who could join, and whether that is enough."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dipdesk.gui.form.story.call_fit import CallFitSection
from dipdesk.i18n import speaking
from dipdesk.model import Agreement, Country, FundingCall, Partner, Record, Relation
from dipdesk.store.office_file import OfficeFile


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Filled") as session:
        session.add_all(records)


def country(office: OfficeFile, code: str) -> str:
    with office.read() as session:
        return session.query(Country.id).filter(Country.code == code).one()[0]


def test_partners_stand_with_what_speaks_for_them_and_enter_opens_one(
    qtbot: QtBot, office: OfficeFile
) -> None:
    green = Partner(name_en="Green", country_id=country(office, "DE"))
    other = Partner(name_en="Other", country_id=country(office, "FR"))
    call = FundingCall(name_en="Call", themes=("climate",), countries_needed=3)
    put(office, green, other, call)
    put(
        office,
        Agreement(partner_id=green.id, themes=("Climate",)),
        Relation(partner_id=other.id, municipality_id=green.id),
    )
    with speaking("en"):
        section = CallFitSection(office, call.id)
        qtbot.addWidget(section)
        section.show()
        assert [row.texts for row in section.model.rows] == [("Green", "Germany", "theme: Climate")]
        assert [one.tone for one in section.remarks.shown] == ["attention"]
        put(office, Relation(partner_id=other.id, state="active"))
        section.refresh()
        assert [row.texts[2] for row in section.model.rows] == ["theme: Climate", "an active relation"]
        assert [one.tone for one in section.remarks.shown] == ["good"]
        with qtbot.waitSignal(section.opened) as opened:
            section.table.selectRow(1)
            QApplication.sendPostedEvents()
            qtbot.keyClick(section.table, Qt.Key.Key_Return)
        assert opened.args == ["partner", other.id]


def test_a_call_without_partners_says_who_would_stand_here(qtbot: QtBot, office: OfficeFile) -> None:
    call = FundingCall(name_tr="Çağrı", countries=("DE",))
    put(office, call)
    with speaking("en"):
        section = CallFitSection(office, call.id)
        qtbot.addWidget(section)
        section.show()
        assert not section.table.isVisible()
        assert "Türkiye" in section.remarks.shown[0].text
