"""The distribution list of a paper: who gets a copy, and which number it has."""

from dataclasses import dataclass

from dipdesk.errors import Known
from dipdesk.i18n import N_, _
from dipdesk.model.kinds import Text, Whole
from dipdesk.papers.options import MARKS, Marks, option


@dataclass(frozen=True)
class Copied(Marks):
    """What papers let one choose whose copies are numbered: the list, and which copy the paper is."""

    copies: str = option(
        Text(long=True, most=10_000),
        N_("Distribution list"),
        "",
        group=MARKS,
        hint=N_("Who gets a copy, a line each; the copies are numbered"),
    )
    copy: int | None = option(
        Whole(least=1, most=999),
        N_("Number of the copy"),
        None,
        group=MARKS,
        hint=N_("Marks the paper as this copy; left empty, the cover shows the whole list"),
    )


def names(options: Copied) -> list[str]:
    """Who gets a copy, each name in a line."""
    return [" ".join(line.split()) for line in options.copies.splitlines() if line.strip()]


def said(options: Copied) -> str:
    """Which copy of the list the paper is; empty if none. Raises Known if the list is shorter."""
    if options.copy is None:
        return ""
    listed = names(options)
    if options.copy > len(listed):
        sentence = _("There is no copy {number}: the distribution list has {count} names.")
        raise Known(sentence.format(number=options.copy, count=len(listed)))
    return _("Copy {number} of {count}: {name}").format(
        number=options.copy, count=len(listed), name=listed[options.copy - 1]
    )
