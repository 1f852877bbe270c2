"""All papers that can be made, put together from the shelves; a new paper is a module and an entry there."""

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.papers.paper import FORMATS, PAGES, TABLES, Paper
from dipdesk.papers.shelves import cards, ceremonies, composed, gifts, logistics, office, relations, visits

__all__ = ["FORMATS", "PAGES", "TABLES", "Paper", "paper", "papers"]

_PAPERS = (
    *visits.PAPERS,
    *relations.PAPERS,
    *ceremonies.PAPERS,
    *cards.PAPERS,
    *logistics.PAPERS,
    *gifts.PAPERS,
    *office.PAPERS,
    *composed.made_of(lambda name: paper(name)),
)


def papers(subject: str | None = None) -> tuple[Paper, ...]:
    """All papers, or those about records of the entity ``subject``, or about the whole office if empty."""
    if subject is None:
        return _PAPERS
    return tuple(one for one in _PAPERS if (subject in one.subjects if subject else not one.subjects))


def paper(name: str) -> Paper:
    """The paper of that name; raises Known if there is none."""
    for one in _PAPERS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in _PAPERS)
    raise Known(_("There is no paper “{name}”. There are: {known}.").format(name=name, known=known))
