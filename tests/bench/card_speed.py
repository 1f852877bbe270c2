"""How long 1,000 folded place cards take, against a bare reportlab canvas that draws the same texts.

``python -m tests.bench.card_speed [CARDS]`` prints the times of one run and their ratio.
"""

import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dipdesk.papers import pdf
from dipdesk.papers.blocks import Cuts, Document, Figure
from dipdesk.papers.ceremony.place_cards import ACROSS, HALF, WIDTH, face
from dipdesk.papers.flags import flag_picture
from dipdesk.papers.pdf.fonts import base_font
from dipdesk.papers.style import MARGIN, PAGE_HEIGHT
from dipdesk.progress import Progress


def people(number: int) -> list[tuple[str, str]]:
    """Names and titles that differ."""
    return [
        (f"Prof. Dr. İpek Işıl ŞABLON {i}", f"Örnekkent {i}. Bölge Belediye Başkan Yardımcısı")
        for i in range(number)
    ]


def ours(cards: list[tuple[str, str]], target: Path) -> float:
    """Seconds for the cards as dipdesk makes them."""
    started = time.perf_counter()
    figures = [
        Figure(
            WIDTH,
            2 * HALF,
            (*face(name, title, "", "DE", turned=False), *face(name, title, "", "", turned=True)),
        )
        for name, title in cards
    ]
    pdf.write(Document("Cards", (Cuts(tuple(figures), ACROSS),)), target, Progress())
    return time.perf_counter() - started


def bare(cards: list[tuple[str, str]], target: Path) -> float:
    """Seconds for a plain loop over a canvas with the same texts, picture and lines."""
    picture = flag_picture("DE")
    assert picture is not None
    started = time.perf_counter()
    canvas = Canvas(str(target))
    image = ImageReader(BytesIO(picture))
    rows = 2
    for number, (name, title) in enumerate(cards):
        place = number % (ACROSS * rows)
        if number and place == 0:
            canvas.showPage()
        x = MARGIN + place % ACROSS * WIDTH
        top = PAGE_HEIGHT - MARGIN - place // ACROSS * 2 * HALF
        canvas.rect(x, top - 2 * HALF, WIDTH, 2 * HALF)
        canvas.line(x, top - HALF, x + WIDTH, top - HALF)
        canvas.drawImage(image, x + WIDTH / 2 - 13, top - HALF - 40, 26, 19.5)
        for side in (1, -1):
            canvas.saveState()
            canvas.translate(x + WIDTH / 2, top - HALF)
            canvas.scale(side, side)
            canvas.setFont(base_font(), 14)
            canvas.drawCentredString(0, -HALF / 2, name)
            canvas.setFont(base_font(), 9)
            canvas.drawCentredString(0, -HALF * 0.65, title)
            canvas.restoreState()
    canvas.save()
    return time.perf_counter() - started


def main(number: int) -> None:
    """Measure and print."""
    cards = people(number)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours(cards[:10], folder / "warm.pdf")
        plain = min(bare(cards, folder / "bare.pdf") for _ in range(3))
        own = min(ours(cards, folder / "ours.pdf") for _ in range(3))
    print(f"{number} place cards: {own:.2f} s; bare canvas {plain:.2f} s; {own / plain:.1f} × (goal 3)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
