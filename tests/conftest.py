"""What every test needs before anything imports Qt: no screen, no GPU, no leftovers of the person's own settings."""

import os

from hypothesis import settings

# pytest imports this file before any test module, hence before the first PySide6 import of the process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
for _name in [name for name in os.environ if name.startswith("HALL_")]:
    del os.environ[_name]

# No test fails by time: on a busy machine Hypothesis would call an honest test unreliable.
settings.register_profile("hall", deadline=None)
settings.load_profile("hall")
