"""What stands in a letter, whatever its layout: the parts of the template, filled, and what was typed."""

from dataclasses import dataclass

from dipdesk.i18n import N_, language
from dipdesk.model import LetterTemplate, field_of
from dipdesk.papers import gaps
from dipdesk.papers.letter.desk import Writer
from dipdesk.papers.letter.values import Values, mark_of
from dipdesk.rules.letter_templates import Letter
from dipdesk.rules.letters import filled, paragraphs

_SIGNATURE = N_("Signed by")
_NUMBER = N_("Document number")
_USUAL = "{addressee.envelope}"
"""To whom a letter goes whose template does not say."""


@dataclass(frozen=True)
class Content:
    """The parts of a letter in one language; ``signature`` and ``approval`` are name and post.

    ``approval`` is empty for a letter that needs none. What was typed for this letter stands as it is.
    """

    number: str
    concerning: str
    addressee: str
    references: tuple[str, ...]
    paragraphs: tuple[str, ...]
    signature: tuple[str, ...]
    approval: tuple[str, ...]
    enclosures: tuple[str, ...]
    distribution: tuple[str, ...]


def content(writer: Writer, letter: Letter) -> Content:
    """The letter that ``letter`` is the template of, in the language spoken now."""
    options, wording = writer.options, letter.wording(language())
    values = Values(writer)

    def lines(part: str) -> tuple[str, ...]:
        return tuple(
            one
            for line in paragraphs(wording.part(part))
            for one in values.listed(line) or (filled(line, values, language()),)
        )

    def needed(part: str) -> tuple[str, ...]:
        return lines(part) or (_unwritten(writer, letter, part),)

    needs_approval = options.olur or letter.approval
    return Content(
        number=options.number or mark_of(_NUMBER),
        concerning=options.concerning or " ".join(needed("concerning")),
        addressee="\n".join(lines("addressee") or (filled(_USUAL, values, language()),)),
        references=_typed(options.references),
        paragraphs=needed("text"),
        signature=_signature(writer, options.signatory, by_head=not needs_approval),
        approval=_signature(writer, options.approver) if needs_approval else (),
        enclosures=_typed(options.enclosures) or lines("enclosures"),
        distribution=_typed(options.distribution) or lines("distribution"),
    )


def _typed(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _signature(writer: Writer, typed: str, by_head: bool = True) -> tuple[str, ...]:
    """Name and post as typed, else those of the head of our office; a mark if nobody is known."""
    return _typed(typed) or (writer.head() if by_head else ()) or (mark_of(_SIGNATURE),)


def _unwritten(writer: Writer, letter: Letter, part: str) -> str:
    """The mark of a part that the template lacks in the language spoken now."""
    name = f"{part}_{language()}"
    template = writer.session.get(LetterTemplate, letter.key)
    if template is not None:
        gaps.missed(template, field_of(LetterTemplate, name).label)
    return mark_of(field_of(LetterTemplate, name).label)
