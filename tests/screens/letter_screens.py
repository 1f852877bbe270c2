"""Pictures of letters: the page of papers with one, and a template that is edited."""

from PySide6.QtWidgets import QWidget

from dipdesk.actions.letters import copy_letter
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.model import LetterTemplate
from dipdesk.rules.timing import PartialDate
from tests.screens.shell_screens import papers_page
from tests.screens.stage import Screen, Stage


def _letter(stage: Stage) -> QWidget:
    stage.settings.set("paper.name", "letter")
    return papers_page(stage, stage.ids["visit"])


def _template(stage: Stage) -> QWidget:
    """A copy of a shipped letter with two mistakes in its text."""
    row_id = copy_letter(stage.office, "visit_thanks", PartialDate(2026, 11, 22).first_day())
    with stage.office.change("A mistake") as session:
        made = session.get_one(LetterTemplate, row_id)
        made.text_tr = f"{made.text_tr}\n\n{{visit.partnr.name|'ya}} {{visit.baslik}}"
        made.text_en = f"{made.text_en}\n\n{{partner.name|'e}}"
    return RecordPage(stage.office, LetterTemplate, row_id, stage.settings, stage.news())


SCREENS = [
    Screen("papers-letter", _letter, settle=3000),
    Screen("letter-template", _template, (900, 1150), settle=300),
]
