"""The relation with a partner: how it came about, why, how it scores, and how it fares."""

from collections.abc import Iterator

from dipdesk.actions import relation_health
from dipdesk.actions.relation_health import Condition
from dipdesk.i18n import _, format_number, language
from dipdesk.model import Relation, Score, best_text
from dipdesk.papers.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.reading import day, lines, record, said, term
from dipdesk.papers.relation_file.folder import Folder
from dipdesk.rules.relation_health import Word
from dipdesk.rules.scoring import MOST_POINTS

_LAST = 10_000
_COLOURS: dict[Word, Status] = {
    "good": Status.GREEN,
    "attention": Status.AMBER,
    "dormant": Status.AMBER,
    "ended": Status.BLUE,
}


def blocks(folder: Folder) -> Iterator[Block]:
    """Every relation with the partner, our own first."""
    yield Heading(_("Relation"), 2)
    if not folder.relations:
        yield Paragraph(_("No relation with this partner is on file."), Tone.MUTED)
    for one in folder.relations:
        if len(folder.relations) > 1:
            whose = folder.whose(one.municipality) or folder.office_name()
            yield Heading(whose, 3, record=record(one))
        yield from _relation(folder, one)
    if folder.relations and not folder.public:
        yield from _health(relation_health.of_partner(folder.session, folder.partner.id, folder.today))


def _relation(folder: Folder, one: Relation) -> Iterator[Block]:
    yield Facts(tuple(fact for fact in _facts(folder, one) if fact.text), record=record(one))
    for label, stem in ((_("Why this partner"), "reason"), (_("Shared aim"), "aim")):
        if text := said(one, stem).strip():
            yield Heading(label, 3)
            yield Paragraph(text, record=record(one))
    if not folder.public:
        yield from _scores(folder, one)


def _facts(folder: Folder, one: Relation) -> Iterator[Fact]:
    yield Fact(_("Relation class"), one.relation_class.title() if one.relation_class else "")
    yield Fact(_("State"), folder.value(one, "state"))
    yield Fact(_("Duration"), term(one.since, one.until))
    if folder.public:
        return
    yield Fact(_("Responsible officer"), one.officer.title() if one.officer else "")
    yield Fact(_("Review on"), folder.value(one, "review_on"))
    asked = folder.value(one, "asked_by"), day(one.asked_on), one.asked_through
    yield Fact(_("Request"), lines(*asked))
    answer = folder.value(one, "answer"), day(one.answered_on), one.answer_note.strip()
    yield Fact(_("Answer"), lines(*answer))


def _scores(folder: Folder, one: Relation) -> Iterator[Block]:
    """The points for each criterion, with its weight; the sum of what could be had."""
    found = folder.all(Score, Score.relation_id == one.id)
    found.sort(key=_place)
    if not found:
        return
    yield Heading(_("Score"), 3)
    counted = [(score.points, _weight(score)) for score in found if score.points is not None]
    points = sum(points * weight for points, weight in counted)
    most = sum(MOST_POINTS * weight for _points, weight in counted)
    total = _("{points} of {most}").format(points=format_number(points), most=format_number(most))
    yield Table(
        (
            Column(_("Criterion"), 4),
            Column(_("Points"), 1, Align.RIGHT),
            Column(_("Weight"), 1, Align.RIGHT),
            Column(_("Note"), 3.4),
        ),
        (*map(_score, found), Row((_("Total, weighted"), total, "", ""), strong=True)),
    )


def _place(score: Score) -> tuple[int, str]:
    place = score.criterion.place if score.criterion else None
    return (_LAST if place is None else place), score.id


def _weight(score: Score) -> int:
    weight = score.criterion.weight if score.criterion else None
    return 1 if weight is None else weight


def _score(one: Score) -> Row:
    name = best_text(one.criterion, "name", language()) if one.criterion else ""
    points = "–" if one.points is None else format_number(one.points)
    return Row((name, points, format_number(_weight(one)), one.note), record=record(one))


def _health(found: Condition) -> Iterator[Block]:
    """How the relation fares, why, and what could be done next."""
    words: dict[Word, str] = {
        "good": _("In good health"),
        "attention": _("Needs attention"),
        "dormant": _("Dormant"),
        "ended": _("Ended"),
    }
    word = found.health.word
    yield Callout(_COLOURS[word], words[word], "\n".join(found.health.reasons))
    if found.steps:
        yield Heading(_("Next steps proposed"), 3)
        yield Bullets(tuple(one.text.said() for one in found.steps))
