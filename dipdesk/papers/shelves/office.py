"""Letters and figures of the whole office."""

from dipdesk.i18n import N_
from dipdesk.papers import figures_paper, letter
from dipdesk.papers.paper import Paper

PAPERS = (
    Paper("letter", letter.TITLE, letter.ABOUT, letter.LetterOptions, letter.build, apart=True),
    Paper("figures", N_("Figures"), (), figures_paper.FiguresOptions, figures_paper.build),
)
