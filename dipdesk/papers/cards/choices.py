"""What papers of cards let one choose alike: the layout, the side, the sheet and its first free place."""

from typing import Any

from dipdesk.i18n import N_
from dipdesk.model.kinds import Choice, Shipped, Text, Whole
from dipdesk.model.visit import SIDES
from dipdesk.papers.cards import layouts
from dipdesk.papers.options import SHOWN, option
from dipdesk.rules.label_sheets import FOLDER

SHEET = N_("The sheet")
"""The group of what is chosen about the sheet."""


def layout(use: str) -> Any:
    """Which layout of a use the cards have."""
    return option(
        Text(most=300),
        N_("Card layout"),
        "",
        hint=N_("Left empty, the usual one"),
        offers=layouts.offered(use),
    )


def side(hint: str = "") -> Any:
    """Whose cards are made; empty for both sides. ``hint`` is a source text."""
    return option(Choice(SIDES), N_("Only this side"), "", group=SHOWN, hint=hint)


def sheet() -> Any:
    """On which sheet the cards are printed."""
    return option(Shipped(FOLDER), N_("Sheet"), "", group=SHEET, hint=N_("Left empty, the one of the layout"))


def start() -> Any:
    """From which place of the first sheet on, counted from 1."""
    return option(
        Whole(least=1, most=99),
        N_("First free place"),
        1,
        group=SHEET,
        hint=N_("On a sheet that was begun; counted row by row"),
    )
