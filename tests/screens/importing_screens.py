"""Pictures of the dialog that imports a list."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from dipdesk.gui.importing.dialog import ImportDialog
from dipdesk.gui.jobs import Jobs
from tests.screens.stage import Screen, Stage

_SIZE = (1080, 680)
_SETTLED = 900
_DATA = Path(__file__).parents[1] / "data"
_PEOPLE = (
    "Ad;Soyad;E-posta;Telefon;Bildiği diller;Doğum tarihi;Boş\n"
    "Ayşe;Yılmaz;ayse@ornek.bel.tr;+90 266 123 45 67;Türkçe, Almanca;1970;\n"
    "Mehmet;;mehmet@ornek.bel.tr;0266 123;Klingonca;31.02.1980;x\n"
    "Ad\u202efdp;<b>Kaya</b>;kaya@ornek.bel.tr;12;Türkçe;1981-05;\n"
    "Zeynep;Şahin;zeynep@;;İngilizce;1990;\n"
)


def _dialog(stage: Stage, path: Path | None) -> QWidget:
    behind = QWidget()
    dialog = ImportDialog(stage.empty, path, stage.settings, Jobs(behind))
    dialog.behind = behind  # type: ignore[attr-defined]
    return dialog


def _refused(stage: Stage) -> QWidget:
    path = stage.folder / "kişiler.csv"
    path.write_text(_PEOPLE, encoding="utf-8")
    return _dialog(stage, path)


def _broken(stage: Stage) -> QWidget:
    path = stage.folder / "bozuk.csv"
    path.write_text('a,b\n1,"x\n', encoding="utf-8")
    return _dialog(stage, path)


SCREENS = [
    Screen(
        "import", lambda stage: _dialog(stage, _DATA / "sister_cities_published.csv"), _SIZE, _SETTLED, True
    ),
    Screen("import-refused", _refused, _SIZE, _SETTLED, True),
    Screen("import-empty", lambda stage: _dialog(stage, None), _SIZE, large_text=True),
    Screen("import-broken", _broken, _SIZE, _SETTLED),
]
