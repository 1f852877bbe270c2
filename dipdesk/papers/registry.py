"""All papers that can be made; a new paper is a module and an entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, N_, _
from dipdesk.papers import (
    audit_sheet,
    brief,
    figures_paper,
    letter,
    membership_renewal,
    published_list,
    register,
    relation_file,
    signing_readiness,
)
from dipdesk.papers.blocks import Document
from dipdesk.papers.ceremony import flag_plan, place_cards, precedence_list, running_order, seating, speeches
from dipdesk.papers.occasion import Occasion

PAGES = {"pdf": N_("PDF"), "docx": N_("Word document"), "txt": N_("Plain text")}
TABLES = {"xlsx": N_("Excel workbook"), "csv": N_("Table (CSV)"), "html": N_("Table for a web page")}
"""For papers that are one table."""
FORMATS = {**PAGES, **TABLES}
"""The kinds of files a paper can be written as, by their endings."""


def _whatever(_record: Any) -> bool:
    """A paper fits every record of its entities."""
    return True


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    ``label`` is a source text; ``subjects`` name the entities it can be about, none for the whole office.
    ``options`` is a dataclass (see :mod:`dipdesk.papers.options`). ``build(session, subject, options,
    occasion)`` makes it in the language spoken now; the subject is the record, or None for the office.
    ``fits`` tells which records of those entities it can be about.
    """

    name: str
    label: str
    subjects: tuple[str, ...]
    options: type[Any]
    build: Callable[[Session, Any, Any, Occasion], Document]
    languages: tuple[str, ...] = LANGUAGES
    formats: tuple[str, ...] = tuple(PAGES)
    fits: Callable[[Any], bool] = _whatever

    def title(self) -> str:
        """The label in the language spoken now."""
        return _(self.label)


_PAPERS = (
    Paper("brief", N_("Protocol brief"), ("visit",), brief.BriefOptions, brief.build),
    Paper(
        "relation_file",
        N_("Relation file"),
        ("partner",),
        relation_file.RelationFileOptions,
        relation_file.build,
    ),
    Paper(
        "audit_sheet",
        N_("Audit sheet"),
        ("relation", "agreement", "membership", "visit"),
        audit_sheet.AuditOptions,
        audit_sheet.build,
        fits=audit_sheet.fits,
    ),
    Paper(
        "published_list",
        N_("Published list"),
        (),
        published_list.ListOptions,
        published_list.build,
        formats=tuple(FORMATS),
    ),
    Paper(
        "signing_readiness",
        N_("Signing readiness"),
        ("ceremony", "agreement"),
        signing_readiness.ReadinessOptions,
        signing_readiness.build,
        fits=signing_readiness.fits,
    ),
    Paper(
        "membership_renewal",
        N_("Renewal of a membership"),
        ("membership",),
        membership_renewal.RenewalOptions,
        membership_renewal.build,
    ),
    Paper("letter", letter.TITLE, letter.ABOUT, letter.LetterOptions, letter.build),
    Paper("register", N_("Register of agreements"), (), register.RegisterOptions, register.build),
    Paper("figures", N_("Figures"), (), figures_paper.FiguresOptions, figures_paper.build),
    Paper(
        "precedence_list",
        N_("Precedence list"),
        ("ceremony",),
        precedence_list.OrderOptions,
        precedence_list.build,
    ),
    Paper(
        "running_order",
        N_("Running order"),
        ("ceremony",),
        running_order.RunningOrderOptions,
        running_order.build,
    ),
    Paper("hitap_card", N_("Hitap card"), ("ceremony",), speeches.SpeechOptions, speeches.hitap_card),
    Paper(
        "speech_order", N_("Order of speeches"), ("ceremony",), speeches.SpeechOptions, speeches.speech_order
    ),
    Paper(
        "wreath_order", N_("Order of wreaths"), ("ceremony",), speeches.SpeechOptions, speeches.wreath_order
    ),
    Paper("seating_plan", N_("Seating plan"), ("ceremony",), seating.SeatingOptions, seating.seating_plan),
    Paper("seat_finder", N_("Seat finder"), ("ceremony",), seating.FinderOptions, seating.seat_finder),
    Paper("flag_plan", N_("Flag plan"), ("ceremony",), flag_plan.FlagOptions, flag_plan.build),
    Paper("place_cards", N_("Place cards"), ("ceremony",), place_cards.CardOptions, place_cards.place_cards),
    Paper(
        "table_numbers",
        N_("Table numbers"),
        ("ceremony",),
        place_cards.NumberOptions,
        place_cards.table_numbers,
    ),
)


def papers(subject: str | None = None) -> tuple[Paper, ...]:
    """All papers, or those about records of the entity ``subject``, or about the whole office if empty."""
    if subject is None:
        return _PAPERS
    return tuple(one for one in _PAPERS if (subject in one.subjects if subject else not one.subjects))


def paper(name: str) -> Paper:
    """The paper of that name; raises Known if there is none."""
    for one in _PAPERS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in _PAPERS)
    raise Known(_("There is no paper “{name}”. There are: {known}.").format(name=name, known=known))
