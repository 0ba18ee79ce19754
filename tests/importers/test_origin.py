"""Where a page says that it is published."""

import pytest

from ladder_app.importers.origin import address_in, with_origin
from ladder_app.importers.sources import import_text
from tests.importers.test_deciding import PAGE

_WHERE = "https://example.org/jobs/baker/"


@pytest.mark.parametrize(
    "head",
    [
        f"---\ntitle: Baker\ncanonical_url: {_WHERE}\n---\n",
        f'---\npermalink: "{_WHERE}"\n---\n',
        f"+++\nurl = '{_WHERE}'\n+++\n",
        f'<link href="{_WHERE}" rel="canonical">\n\n',
        f'<meta property="og:url" content="{_WHERE}"/>\n\n',
    ],
)
def test_that_a_page_says_its_address(head: str) -> None:
    found = import_text(head + PAGE, "baker")
    assert address_in(found) == _WHERE
    role = with_origin(found).role
    assert role is not None
    assert role.source is not None
    assert (role.source.title, role.source.url) == (role.title, _WHERE)


def test_that_a_page_without_one_is_left_alone() -> None:
    found = import_text(PAGE + "\nurl: /elsewhere\n", "baker")
    assert address_in(found) is None
    assert with_origin(found) is found
