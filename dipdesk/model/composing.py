"""How the office composes its papers: saved choices, own sections of briefs, layouts of badges and cards."""

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, language
from dipdesk.model.fields import best_text, field
from dipdesk.model.kinds import Choice, Link, Shipped, Text, Whole
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit
from dipdesk.rules.label_sheets import FOLDER as SHEETS

SECTION_PLACES = {
    "before": N_("Before the programme"),
    "after": N_("After the talking points"),
    "end": N_("At the end"),
}
CARD_USES = {
    "badge": N_("Badges"),
    "place_card": N_("Place cards"),
    "label": N_("Address labels"),
    "sign": N_("Signs"),
}


class PaperProfile(Record):
    """Choices for a paper under a name, such as the mayor's brief."""

    __tablename__ = "paper_profile"
    label = N_("Profile of a paper"), N_("Profiles of papers")
    icon = "papers"
    columns = ("name_tr", "paper_name")

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=28)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=28)
    paper_name: Mapped[str] = field(Text(), N_("Paper"), width=24)
    paper: Mapped[str] = field(Text(most=60), N_("Kind of paper"), listed=False, technical=True)
    languages: Mapped[str] = field(Text(most=20), N_("Languages"), listed=False, technical=True)
    options: Mapped[str] = field(Text(long=True), N_("Choices"), listed=False, technical=True)

    def title(self) -> str:
        return best_text(self, "name", language())


class OwnSection(Record):
    """A section of a brief that the office writes itself."""

    __tablename__ = "own_section"
    label = N_("Own section"), N_("Own sections of the brief")
    icon = "note"
    columns = ("title_tr", "stands", "place", "visit_id")
    order_by = ("place",)

    visit_id: Mapped[str | None] = field(Link("visit", required=True, owner=True), N_("Visit"), width=28)
    title_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Title in Turkish"), width=30)
    title_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Title in English"), width=30)
    stands: Mapped[str] = field(Choice(SECTION_PLACES), N_("Where it stands"), initial="after", width=22)
    place: Mapped[int | None] = field(Whole(most=9999), N_("Order"), width=8)
    text_tr: Mapped[str] = field(Text(long=True, tongue="tr"), N_("Text in Turkish"), listed=False)
    text_en: Mapped[str] = field(Text(long=True, tongue="en"), N_("Text in English"), listed=False)

    visit: Mapped[Visit | None] = follow(visit_id)

    def title(self) -> str:
        return best_text(self, "title", language())


class CardLayout(Record):
    """How badges, cards, labels and signs of the office look: size, sheet, what stands where."""

    __tablename__ = "card_layout"
    label = N_("Layout of cards"), N_("Layouts of cards")
    icon = "member"
    columns = ("name_tr", "use", "width", "height", "sheet")

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=28)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=28)
    use: Mapped[str] = field(Choice(CARD_USES), N_("For"), initial="badge", width=16)
    width: Mapped[int | None] = field(
        Whole(least=20, most=297), N_("Width in millimetres"), initial=90, width=10
    )
    height: Mapped[int | None] = field(
        Whole(least=10, most=420), N_("Height in millimetres"), initial=54, width=10
    )
    sheet: Mapped[str] = field(
        Shipped(SHEETS), N_("Sheet"), hint=N_("The sheet of labels; left empty, cut from A4"), width=30
    )
    elements: Mapped[str] = field(Text(long=True), N_("What stands where"), listed=False, technical=True)

    def title(self) -> str:
        return best_text(self, "name", language())
