"""Pictures of what needs attention, of a partner's story, of the health of a relation and its scores."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from dipdesk import paths
from dipdesk.actions import attention, relation_health, story
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.gui.form.scores.sheet import ScoreSheet
from dipdesk.gui.form.story.health import HealthSection
from dipdesk.gui.form.story.ties import TiesSection
from dipdesk.gui.form.story.timeline import TimelineSection
from dipdesk.gui.news import OfficeNews
from dipdesk.gui.today import TodayPage
from dipdesk.i18n import speaking
from dipdesk.model import Commitment, Contact, Partner, entity
from dipdesk.rules.relation_health import Word
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

    def fares(day: date) -> dict[Word, int]:
        with office.read() as session:
            return dict(Counter(one.word for one in relation_health.of_all(session, day).values()))

    page.know_more((more,), fares)
    page.ask_more()
    page.news = OfficeNews(office, stage.settings)  # type: ignore[attr-defined]
    return window(stage, "today", page)


def _record(stage: Stage, office: OfficeFile, name: str, row_id: str, part: type[QWidget]) -> QWidget:
    """The page of a record, scrolled to a part of it."""
    page = RecordPage(office, entity(name), row_id, stage.settings, OfficeNews(office, stage.settings))
    frame = window(stage, name, page)
    frame.resize(1280, 720)
    frame.show()
    QTimer.singleShot(150, page, lambda: _scroll(page, part))
    return frame


def _scroll(page: RecordPage, part: type[QWidget]) -> None:
    area, found = page.findChild(QScrollArea), page.findChild(part)
    if area is not None and found is not None:
        area.verticalScrollBar().setValue(found.mapTo(area.widget(), QPoint()).y() - 8)


def _of_sample(name: str, key: str, part: type[QWidget]) -> Callable[[Stage], QWidget]:
    return lambda stage: _record(stage, told(stage), name, story.record_id(name, key), part)


def _of_crowd(part: type[QWidget]) -> Callable[[Stage], QWidget]:
    return lambda stage: _record(stage, crowded(stage), "partner", "c" * 32, part)


_LATE, _FILLED = 400, 900
SCREENS = [
    Screen(
        "story-health", _of_sample("partner", "beispielburg", HealthSection), settle=_LATE, large_text=True
    ),
    Screen("story-health-talks", _of_sample("relation", "nimuseti", HealthSection), settle=_LATE),
    Screen("story-health-refused", _of_sample("relation", "exempleville", HealthSection), settle=_LATE),
    Screen("story-ties", _of_sample("partner", "network", TiesSection), settle=_LATE),
    Screen(
        "story-timeline",
        _of_sample("partner", "beispielburg", TimelineSection),
        settle=_LATE,
        large_text=True,
    ),
    Screen("story-timeline-long", _of_crowd(TimelineSection), settle=_LATE),
    Screen("story-health-long", _of_crowd(HealthSection), settle=_LATE),
    Screen("story-scores", _of_sample("relation", "beispielburg", ScoreSheet), settle=_LATE, large_text=True),
    Screen("attention", lambda stage: _today(stage, told(stage)), settle=_FILLED, large_text=True),
    Screen("attention-long", lambda stage: _today(stage, crowded(stage)), settle=_FILLED),
    Screen("attention-empty", lambda stage: _today(stage, stage.empty), settle=_FILLED),
]
