"""What an empty list says: in one sentence what belongs there, and the one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dipdesk.gui.labels import plain
from dipdesk.gui.theme import SPACE, icon
from dipdesk.i18n import N_, _
from dipdesk.model import Record, entity_name

_BELONGS = {
    "agreement": N_("Sister-city agreements and protocols belong here, signed or still in talks."),
    "agreement_text": N_("The texts of your agreements, in each language, are listed here."),
    "approval_step": N_("The steps of approval that were taken are listed here."),
    "attachment": N_("Files that you attach to a record are listed here."),
    "benefit": N_("What your memberships brought belongs here."),
    "card_layout": N_("How your badges, cards and labels look belongs here."),
    "own_section": N_("Sections that you write for your briefs are listed here."),
    "paper_profile": N_("Choices for papers that you saved under a name are listed here."),
    "ceremony": N_("Signings, wreath-layings, dinners and other ceremonies belong here."),
    "chain_step": N_(
        "What your office changes in the chains of approval belongs here: a step added, changed or left out."
    ),
    "duty": N_("Who interprets, escorts, greets or takes photos is listed here."),
    "exported": N_("Papers that you exported are listed here, so that you see which are no longer true."),
    "expense": N_("What your visits cost is listed here."),
    "funding_call": N_("Calls of programmes that fund joint projects belong here, with the day to apply by."),
    "project": N_("What you do together with partners belongs here, from the first idea to the last report."),
    "project_partner": N_("Who takes part in which joint project is listed here."),
    "gift": N_("Gifts that you give and receive belong here, as the register wants them."),
    "gift_limit": N_("From when on the net minimum wage is how much; it decides about gifts from abroad."),
    "gift_custom": N_("What to mind about gifts to other countries belongs here."),
    "gift_article": N_("What you keep to give away belongs here."),
    "invitation": N_("Letters and calls to your guests are listed here."),
    "lodging": N_("The hotels of your guests are listed here."),
    "passenger": N_("Who rides in which car is listed here."),
    "ride": N_("The rides of your guests are listed here."),
    "room": N_("The rooms of your guests are listed here."),
    "room_change": N_("Who moves to another room during the stay is listed here."),
    "slot": N_("What yours say at international meetings is listed here."),
    "speech": N_("Texts of speeches belong here, drafts and those that were held, to be used again."),
    "stock_move": N_("What came into the stock of gifts is listed here."),
    "taking_part": N_("Who takes part in what is listed here."),
    "travel": N_("The flights and other journeys of your guests are listed here."),
    "vehicle": N_("The cars that drive your guests belong here."),
    "year_day": N_("Days that come every year belong here: local days, those of partners, anniversaries."),
    "commitment": N_("What was promised to partners belongs here, with who does it by when."),
    "contact": N_("Letters, calls, meetings and messages belong here, theirs and yours."),
    "country": N_("The countries of your partners belong here."),
    "criterion": N_("What your office looks for in a partner belongs here."),
    "cue": N_("What each role of the crew does, and when, is listed here."),
    "delegation": N_("The guests and hosts of your visits belong here."),
    "delegation_member": N_("The members of your delegations belong here."),
    "flag_plan": N_("The rows of flags of your ceremonies are listed here."),
    "flag_shown": N_("The flags of your rows are listed here."),
    "flag_stock": N_("How many flags of each kind you have belongs here."),
    "guest": N_("Who is asked to your ceremonies is listed here."),
    "guest_move": N_("Guests whose place you changed by hand are listed here."),
    "leave": N_("Who is away and who stands in belongs here."),
    "letter_template": N_(
        "Letters that your office writes its own way belong here; copy one from the papers."
    ),
    "membership": N_("Unions and city networks that you are a member of belong here."),
    "note": N_("Notes about partners, people and visits belong here."),
    "office": N_("Your office belongs here."),
    "partner": N_("Cities, unions and institutions that you deal with belong here."),
    "payment": N_("The dues of each year belong here."),
    "person": N_("The people you meet and write to belong here."),
    "phase": N_("The points of your running orders are listed here."),
    "placing": N_("Who has which seat is listed here."),
    "post": N_("Who holds which office, and since when, belongs here."),
    "precedence_list": N_("Your office's own lists of precedence belong here, dated and approved."),
    "precedence_post": N_("The posts of your lists of precedence are listed here."),
    "programme_item": N_("The hours of your visits belong here, from arrival to farewell."),
    "relation": N_("What you have with each partner belongs here, from the first request on."),
    "relation_class": N_("The classes of your relations belong here, such as sister city."),
    "score": N_("How well a partner fits what you look for is listed here."),
    "seat": N_("Posts that yours hold in unions and networks belong here."),
    "seat_wish": N_("Who should sit beside whom, or should not, is listed here."),
    "seating_plan": N_("The seating plans of your ceremonies are listed here."),
    "seating_table": N_("The tables of your seating plans are listed here."),
    "signatory": N_("Who signed your agreements is listed here."),
    "tag": N_("Words by which you group records belong here."),
    "tagging": N_("Records that carry a tag are listed here."),
    "talking_point": N_("What is to be said on a visit, and what is not, belongs here."),
    "task": N_("What is to be done before and after visits and ceremonies belongs here."),
    "tie": N_("How organisations are tied to each other belongs here."),
    "visit": N_("Visits to you and abroad belong here, planned or past."),
}
_PICTURE = 40


class EmptyState(QWidget):
    """Fills the place of the table while there is nothing to list."""

    new_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, kind: type[Record], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._belongs = _BELONGS[entity_name(kind)]
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setPixmap(icon(kind.icon).pixmap(_PICTURE, _PICTURE))
        self._sentence = plain(wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setProperty("role", "muted")
        self.new_button = QPushButton(_("New …"))
        self.new_button.setProperty("role", "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.clear_button = QPushButton(_("Show all"))
        self.clear_button.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[3])
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._sentence)
        for button in (self.new_button, self.clear_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    def say(self, *, narrowed: bool) -> None:
        """Say that nothing matches, or what belongs here."""
        self._sentence.setText(_("Nothing in this list matches.") if narrowed else _(self._belongs))
        self.new_button.setVisible(not narrowed)
        self.clear_button.setVisible(narrowed)

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()
