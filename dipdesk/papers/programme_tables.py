"""The programme of a visit as a table: both languages beside each other, or a column for each role."""

from collections.abc import Callable, Iterator, Sequence

from dipdesk.i18n import LANGUAGES, _, language_name, speaking
from dipdesk.model.cue import CREW
from dipdesk.papers.blocks import Column, Row, Table
from dipdesk.papers.programme_agenda import Agenda
from dipdesk.papers.programme_points import Point, in_parts
from dipdesk.papers.reading import lines, record, said

_ABREAST = 4
"""So many roles stand beside each other on a page."""
Cells = Callable[[Point], list[str]]
Head = Callable[[Sequence[Point]], list[str]]


def beside(agenda: Agenda, found: Sequence[Point], zone: str) -> Table:
    """Both languages beside each other; the same in whichever language the paper is made."""
    columns = [Column(_("Time"), 1.1), *(Column(language_name(code, code), 3) for code in LANGUAGES)]
    if not agenda.public:
        columns.append(Column(_("Responsible"), 1.8))

    def cells(one: Point) -> list[str]:
        told = [_in(agenda, one, code, zone) for code in LANGUAGES]
        return [agenda.time(one), *told, *([] if agenda.public else [agenda.responsible(one) or "–"])]

    def heading(part: Sequence[Point]) -> list[str]:
        return ["", *(_part(agenda, part, code) for code in LANGUAGES), *([] if agenda.public else [""])]

    return Table(tuple(columns), tuple(_rows(found, cells, heading)))


def roles(agenda: Agenda, found: Sequence[Point]) -> Iterator[Table]:
    """What happens, and beside it what each role of the crew does that has a cue among the points.

    A page holds a few roles beside each other; the points that the others have cues at come again below.
    """
    known = agenda.backstage.roles() if agenda.options.cues else []
    crew = [role for role in known if _cued(agenda, found, [role])]
    tables = max(1, -(-len(crew) // _ABREAST))
    each = -(-len(crew) // tables)
    for first in range(0, max(1, len(crew)), max(1, each)):
        own = crew[first : first + each]
        yield _sheet(agenda, found if first == 0 else _cued(agenda, found, own), own)


def _sheet(agenda: Agenda, found: Sequence[Point], crew: Sequence[str]) -> Table:
    """The points with a column for each role of ``crew``."""
    columns = [
        Column(_("Time"), 1.6),
        Column(_("Programme"), 3.2),
        *(Column(_(CREW[one]), 2) for one in crew),
    ]

    def cells(one: Point) -> list[str]:
        item, who = one.item, agenda.responsible(one).replace("\n", " · ")
        note = said(item, "guests_note" if agenda.public else "crew_note") if item else ""
        cues = [lines(*agenda.backstage.cues_of(item, role)) if item else "" for role in crew]
        return [agenda.time(one), lines(agenda.title(one), agenda.place(one), who, note), *cues]

    def heading(part: Sequence[Point]) -> list[str]:
        return ["", agenda.part(part), *("" for _role in crew)]

    return Table(tuple(columns), tuple(_rows(found, cells, heading)))


def _cued(agenda: Agenda, found: Sequence[Point], crew: Sequence[str]) -> list[Point]:
    return [
        one for one in found if one.item and any(agenda.backstage.is_cued(one.item, role) for role in crew)
    ]


def _rows(found: Sequence[Point], cells: Cells, heading: Head) -> list[Row]:
    """A row for each point; above the first of a part one with the name of the part."""
    made = []
    for part, group in in_parts(found):
        if part:
            made.append(Row(tuple(heading(group)), strong=True))
        made += [Row(tuple(cells(one)), strong=one.is_milestone, record=record(one.source)) for one in group]
    return made


def _part(agenda: Agenda, part: Sequence[Point], code: str) -> str:
    with speaking(code):
        return agenda.part(part)


def _in(agenda: Agenda, point: Point, code: str, zone: str) -> str:
    with speaking(code):
        return lines(agenda.title(point), agenda.place(point), agenda.notes(point, zone))
