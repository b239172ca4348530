"""`hall server`: serve a hall, let a television in, copy the record while it is at work, prove or redraw its tables."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import structlog
import uvloop

from hall_link import logs
from hall_link.hall_document import load_hall_document
from hall_link.mistakes import SettingsError
from hall_server import bootstrap
from hall_server.board.admission import AskedInvitation
from hall_server.board.asking import NoCode, ask_for_code, how_to
from hall_server.home import Home, HomeInUse, catalogue_beside
from hall_server.service.ports import StorageOutage
from hall_server.storage.backup import backup
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.halls import halls_in
from hall_server.storage.rebuild import Verdict, check, rebuild
from hall_server.storage.schema import NewerDatabase
from hall_server.web.auth import Keys

EXIT_MISTAKE = 2
EXIT_BUG = 70
EXIT_TRY_AGAIN = 75
DEFAULT_PORT = 8470

log = structlog.get_logger("server")


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0 done, 1 the record is not sound, 2 a mistake in what was given, 70 a bug, 75 later."""
    options = _parser().parse_args(arguments)
    logs.set_up()
    os.umask(0o077)
    try:
        home = Home(options.data)
        status: int = options.run(home, options)
    except SettingsError as error:
        return _mistake(str(error))
    except (bootstrap.DocumentRefused, HomeInUse, NewerDatabase, FileExistsError) as error:
        return _mistake(str(error))
    except (StorageOutage, OSError) as error:
        log.error("environment", why=str(error))
        return EXIT_TRY_AGAIN
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hall server", description=__doc__)
    parser.set_defaults(config=None, host="0.0.0.0", port=DEFAULT_PORT, advertise=True)  # noqa: S104 the hall's LAN
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--data", type=Path, default=_default_folder(), help="the server's folder (%(default)s)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serving = commands.add_parser("serve", parents=[folder], help="serve the hall until stopped")
    serving.add_argument("--config", type=Path, help="the hall's document (hall.toml in the folder)")
    serving.add_argument("--host", default=parser.get_default("host"), help="address to listen at (%(default)s)")
    serving.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 for any free one (%(default)s)")
    serving.add_argument("--no-advertise", dest="advertise", action="store_false", help="do not announce by zeroconf")
    serving.set_defaults(run=_serve)

    copying = commands.add_parser("backup", parents=[folder], help="copy the record while the hall is at work")
    copying.add_argument("file", type=Path, help="where the copy goes; must not exist")
    copying.set_defaults(run=_backup)

    inviting = commands.add_parser("board", parents=[folder], help="a code by which a television's browser comes in")
    inviting.add_argument("device", help="the name under which the hall knows this screen, such as tv-1")
    inviting.add_argument("--zone", default="main", help="whose calls it shows and speaks (%(default)s)")
    inviting.add_argument("--look", default="", help="how it looks, such as theme=day&distance=8&diagonal=55")
    inviting.add_argument("--port", type=int, default=DEFAULT_PORT, help="of the running server (%(default)s)")
    inviting.set_defaults(run=_board)

    proving = commands.add_parser("check", parents=[folder], help="prove that journal, chain and tables agree")
    proving.set_defaults(run=_check)

    redrawing = commands.add_parser("rebuild", parents=[folder], help="draw the tables again from the journal")
    redrawing.set_defaults(run=_rebuild)
    return parser


def _default_folder() -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/xep-hang")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "xep-hang"


def _serve(home: Home, options: argparse.Namespace) -> int:
    with home.occupied():
        document_file: Path = options.config or home.document
        if options.config is None and home.put_example():
            log.warning("example_document", file=str(home.document), remedy="make it your hall's own, then start again")
        document = load_hall_document(document_file, catalogue_beside(document_file))
        serving = bootstrap.serve(
            sqlite_url(home.database),
            document,
            Keys(home.hall_key(), home.board_key()),
            host=options.host,
            port=options.port,
            advertise=options.advertise,
            voice_settings=home.voice_settings if home.voice_settings.exists() else None,
        )
        try:
            uvloop.run(serving)
        except (StorageOutage, bootstrap.DocumentRefused, NewerDatabase, OSError):
            raise
        except Exception as bug:
            log.error("bug", exc_info=bug)
            return EXIT_BUG
        return 0


def _backup(home: Home, options: argparse.Namespace) -> int:
    backup(open_engine(_existing(home)), options.file)
    log.info("backup", file=str(options.file), bytes=options.file.stat().st_size)
    return 0


def _board(home: Home, options: argparse.Namespace) -> int:
    asked = AskedInvitation(options.device, options.zone, options.look)
    try:
        print(how_to(ask_for_code(asked, home.hall_key(), options.port), options.port))
    except NoCode as problem:
        return _mistake(str(problem))
    return 0


def _check(home: Home, _: argparse.Namespace) -> int:
    return _report({hall_id: check(open_engine(_existing(home)), hall_id) for hall_id in _halls(home)})


def _rebuild(home: Home, _: argparse.Namespace) -> int:
    with home.occupied():
        return _report({hall_id: rebuild(open_engine(_existing(home)), hall_id) for hall_id in _halls(home)})


def _report(verdicts: dict[str, Verdict]) -> int:
    for hall_id, verdict in verdicts.items():
        log.info(
            "record",
            hall_id=hall_id,
            sound=verdict.sound,
            entries=verdict.entries,
            differing=verdict.differing,
            violations=verdict.violations,
        )
    return 0 if all(verdict.sound for verdict in verdicts.values()) else 1


def _existing(home: Home) -> str:
    if not home.database.exists():
        raise FileNotFoundError(f"there is no record in {home.folder}")
    return sqlite_url(home.database)


def _halls(home: Home) -> list[str]:
    with open_engine(_existing(home)).connect() as connection:
        return halls_in(connection)


def _mistake(text: str) -> int:
    print(text, file=sys.stderr)
    return EXIT_MISTAKE


if __name__ == "__main__":
    sys.exit(main())
