"""Pictures of the editor of a layout of cards."""

from PySide6.QtWidgets import QWidget

from dipdesk.actions.card_layouts import copy_shipped
from dipdesk.gui.form.cards.section import CardSection
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.model import CardLayout
from tests.screens.stage import Screen, Stage


def layout(stage: Stage, key: str) -> str:
    """A layout of the office, copied from a shipped one unless ``key`` is empty."""
    made = CardLayout(name_tr="Yaka kartımız", name_en="Our badge")
    with stage.office.change("A layout") as session:
        session.add(made)
    if key:
        copy_shipped(stage.office, made.id, key)
    return str(made.id)


def page(stage: Stage, key: str, chosen: int) -> QWidget:
    """The page of a layout with one of its elements chosen."""
    made = RecordPage(stage.office, CardLayout, layout(stage, key), stage.settings, stage.news())
    for section in made.findChildren(CardSection):
        section.canvas.choose(chosen)
    return made


SCREENS = [
    Screen("card-layout", lambda stage: page(stage, "badge_bilingual", 3), (1000, 900), settle=300),
    Screen("card-layout-qr", lambda stage: page(stage, "badge_qr", 6), (1000, 900), settle=300),
    Screen("card-layout-empty", lambda stage: page(stage, "", -1), (1000, 800), settle=300),
    Screen("card-layout-narrow", lambda stage: page(stage, "door_sign", 3), (560, 1100), settle=300),
]
