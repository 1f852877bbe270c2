"""Papers of visits."""

from dipdesk.i18n import N_
from dipdesk.papers import brief, minutes, programme_agenda, programme_paper, travel_statement, visit_report
from dipdesk.papers.cards import booklet
from dipdesk.papers.paper import Paper

PAPERS = (
    Paper("brief", N_("Protocol brief"), ("visit",), brief.BriefOptions, brief.build),
    Paper(
        "programme",
        N_("Programme"),
        ("visit",),
        programme_agenda.ProgrammeOptions,
        programme_paper.build,
    ),
    Paper("programme_booklet", N_("Programme booklet"), ("visit",), booklet.BookletOptions, booklet.build),
    Paper("minutes", N_("Minutes of the visit"), ("visit",), minutes.MinutesOptions, minutes.build),
    Paper("visit_report", N_("Result report"), ("visit",), visit_report.ReportOptions, visit_report.build),
    Paper(
        "travel_statement",
        N_("Statement of travel costs"),
        ("visit",),
        travel_statement.StatementOptions,
        travel_statement.build,
        fits=travel_statement.fits,
    ),
)
