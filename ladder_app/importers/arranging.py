"""The sections of a page as they are meant: chapters of notes set aside, levels found that have no heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.alike_sections import with_alike_levels
from ladder_app.importers.bold_statements import with_bold_statements
from ladder_app.importers.chapters_aside import set_aside
from ladder_app.importers.counted_headings import with_counted_levels
from ladder_app.importers.figures import with_scale_aside
from ladder_app.importers.labelled_lists import with_labelled_lists
from ladder_app.importers.levels_by_area import with_levels_of_lists
from ladder_app.importers.numbered_ladders import with_numbered_levels
from ladder_app.importers.numbered_lines import with_numbered_lines
from ladder_app.importers.paired_headings import with_paired_levels
from ladder_app.importers.ranked_headings import with_ranked_levels
from ladder_app.importers.spoken_levels import with_spoken_levels
from ladder_app.importers.tabled_levels import with_tabled_levels
from ladder_app.importers.told_levels import with_told_levels

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section


def arranged(sections: list[Section]) -> list[Section]:
    """The sections in order, with those that lists and sentences open."""
    plain = with_paired_levels(with_scale_aside(set_aside(with_bold_statements(with_numbered_lines(sections)))))
    headed = with_ranked_levels(with_alike_levels(with_counted_levels(with_tabled_levels(plain))))
    told = with_levels_of_lists(with_told_levels(with_spoken_levels(headed)))
    return with_labelled_lists(with_numbered_levels(told))
