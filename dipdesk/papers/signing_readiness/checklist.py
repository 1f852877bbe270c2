"""The checklist of a signing: the tasks on file, and what the shipped checklist names besides."""

from collections.abc import Iterator
from datetime import date, timedelta

from dipdesk.i18n import _
from dipdesk.model import Ceremony, Task, entity_name
from dipdesk.papers.blocks import Block, Column, Heading, Paragraph, Row, Status, Table, Tone
from dipdesk.papers.reading import day, record, said
from dipdesk.papers.signing_readiness.signing import Signing
from dipdesk.rules.ceremonies import ceremony_kind

_KIND = "signing"


def blocks(signing: Signing) -> Iterator[Block]:
    """What is to be ready and by when; done, open, late, or not planned yet."""
    yield Heading(_("Checklist"), 2)
    rows = [*_planned(signing), *_shipped(signing)]
    if not rows:
        yield Paragraph(_("No task is on file."), Tone.MUTED)
        return
    rows.sort(key=lambda pair: pair[0] or date.max)
    names = () if signing.public else (Column(_("Who does it"), 2),)
    yield Table(
        (Column(_("What"), 4.6), *names, Column(_("By"), 1.6), Column(_("State"), 1.6)),
        tuple(row for _due, row in rows),
    )


def _tasks(signing: Signing) -> list[Task]:
    ceremony = signing.ceremony
    if ceremony is None:
        return []
    return signing.all(Task, Task.subject == f"{entity_name(Ceremony)}/{ceremony.id}")


def _planned(signing: Signing) -> Iterator[tuple[date | None, Row]]:
    for one in _tasks(signing):
        if one.done_on:
            status, word = Status.GREEN, _("Done")
        elif one.due and one.due < signing.today:
            status, word = Status.RED, _("Late")
        else:
            status, word = Status.BLUE, _("To be done")
        names = () if signing.public else (one.owner.full_name() if one.owner else "",)
        yield one.due, Row((said(one, "what"), *names, day(one.due), word), status=status, record=record(one))


def _shipped(signing: Signing) -> Iterator[tuple[date | None, Row]]:
    """The points of the shipped checklist that no task on file came from."""
    kind = ceremony_kind(_KIND)
    known = {one.origin for one in _tasks(signing)}
    for one in kind.tasks if kind else ():
        if f"{_KIND}.{one.key}" not in known:
            due = signing.day + timedelta(days=one.days) if signing.day else None
            names = () if signing.public else ("",)
            yield due, Row((one.what.said(), *names, day(due), _("Not planned")), status=Status.AMBER)
