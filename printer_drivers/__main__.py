"""`printer virtual | probe | test | status | list`: for whoever installs printers, trains staff or shows the system."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from printer_drivers import terminal
from printer_drivers.paper import paper_of
from printer_drivers.profile import network_profile
from printer_drivers.transports.address import EXAMPLES, place_of
from printer_drivers.virtual import program as virtual_program

PROFILE_FILE = Path("printer.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status: 0 when the printer did what was asked."""
    parser = _parser()
    options = parser.parse_args(arguments)
    say = partial(print, flush=True)
    if options.command == "virtual":
        return virtual_program.run(options)
    if options.command == "list":
        return terminal.list_devices(say)
    try:
        place_of(options.address)
        if options.command == "status":
            return terminal.status(options.address, say)
        if options.command == "test":
            return terminal.test(options.address, terminal.profile_of(options.profile, options.paper), say)
    except (ValueError, OSError) as mistake:
        parser.error(str(mistake))
    assumed = replace(
        network_profile(paper_of(options.paper)),
        native_qr=options.native_qr,
        strips=not options.no_strips,
        own_letters=options.own_letters,
        code_page=options.code_page,
    )
    return terminal.probe(options.address, assumed, options.save, say)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="printer", description="Receipt printers of a hall.")
    commands = parser.add_subparsers(dest="command", required=True)
    virtual = commands.add_parser("virtual", help="be a printer that draws each ticket as a picture")
    virtual_program.add_arguments(virtual)
    probe = commands.add_parser("probe", help="find out what a printer can do, try it, store its profile")
    test = commands.add_parser("test", help="print a ticket with all Vietnamese letters and wait for its confirmation")
    status = commands.add_parser("status", help="ask a printer how it is")
    commands.add_parser("list", help="show the USB printers and serial ports of this machine")
    for command in (probe, test, status):
        command.add_argument("address", help=f"such as {EXAMPLES}")
    for command in (probe, test):
        command.add_argument("--paper", type=int, choices=(80, 58), default=80, help="width of the roll in mm")
    test.add_argument("--profile", type=Path, help="file written by `probe`")
    probe.add_argument("--save", type=Path, default=PROFILE_FILE, help="where to store the profile (printer.toml)")
    probe.add_argument("--native-qr", action="store_true", help="this model draws QR codes itself")
    probe.add_argument("--no-strips", action="store_true", help="letters came out torn: print whole lines only")
    probe.add_argument("--own-letters", action="store_true", help="on a slow line, send letters in place of pictures")
    probe.add_argument("--code-page", type=int, help="number of its Vietnamese page (Windows-1258), if any")
    return parser


if __name__ == "__main__":
    sys.exit(main())
