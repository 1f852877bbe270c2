"""Papers that are made of other papers."""

from collections.abc import Callable

from dipdesk.i18n import N_
from dipdesk.papers import change_sheet, role_pack
from dipdesk.papers.paper import Paper


def made_of(find: Callable[[str], Paper]) -> tuple[Paper, ...]:
    """The papers that put others together; ``find`` gives the kinds of papers by name."""
    return (
        Paper(
            "role_pack",
            N_("Pack of a role"),
            ("visit", "ceremony"),
            role_pack.PackOptions,
            role_pack.builder(find),
        ),
        Paper(
            "change_sheet",
            N_("Change sheet"),
            (),
            change_sheet.ChangeOptions,
            change_sheet.builder(find),
            of_papers=True,
        ),
    )
