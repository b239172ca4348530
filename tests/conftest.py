"""What every test needs before anything imports Qt: no screen, no GPU, no leftovers of the person's own settings."""

import os

# pytest imports this file before any test module, hence before the first PySide6 import of the process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
for _name in [name for name in os.environ if name.startswith("HALL_")]:
    del os.environ[_name]
