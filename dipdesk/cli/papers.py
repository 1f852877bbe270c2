"""Commands on papers: list them and write one."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from dataclasses import replace
from typing import Any

from dipdesk.cli.command import Command, looked_into, opened, say, say_json, target
from dipdesk.cli.references import find
from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, N_, _, ngettext
from dipdesk.model import Field, entity
from dipdesk.model.kinds import Flag
from dipdesk.papers import change_sheet, exported, making
from dipdesk.papers.exported import Order
from dipdesk.papers.options import choices
from dipdesk.papers.registry import FORMATS, Paper, papers
from dipdesk.papers.registry import paper as paper_named
from dipdesk.progress import Progress
from dipdesk.rules.receivers import named, receiver

_OPTION = "option_"


def _declare_papers(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _papers(chosen: Namespace) -> None:
    if chosen.json:
        say_json(
            [
                {
                    "name": paper.name,
                    "label": _(paper.label),
                    "for": list(paper.subjects),
                    "formats": list(paper.formats),
                    "languages": list(paper.languages),
                }
                for paper in papers()
            ]
        )
        return
    for paper in papers():
        say(f"{paper.name}  {_(paper.label)}  [{', '.join(paper.languages)}; {', '.join(paper.formats)}]")


def _declare_paper(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument(
        "paper", metavar="PAPER", choices=[paper.name for paper in papers()], help=_("which paper")
    )
    parser.add_argument("--for", dest="reference", metavar="REF", help=_("the record the paper is about"))
    parser.add_argument(
        "--lang", default=LANGUAGES[0], metavar="tr|en|tr,en", help=_("its language or languages")
    )
    parser.add_argument(
        "--format", choices=tuple(FORMATS), help=_("its format; by the ending of OUT without it")
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=_("the file to write"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))
    parser.add_argument(
        "--given-to",
        metavar="NAME",
        help=_("note down in the office file who gets it; a receiver such as {name} gets their copy").format(
            name=receiver("hotel").name.said()
        ),
    )
    for name, one in _declared_options().items():
        flag = f"--{name.replace('_', '-')}"
        if isinstance(one.kind, Flag):
            parser.add_argument(flag, dest=_OPTION + name, action=BooleanOptionalAction, help=one.title())
        else:
            parser.add_argument(flag, dest=_OPTION + name, metavar=name.upper(), help=one.title())


def _declared_options() -> dict[str, Field]:
    """The options of all papers, by name."""
    return {one.name: one for paper in papers() for one in choices(paper.options)}


def _paper(chosen: Namespace) -> None:
    paper = next(one for one in papers() if one.name == chosen.paper)
    path = target(chosen)
    form = chosen.format or path.suffix.lstrip(".").lower()
    if form not in paper.formats:
        raise Invalid(
            _("This paper can be had as {formats}.").format(formats=", ".join(paper.formats)), "--format"
        )
    languages = tuple(part.strip() for part in chosen.lang.split(","))
    if not set(languages) <= set(paper.languages) or len(set(languages)) != len(languages):
        known = ", ".join(paper.languages)
        raise Invalid(_("This paper can be had in {languages}.").format(languages=known), "--lang")
    with (opened if chosen.given_to else looked_into)(chosen.file) as office:
        with office.read() as session:
            subject = _subject(session, paper, chosen.reference)
        options = _given(_options(paper, chosen), chosen.given_to or "")
        order = Order(paper, subject, options, languages, form)
        made = exported.make(office, order)
        file = making.written(made.document, form, path, Progress())
        if chosen.given_to:
            exported.remember(office, made, path.absolute(), chosen.given_to, file.pages)
    say(_("Written: “{path}”.").format(path=path))


def _declare_stale(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _stale(chosen: Namespace) -> None:
    with looked_into(chosen.file) as office, office.read() as session:
        found = [(note, exported.check(session, note, paper_named)) for note in exported.current(session)]
    stale = [(note, one) for note, one in found if one.is_stale]
    if chosen.json:
        say_json([{"paper": note.name, "file": note.file, **exported.described(one)} for note, one in stale])
        return
    if not stale:
        say(_("All papers that were exported are up to date."))
    for note, one in stale:
        say(f"{note.name}  [{note.file}]")
        for line in (one.trouble, *map(change_sheet.said, one.differences)):
            if line:
                say(f"  {line}")
        for cause in one.causes:
            say(f"    {cause.sentence()}")
        if one.more:
            say("    " + ngettext("and {count} more", "and {count} more", one.more).format(count=one.more))


def _subject(session: Any, paper: Paper, reference: str | None) -> str:
    if not paper.subjects:
        return ""
    if not reference:
        raise Invalid(_("Say which record the paper is about: --for REF."), "--for")
    return find(session, reference, *map(entity, paper.subjects)).id


def _options(paper: Paper, chosen: Namespace) -> Any:
    given = {}
    for one in choices(paper.options):
        value = getattr(chosen, _OPTION + one.name)
        if value is not None:
            try:
                given[one.name] = value if isinstance(one.kind, Flag) else one.kind.parse(value)
            except Invalid as trouble:
                raise trouble.at(f"--{one.name.replace('_', '-')}") from None
    return paper.options(**given)


def _given(options: Any, name: str) -> Any:
    """The options of the copy for whoever gets it: without what a receiver of that name must not see."""
    whose = named(name)
    return replace(options, receiver=whose.key) if whose and not options.receiver else options


COMMANDS = (
    Command("papers", N_("list the papers there are"), _declare_papers, _papers),
    Command("paper", N_("write a paper"), _declare_paper, _paper),
    Command("stale", N_("list exported papers that are no longer true, and why"), _declare_stale, _stale),
)
