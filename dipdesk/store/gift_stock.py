"""How many of each gift lie in stock: what came in less what was given, and what is promised of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dipdesk.i18n import _, format_number
from dipdesk.model import Gift, GiftArticle, StockMove


@dataclass(frozen=True)
class Level:
    """Pieces of one article: ``moved`` is what was there at first and came in, less what went out; then what
    was ``given`` and is ``planned`` to be given.
    """

    moved: int = 0
    given: int = 0
    planned: int = 0

    @property
    def at_hand(self) -> int:
        """What should lie on the shelf."""
        return self.moved - self.given

    @property
    def free(self) -> int:
        """What is left when all plans are kept."""
        return self.at_hand - self.planned

    @property
    def is_short(self) -> bool:
        """Whether more was given or promised than there is."""
        return self.free < 0

    def said(self) -> str:
        """The level in words."""
        if not self.planned:
            return _("{count} in stock").format(count=format_number(self.at_hand))
        if self.is_short:
            return _("{count} in stock, {planned} planned").format(
                count=format_number(self.at_hand), planned=format_number(self.planned)
            )
        return _("{count} in stock, {planned} of them planned, {free} free").format(
            count=format_number(self.at_hand),
            planned=format_number(self.planned),
            free=format_number(self.free),
        )

    def none_free(self) -> str:
        """A sentence if nothing is left to promise; empty if something is."""
        if self.free > 0:
            return ""
        return _("Nothing of it is left in stock: order more, or enter what came in.")

    def warning(self) -> str:
        """What is wrong with it in a sentence; empty if nothing is."""
        if self.at_hand < 0:
            return _("More were given than came in. Count them and enter what is there.")
        if self.is_short:
            return _("{missing} are missing for what is planned. Order more or plan something else.").format(
                missing=format_number(-self.free)
            )
        return ""


def levels(session: Session, articles: Iterable[str] | None = None) -> dict[str, Level]:
    """The level of each article, of all if None; four queries however many there are."""
    wanted = None if articles is None else list(articles)
    first = _sums(session, GiftArticle.id, GiftArticle.at_first, wanted, GiftArticle.at_first.is_not(None))
    moved = _sums(session, StockMove.article_id, StockMove.pieces, wanted)
    given = _gifts(session, "done", wanted)
    planned = _gifts(session, "planned", wanted)
    came = {one: first.get(one, 0) + moved.get(one, 0) for one in {*first, *moved}}
    known = {*came, *given, *planned, *(wanted or ())}
    return {one: Level(came.get(one, 0), int(given.get(one, 0)), int(planned.get(one, 0))) for one in known}


def level(session: Session, article_id: str) -> Level:
    """The level of one article."""
    return levels(session, [article_id])[article_id]


def _gifts(session: Session, state: str, wanted: list[str] | None) -> dict[str, int]:
    """Pieces given of each article; a gift without a number of pieces is one."""
    pieces = func.coalesce(Gift.pieces, 1)
    return _sums(session, Gift.article_id, pieces, wanted, Gift.state == state, Gift.direction == "given")


def _sums(
    session: Session, article: Any, pieces: Any, wanted: list[str] | None, *conditions: Any
) -> dict[str, int]:
    query = select(article, func.sum(pieces)).where(article.is_not(None), *conditions)
    if wanted is not None:
        query = query.where(article.in_(wanted))
    return {str(row[0]): int(row[1] or 0) for row in session.execute(query.group_by(article))}
