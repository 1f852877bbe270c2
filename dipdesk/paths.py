"""Where things lie on this computer; the only module that knows the layout of an installation."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """The folder ``name`` that travels with the program: inside the wheel, or beside it in a source tree."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources(*parts: str) -> Path:
    """A file or folder of the shipped know-how (``resources/``)."""
    return _shipped("resources").joinpath(*parts)


def translations() -> Path:
    """The folder of the gettext catalogues."""
    return _shipped("translations")


def data() -> Path:
    """The folder for this program's own data on this computer (never a synchronised one); made if missing."""
    return Path(platformdirs.user_data_dir("dipdesk", appauthor=False, roaming=False, ensure_exists=True))


def settings_file() -> Path:
    """The file that holds this person's settings of the window."""
    return (
        Path(platformdirs.user_config_dir("dipdesk", appauthor=False, ensure_exists=True)) / "settings.json"
    )
