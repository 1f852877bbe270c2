"""Sections that are loaded late: every one of them can be, and none delays the lists."""

import subprocess
import sys

import pytest

from dipdesk.gui.form import sections
from dipdesk.gui.form.later import Later
from dipdesk.model import entities

EVERY = {
    one
    for kind in entities()
    for chapter in sections.chapters_for(kind)
    for one in (*chapter.leading, *chapter.makers, *chapter.last)
}


@pytest.mark.parametrize("one", sorted(EVERY, key=repr), ids=repr)
def test_every_section_is_loaded_late_and_can_be(one: object) -> None:
    assert isinstance(one, Later)
    assert callable(one.loaded())
    assert one.path in sections.modules()


def test_lists_do_not_wait_for_sections() -> None:
    told = "import sys, dipdesk.gui.rooms; print(*[name for name in sys.modules if '.gui.form.' in name])"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "dipdesk.gui.form.sections" in loaded
    assert not loaded & {
        "dipdesk.gui.form.seating.editor",
        "dipdesk.gui.form.programme.section",
        "dipdesk.gui.form.logistics.room_section",
        "dipdesk.gui.form.calendar_files.dialogs",
    }
