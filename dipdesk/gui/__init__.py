"""The windows; the only package that imports Qt.

PySide6 puts a function of its own in the place of Python's import, which reads the source of every module
that is imported from then on and looks for the word PySide6 in it. That serves only its ``__feature__``
switches, which are not used here; it doubles the time that loading takes, and keeps all sources in memory.
So Python's own import comes back as soon as PySide6 is there.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - brings the function of its own

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
