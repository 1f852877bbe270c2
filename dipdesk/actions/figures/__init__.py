"""Figures of the office or of a union: numbers that know the records behind them.

    figures.read(session, Question(today))          all but the completeness of chains, which takes longer
    figures.completeness(session, Question(today))

For the window, the paper and the command line alike; texts are in the language spoken when they are made.
"""

from sqlalchemy.orm import Session

from dipdesk.actions.figures import activity, agreements, costs, money, relations, visits
from dipdesk.actions.figures.chains import completeness
from dipdesk.actions.figures.figure import Bar, Figure, Kind, Number, Question, Series
from dipdesk.actions.figures.ground import Ground

__all__ = [
    "Bar",
    "Figure",
    "Kind",
    "Number",
    "Question",
    "Series",
    "completeness",
    "municipalities",
    "read",
    "years",
]


def read(session: Session, question: Question) -> tuple[Figure, ...]:
    """All figures that have anything to show, in the order in which they are read."""
    ground = Ground.read(session, question)
    parts = (
        relations.figures(ground),
        activity.figures(ground),
        agreements.figures(ground),
        visits.figures(ground),
        costs.figures(ground),
        money.figures(ground),
    )
    return tuple(one for part in parts for one in part if one.bars)


def years(session: Session, question: Question) -> tuple[int, ...]:
    """All years from the first to the last that anything on file falls in."""
    ground = Ground.read(session, Question(question.today, municipality=question.municipality))
    found = ground.years()
    return tuple(range(min(found), max(found) + 1)) if found else ()


def municipalities(session: Session) -> tuple[tuple[str, str], ...]:
    """The municipalities that have a relation, agreement or membership in the file: id and name, by name."""
    return Ground.municipalities(session)
