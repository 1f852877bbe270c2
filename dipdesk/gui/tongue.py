"""The language of the windows: ours, Qt's own buttons, and how Qt writes dates and numbers."""

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from dipdesk.i18n import LANGUAGES, N_, _, installed_languages, language, speak

_PRINTED = frozenset(
    ("Ctrl", "Shift", "Alt", "Backspace", "Del", "End", "Esc", "Home", "Ins", "PgDown", "PgUp", "Tab")
)
"""Keys that are called so on Turkish keyboards, too: “Ekle  Ekle” in a menu would name none."""
_ENTER = ("Return", "Enter")
_LACKING = frozenset((N_("&Look in:"), N_("Files of &type:")))
"""Texts of Qt's file dialog that its own catalogues do not have in every language."""
_KEPT = "translator"
"""The property of the program that holds its translator."""


class _Translator(QTranslator):
    """Qt's own catalogue, what it lacks, and the keys whose English names stand on every keyboard."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context == "QShortcut" and source in _PRINTED:
            return source
        if context == "QShortcut" and source in _ENTER:
            return "Enter"
        found = super().translate(context, source, disambiguation, n)
        return found or (_(source) if source in _LACKING else None)


def of_system() -> str:
    """The language of this computer if we speak it, else the default."""
    code = QLocale.system().name().split("_")[0]
    return code if code in installed_languages() else LANGUAGES[0]


def spoken() -> str:
    """The code of the language that the windows speak."""
    return language()


def asks_in_own_words() -> bool:
    """Whether Qt's dialogs are shown for files instead of those of the system, which speak its language only.

    On Windows and macOS people know the dialogs of their system too well to be given others.
    """
    return sys.platform.startswith("linux") and not QLocale.system().name().startswith(language())


def switch(app: QApplication, code: str) -> None:
    """Speak ``code`` from now on, Qt too; what is on the screen already must be built anew."""
    speak(code)
    QLocale.setDefault(QLocale(code))
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, asks_in_own_words())
    earlier = app.property(_KEPT)  # to ask for the children would name every style of Qt, which takes long
    if isinstance(earlier, QTranslator):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    translator = _Translator(app)
    app.setProperty(_KEPT, translator)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)
