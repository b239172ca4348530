"""The running hall as a fixture."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.unit.hall_server.web.running import RunningHall, running_hall


@pytest_asyncio.fixture
async def hall() -> AsyncIterator[RunningHall]:
    async with running_hall() as running:
        yield running
