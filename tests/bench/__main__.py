"""`hall bench NAME ...`: one table of benches, each a module with `main(arguments) -> exit status`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from tests.bench import core, display, estimate, order, printing

BENCHES: Mapping[str, Callable[[Sequence[str]], int]] = {
    "core": core.main,
    "display": display.main,
    "estimate": estimate.main,
    "order": order.main,
    "printing": printing.main,
}
EXIT_MISTAKE = 2


def main(arguments: Sequence[str]) -> int:
    name, *rest = arguments or [""]
    bench = BENCHES.get(name)
    if bench is None:
        print(f"hall bench {' | '.join(BENCHES)}   (each with --help)", file=sys.stderr)
        return EXIT_MISTAKE
    return bench(rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
