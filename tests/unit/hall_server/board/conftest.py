"""The running hall as a fixture."""

from tests.unit.hall_server.web.conftest import hall

__all__ = ["hall"]
