"""Pictures of what needs attention, of a partner's story, of the health of a relation and its scores."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from dipdesk import paths
from dipdesk.actions import attention, story
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.today import TodayPage
from dipdesk.i18n import speaking
from dipdesk.model import Commitment, Contact, Partner
from dipdesk.store import opening
from dipdesk.store.attention import Due
from dipdesk.store.office_file import OfficeFile
from tests.screens.shell_screens import _window as window
from tests.screens.stage import Screen, Stage

_LONG = (
    "Gençlik ve Spor İl Müdürlüğü ile birlikte yürütülecek karşılıklı gençlik değişimi programının bütçesi"
)


def told(stage: Stage) -> OfficeFile:
    """An office with the made-up town of the sample, and one letter that was written too long ago."""
    path = stage.folder / "Örnek büro.dipdesk"
    found: OfficeFile | None = getattr(stage, "told", None)
    if found is None:
        found = opening.create(path, "Örnekkent Belediyesi")
        with speaking("tr"):
            story.tell(found, paths.resources("sample"), "Örnek")
        stage.told = found  # type: ignore[attr-defined]
    return found


def crowded(stage: Stage) -> OfficeFile:
    """An office with a partner about whom five hundred things are on file, with long names."""
    found: OfficeFile | None = getattr(stage, "crowded", None)
    if found is None:
        found = opening.create(stage.folder / "Kalabalık.dipdesk", "Büyükşehir Belediyesi")
        today = date.today()  # noqa: DTZ011
        with found.change("500") as session:
            city = Partner(
                id="c" * 32,
                name_tr="Kuzey Makedonya Yerel Yönetim Birimleri Birliği ve Bağlı Kuruluşları",
                name_en="Association of the Units of Local Self-Government of North Macedonia",
            )
            session.add(city)
            session.add_all(
                Commitment(
                    what_tr=f"{number}. {_LONG}",
                    partner_id=city.id,
                    due=today + timedelta(days=number - 20),
                )
                for number in range(150)
            )
            session.add_all(
                Contact(
                    headline=f"{number}. {_LONG}", partner_id=city.id, day=today - timedelta(days=9 * number)
                )
                for number in range(350)
            )
        stage.crowded = found  # type: ignore[attr-defined]
    return found


def _today(stage: Stage, office: OfficeFile) -> QWidget:
    page = TodayPage(office.held)

    def more(day: date) -> list[Due]:
        with office.read() as session:
            return attention.steps_due(session, day)

    page.know_more(more)
    page.news = OfficeNews(office, stage.settings)  # type: ignore[attr-defined]
    return window(stage, "today", page)


SCREENS = [
    Screen("attention", lambda stage: _today(stage, told(stage)), large_text=True),
    Screen("attention-long", lambda stage: _today(stage, crowded(stage))),
    Screen("attention-empty", lambda stage: _today(stage, stage.empty)),
]
