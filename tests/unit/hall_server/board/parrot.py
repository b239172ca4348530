"""A voice that says what it hears, and whose it is first; told that sound 0 has ended, it ends."""

import json
import os
import sys
from pathlib import Path


def main() -> int:
    key = Path(os.environ["HALL_KEY_FILE"]).read_text("ascii")
    who = {name: os.environ[f"HALL_{name}"] for name in ("SERVER_URL", "DEVICE", "ZONE", "VOICE_SOUNDS")}
    print(json.dumps({"voice": "parrot", **who, "key": key, "settings": os.environ["HALL_VOICE_SETTINGS"]}), flush=True)
    for line in sys.stdin:
        if json.loads(line).get("number") == 0:
            return 3
        print(line, end="", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
