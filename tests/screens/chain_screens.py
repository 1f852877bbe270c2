"""Pictures of the section of approval: in talks, signed too early, at home, empty, with long texts."""

import io
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from reportlab.pdfgen import canvas

from dipdesk.gui.filing.look import KeptFile
from dipdesk.gui.form.chain.section import ChainSection
from dipdesk.gui.form.chain.step_dialog import StepDialog
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.preview.file_viewer import FileViewer
from dipdesk.model import Agreement, ApprovalStep, Attachment, ChainStep, Membership, Partner
from dipdesk.rules.timing import PartialDate
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.sample import png
from tests.screens.stage import Screen, Stage

_TODAY = date.today()  # noqa: DTZ011 - pictures are of today
_LONG = "Avrupa Konseyi Yerel ve Bölgesel Yönetimler Kongresi Türk Delegasyonu Sekretaryasının uygun görüşü"


def _day(days: int) -> PartialDate:
    return PartialDate.of(_TODAY + timedelta(days=days))


def _city(office: OfficeFile) -> str:
    with office.read() as session:
        return next(one.id for one in session.query(Partner) if one.country and one.country.code == "DE")


def _in_talks(stage: Stage) -> Agreement:
    made = Agreement(
        partner_id=_city(stage.office),
        state="in_talks",
        council_date=_day(-20),
        council_number="62",
        wanted_on=_TODAY + timedelta(days=60),
    )
    subject = f"agreement/{made.id}"
    with stage.office.change("In talks") as session:
        first = ApprovalStep(subject=subject, step="letter_of_intent", day=_day(-90), result="Olumlu")
        skipped = ApprovalStep(subject=subject, step="committee_report", skipped="Meclis doğrudan görüştü")
        address = blobs.put(session.connection(), b"%PDF-1.4", "application/pdf")
        scan = Attachment(name="niyet.pdf", content=address, subject=f"approval_step/{first.id}")
        session.add_all([made, first, skipped, scan])
    return made


def _too_early(stage: Stage) -> Agreement:
    made = Agreement(
        partner_id=_city(stage.office),
        signed_on=PartialDate(2008, 6, 27),
        council_date=PartialDate(2015, 3, 5),
        council_number="62",
        ministry_date=PartialDate(2015, 6, 30),
    )
    with stage.office.change("Too early") as session:
        session.add(made)
    return made


def _long(stage: Stage) -> Agreement:
    made = Agreement(partner_id=_city(stage.office), kind="friendship")
    subject = f"agreement/{made.id}"
    with stage.office.change("Long") as session:
        own = ChainStep(
            chain="sister_city_abroad", step="own", name_tr=_LONG, name_en=_LONG, who_tr=_LONG,
            required=True, source_tr=_LONG, place=1,
        )  # fmt: skip
        step = ApprovalStep(
            subject=subject, name_tr=_LONG, day=_day(-3), number="E-12345678-903.07.02-1234567"
        )
        session.add_all([made, own, step])
    return made


def _green(stage: Stage) -> Agreement:
    with stage.office.read() as session:
        home = next(one.id for one in session.query(Partner) if one.country and one.country.code == "TR")
    made = Agreement(
        partner_id=home,
        council_date=PartialDate(2015, 1, 8),
        council_number="2015/7",
        signed_on=PartialDate(2015, 3, 13),
    )
    with stage.office.change("At home") as session:
        session.add(made)
    return made


def _page(make: Callable[[Stage], Agreement], unfolded: bool = False) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        page = RecordPage(stage.office, Agreement, make(stage).id, stage.settings, stage.news())
        section = next(one for one in page.sections if isinstance(one, ChainSection))
        section.sources.unfold(unfolded)
        page.show()
        QApplication.processEvents()
        page.findChild(QScrollArea).verticalScrollBar().setValue(section.y() - 40)  # type: ignore[union-attr]
        return page

    return show


def _window(make: Callable[[Stage], Agreement]) -> Callable[[Stage], QWidget]:
    """The whole page from its head, as it stands beside the list."""

    def show(stage: Stage) -> QWidget:
        return RecordPage(stage.office, Agreement, make(stage).id, stage.settings, stage.news())

    return show


def _membership(stage: Stage) -> QWidget:
    with stage.office.change("Member") as session:
        made = Membership(partner_id=_city(stage.office), legal_form="network", since=PartialDate(2014))
        session.add(made)
    return RecordPage(stage.office, Membership, made.id, stage.settings, stage.news())


def _dialog(key: str) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        section = ChainSection(Agreement, stage.office, _in_talks(stage).id)
        assert section.file is not None
        return StepDialog(stage.office, section.file, section.file.step(key) if key else None)

    return show


def _viewer(name: str, content: bytes) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = QWidget()
        stage.settings.keep_viewer = window  # type: ignore[attr-defined]
        return FileViewer(KeptFile(name, content), Jobs(window), stage.folder, window)

    return show


def _pdf() -> bytes:
    file = io.BytesIO()
    page = canvas.Canvas(file)
    for number in range(3):
        page.setFont("Times-Roman", 18)
        page.drawString(90, 760, f"Protokol / Protocol {number + 1}")
        page.showPage()
    page.save()
    return file.getvalue()


SCREENS = [
    Screen("chain-talks", _page(_in_talks), (760, 720), 200, large_text=True),
    Screen("chain-early", _page(_too_early, unfolded=True), (760, 900), 200),
    Screen("chain-long", _page(_long), (760, 860), 200, large_text=True),
    Screen("chain-home", _page(_green), (760, 620), 200),
    Screen("chain-page", _window(_in_talks), (700, 1500), 200),
    Screen("chain-membership", _membership, (760, 900), 200),
    Screen("dialog-step-council", _dialog("council_decision"), (620, 640), 100, large_text=True),
    Screen("dialog-step-intent", _dialog("letter_of_intent"), (620, 640), 100),
    Screen(
        "dialog-viewer-pdf", _viewer("Meclis kararı 2026-62.pdf", _pdf()), (860, 720), 800, large_text=True
    ),
    Screen("dialog-viewer-picture", _viewer("tarama.png", png(side=700)), (860, 720), 100),
    Screen("dialog-viewer-broken", _viewer("bozuk " * 12 + ".pdf", b"%PDF-1.4 x"), (860, 720), 100),
    Screen("dialog-step-own", _dialog(""), (620, 640), 100),
]
