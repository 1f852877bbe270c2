"""Which layouts a card can have: those that are shipped, and those of the office."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Invalid, Known
from dipdesk.i18n import LANGUAGES, _, fold
from dipdesk.model import CardLayout, Record, in_language
from dipdesk.papers.options import Offers
from dipdesk.rules.card_layouts import Layout, elements_of, layout_keys, shipped_layout
from dipdesk.rules.label_sheets import LabelSheet, cut_from_a4, label_sheet, sheet_keys
from dipdesk.rules.sources import Source, Wording

_OWN = Source(Wording(), "unverified")


def fitting(session: Session, use: str) -> tuple[Layout | CardLayout, ...]:
    """The layouts for a use: the office's own by name, then the shipped ones."""
    own = session.scalars(select(CardLayout).where(CardLayout.use == use))
    return (
        *sorted(own, key=lambda one: (fold(one.title()), one.id)),
        *(shipped_layout(key) for key in layout_keys(use)),
    )


def chosen(session: Session, use: str, wanted: str, usual: str) -> Layout:
    """The layout asked for by its key, id or name; the shipped one called ``usual`` if none was.

    Raises Known if there is none of that name, or if it cannot be read.
    """
    if not wanted:
        return shipped_layout(usual)
    found = fitting(session, use)
    for one in found:
        names = (
            {one.key, *(fold(one.name.said(code)) for code in LANGUAGES)}
            if isinstance(one, Layout)
            else {
                one.id,
                *(fold(in_language(one, "name", code) or one.title()) for code in LANGUAGES),
            }
        )
        if wanted in names or fold(wanted) in names:
            return own_layout(one) if isinstance(one, CardLayout) else one
    sentence = _("There is no layout “{name}” for this. There are: {known}.")
    raise Known(sentence.format(name=wanted, known=", ".join(_said(one) for one in found)))


def own_layout(record: CardLayout) -> Layout:
    """A layout of the office; its key is its id. Raises Known if what it keeps cannot be read."""
    width, height = float(record.width or 90), float(record.height or 54)
    try:
        elements = elements_of(record.elements, width, height)
    except Invalid as trouble:
        raise Known(f"{record.title()}: {trouble}") from trouble
    names = tuple((code, in_language(record, "name", code) or record.title()) for code in LANGUAGES)
    return Layout(record.id, Wording(names), record.use, width, height, record.sheet, elements, _OWN)


def offered(use: str) -> Offers:
    """Gives key and name of every layout for a use; the office's own say so."""

    def offers(session: Session, _subject: Record) -> Sequence[tuple[str, str]]:
        found = fitting(session, use)
        return tuple((one.id if isinstance(one, CardLayout) else one.key, _said(one)) for one in found)

    return lambda session, subject: tuple(offers(session, subject))


def sheet_of(layout: Layout, wanted: str) -> LabelSheet:
    """The sheet on which cards are printed: the one asked for, that of the layout, else plain A4.

    Raises Known if the layout names a sheet that nobody knows.
    """
    name = wanted or layout.sheet
    if not name:
        return cut_from_a4(layout.width, layout.height)
    for key in sheet_keys():
        names = {key, *(label_sheet(key).name.said(code) for code in LANGUAGES)}
        if fold(name) in {fold(one) for one in names}:
            return label_sheet(key)
    sentence = _("There is no sheet “{name}”. There are: {known}.")
    raise Known(
        sentence.format(name=name, known=", ".join(label_sheet(key).name.said() for key in sheet_keys()))
    )


def _said(one: Layout | CardLayout) -> str:
    if isinstance(one, Layout):
        return one.name.said()
    return _("{name} (our own)").format(name=one.title())
