"""What to mind about a gift, on its page: given before, customs, limit and terms; judged at each change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dipdesk.actions import gift_advice
from dipdesk.actions.gift_advice import Minded
from dipdesk.gui.form.chain.step_table import source_line
from dipdesk.gui.form.gifts.remarks import Remark, Remarks
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, country_name, language
from dipdesk.rules import gifts
from dipdesk.rules.gifts import Advice, Weight
from dipdesk.rules.gifts_culture import Note
from dipdesk.store.office_file import News, OfficeFile

_TONES: dict[Weight, Tone] = {"must": "bad", "should": "attention", "note": "info"}
_MADE_FROM = (
    *("gift", "gift_limit", "gift_custom", "gift_article", "stock_move"),
    *("partner", "person", "post", "visit", "ceremony"),
)


class AdviceSection(QWidget):
    """Remarks on one gift, the ones that press first."""

    opened = Signal(str, str)
    """A record shall be shown; never emitted here."""

    def __init__(self, office: OfficeFile, gift_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._gift_id = gift_id
        self._heading = Heading(_("What to mind"), self)
        self.remarks = Remarks(self)
        self._nothing = secondary(_("There is nothing to mind about this gift as it stands."))
        self._nothing.setContentsMargins(INSET, SPACE[0], 0, SPACE[0])
        self._foot = secondary(_("Advice, no legal opinion. Read the source before you decide."))
        self._foot.setContentsMargins(INSET, SPACE[0], 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._heading, self._nothing, self.remarks, self._foot):
            column.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Judge the gift again."""
        with self._office.read() as session:
            found = gift_advice.of(session, self._gift_id)
            said = remarks(found) if found is not None else []
        self.remarks.show_remarks(said)
        self._heading.set_count(len(said))
        self._nothing.setVisible(not said)
        self.remarks.setVisible(bool(said))
        self._foot.setVisible(bool(said))

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return news.touches(*_MADE_FROM)


def remarks(found: Minded) -> list[Remark]:
    """What is said of a gift: terms, given before, customs, what is missing, what is worth knowing."""
    pressing = [_of_advice(one) for one in found.advice if one.weight == "must"]
    others = [_of_advice(one) for one in found.advice if one.weight != "must"]
    wrong = [Remark("bad", said) for said in (found.number, found.stock) if said]
    return [*wrong, *pressing, *repeats_of(found), *customs_of(found), *others]


def repeats_of(found: Minded, *, with_source: bool = True) -> list[Remark]:
    """What was given before or is planned elsewhere too; the same words only once."""
    source = source_line(gifts.source_of("twice")) if with_source else ""
    return [Remark("attention", said, source) for said in dict.fromkeys(one.said() for one in found.repeats)]


def customs_of(found: Minded) -> list[Remark]:
    """What is not given, or with care, where the receiver comes from."""
    return [_of_note(one, found.country) for one in found.notes]


def _of_advice(one: Advice) -> Remark:
    return Remark(_TONES[one.weight], one.text, f"{one.reason} {source_line(one.source)}")


def _of_note(one: Note, country: str) -> Remark:
    """A custom with its tag; it names the country it is said of."""
    tag = _("Known custom") if one.tag == "K" else _("Uncertain custom")
    where = country_name(country, language()) if country else ""
    start = " · ".join(part for part in (tag, where) if part)
    return Remark("attention", one.text.said(), f"{start}. {source_line(one.source)}")
