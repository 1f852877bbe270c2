"""How fast papers are made beside others in the same run, and what memory it takes: goals, and if reached.

Run as ``python -m tests.bench.paper_speed [ROUNDS]``. All times are those of the processor, so that a busy
computer does not matter. Measured are a brief of about forty pages with thirty photos, beside plain platypus
and beside LibreOffice from our own DOCX of it (with its start, and with that of an empty document taken off);
the first page of a preview after a change on the sample office; a thousand badges and place cards beside a
bare canvas loop; and the largest memory of a process that writes a brief of four hundred pages.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2

from dipdesk.exchange import sample
from dipdesk.model import Person
from dipdesk.papers import docx, pdf
from dipdesk.papers.blocks import Document, Paragraph
from dipdesk.progress import Progress
from dipdesk.rules.card_layouts import shipped_layout
from dipdesk.rules.label_sheets import label_sheet
from dipdesk.store.office_file import OfficeFile
from tests.bench import badges, card_speed
from tests.bench.brief_speed import cold, ours, platypus
from tests.papers.briefs import brief

_MEMORY = "memory"
_CARDS = 1_000


@dataclass(frozen=True)
class Reached:
    """A figure and its goal, which is the ``least`` that will do, or the most."""

    what: str
    figure: float
    unit: str
    goal: float
    least: bool = False

    def __str__(self) -> str:
        is_there = self.figure >= self.goal if self.least else self.figure <= self.goal
        goal = f"{'≥' if self.least else '≤'} {self.goal:g} {self.unit}"
        return f"{self.what:<52}{self.figure:>8.1f} {self.unit:<3}{goal:>10}   {'yes' if is_there else 'NO'}"


def spent() -> float:
    """The seconds of the processor that this process and those it waited for have taken."""
    return sum(os.times()[:4])


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """The seconds that some work took, and the number of pages it made."""
    start = spent()
    pages = work()
    return spent() - start, pages


def converted(name: str, folder: Path) -> int:
    """The pages of the PDF that LibreOffice makes of a Word document."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    order = ["soffice", profile, "--headless", "--convert-to", "pdf", name]
    subprocess.run(order, cwd=folder, check=True, capture_output=True, timeout=300)
    with pypdfium2.PdfDocument(folder / Path(name).with_suffix(".pdf")) as file:
        return len(file)


def writers(rounds: int, folder: Path) -> Iterator[Reached]:
    """How many times as fast as the others we write the same brief."""
    document = ours()

    def write() -> int:
        cold()
        return pdf.write(document, BytesIO(), Progress()).pages

    work: dict[str, Callable[[], int]] = {
        "dipdesk": write,
        "platypus": lambda: platypus(BytesIO()),
    }
    start_up = 0.0
    if shutil.which("soffice"):
        docx.write(document, folder / "brief.docx", Progress())
        docx.write(Document("x", (Paragraph("x"),)), folder / "empty.docx", Progress())
        converted("empty.docx", folder)
        start_up = timed(lambda: converted("empty.docx", folder))[0]
        work["LibreOffice"] = lambda: converted("brief.docx", folder)
    speeds: dict[str, list[float]] = {name: [] for name in work}
    for round_ in range(rounds + 1):
        for name, one in work.items():
            seconds, pages = timed(one)
            if round_:
                speeds[name].append(pages / seconds)
                if name == "LibreOffice":
                    speeds.setdefault("LibreOffice, its start off", []).append(pages / (seconds - start_up))
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    own = medians.pop("dipdesk")
    print(f"pages a second: {own:.0f}; " + ", ".join(f"{name} {one:.0f}" for name, one in medians.items()))
    for name, goal in (("platypus", 0.8), ("LibreOffice", 5.0)):
        if name in medians:
            yield Reached(f"our speed beside {name}", own / medians[name], "×", goal, least=True)


def _steps(office: OfficeFile) -> tuple[float, float, float, float]:
    """The seconds for building, setting the first page, drawing it as the window does, and all the rest."""
    first = spent()
    document = brief(office, ("tr",))
    second = spent()
    content, page = pdf.glimpse(document, 1, Progress())
    third = spent()
    with pypdfium2.PdfDocument(content) as opened:
        opened[page - 1].render(scale=1.5).to_pil()
    fourth = spent()
    pdf.write(document, BytesIO(), Progress())
    return second - first, third - second, fourth - third, spent() - fourth


def preview(rounds: int, office: OfficeFile) -> Iterator[Reached]:
    """The first page after a change."""
    taken: list[tuple[float, float, float, float]] = []
    for round_ in range(5 * rounds + 2):
        with office.change("a change") as session:
            session.query(Person).order_by(Person.id).limit(1).one().family_name = f"Örnek {round_}"
        taken.append(_steps(office))
    building, setting, picture, rest = (
        1000 * statistics.median(step) for step in zip(*taken[2:], strict=True)
    )
    print(
        f"preview: building {building:.0f} ms, setting {setting:.0f} ms, picture {picture:.0f} ms", end=", "
    )
    print(f"the whole paper {rest:.0f} ms later")
    yield Reached("first page of its preview after a change", building + setting + picture, "ms", 300)


def cards(folder: Path) -> Iterator[Reached]:
    """How much longer badges and place cards take than in a bare canvas loop."""
    layout = shipped_layout("badge")
    sheet, line = label_sheet(layout.sheet), badges.people(_CARDS, "İpek ŞABLON")
    badges.ours(line[:10], layout, sheet, folder / "warm.pdf")
    plain = badges.best(lambda: badges.bare(line, layout, sheet, folder / "bare.pdf"))
    own = badges.best(lambda: badges.ours(line, layout, sheet, folder / "ours.pdf"))
    yield Reached("1,000 badges beside a bare canvas", own / plain, "×", 3)
    seats = card_speed.people(_CARDS)
    card_speed.ours(seats[:10], folder / "warm.pdf")
    plain = badges.best(lambda: card_speed.bare(seats, folder / "bare.pdf"))
    own = badges.best(lambda: card_speed.ours(seats, folder / "ours.pdf"))
    yield Reached("1,000 place cards beside a bare canvas", own / plain, "×", 3)


def memory() -> None:
    """Write four hundred pages and print the largest memory of this process in MB."""
    document = ours()
    whole = Document(document.title, document.blocks * 9, version="1")
    pages = pdf.write(whole, BytesIO(), Progress()).pages
    print(f"{pages} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


def most_memory() -> Reached:
    """The memory of another process that writes a long brief."""
    order = [sys.executable, "-m", "tests.bench.paper_speed", _MEMORY]
    pages, most = subprocess.run(order, check=True, capture_output=True, text=True).stdout.split()
    return Reached(f"memory for a brief of {pages} pages", float(most), "MB", 300)


def main(rounds: int) -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        found = [*writers(rounds, Path(home))]
        with sample.create(Path(home) / "sample.dipdesk") as office:
            found += preview(rounds, office)
        found += cards(Path(home))
    found.append(most_memory())
    print(f"\n{'what':<52}{'measured':>11}{'goal':>11}   reached")
    for one in found:
        print(one)


if __name__ == "__main__":
    if sys.argv[1:] == [_MEMORY]:
        memory()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
