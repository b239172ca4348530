"""One Chromium for the tests of a module: starting it costs more than most of them."""

from collections.abc import Iterator

import pytest

from tests.e2e.chromium import Chromium


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """A browser that lets sound be heard at once, as televisions in kiosk mode do."""
    with Chromium("--autoplay-policy=no-user-gesture-required") as browser:
        yield browser


@pytest.fixture(scope="module")
def shy_chromium() -> Iterator[Chromium]:
    """A browser that keeps silent until somebody touches the screen."""
    with Chromium("--autoplay-policy=document-user-activation-required") as browser:
        yield browser
