from __future__ import annotations

import pytest
from heroicons import IconDoesNotExist
from heroicons.templatetags.heroicons import heroicon_outline

from preau.foundation.design.icons import icon


@pytest.mark.parametrize("name", ["check", "exclamation-triangle", "arrow-down-tray"])
def test_an_icon_is_the_drawing_of_the_package(name):
    told = {"class": "icon", "aria-hidden": "true", "focusable": "false"}
    assert icon(name) == heroicon_outline(name, size=24, **told).replace(" />", "/>")


def test_an_icon_that_does_not_exist_is_an_error():
    with pytest.raises(IconDoesNotExist):
        icon("a-hat")
