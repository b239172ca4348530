"""The launcher `hall` in a small tree of its own: empty locks, so nothing is downloaded, and a pretended Debian."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN_SECONDS_MAX = 60
PROGRAM = "import os, sys, config\nprint('started', os.getcwd(), config.__file__, sys.argv[1:])\n"
DPKG_QUERY = 'cat "$(dirname "$0")/installed"\n'
APT_GET = 'echo "$@" >>"$(dirname "$0")/apt-calls"\n[ ! -e "$(dirname "$0")/apt-fails" ]\n'


class Tree:
    """A project folder with a space in its name, and the tools that a pretended Debian has."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "xếp hàng"
        self.bin = folder / "bin"
        self.venv = self.root / ".venv"

    def tool(self, name: str, script: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)

    def installed(self, *packages: str) -> None:
        lines = "".join(f"installed {package}\n" for package in packages)
        (self.bin / "installed").write_text(lines, encoding="utf-8")

    def apt_calls(self) -> list[str]:
        calls = self.bin / "apt-calls"
        return calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []

    def start(self, *arguments: str, cwd: Path | None = None, path: str | None = None) -> subprocess.Popen[str]:
        search = path or f"{self.bin}:{Path(sys.base_prefix) / 'bin'}:{os.environ['PATH']}"
        return subprocess.Popen(
            [str(self.root / "hall"), *arguments],
            cwd=cwd or self.bin,
            env={"PATH": search, "HOME": str(self.bin), "PIP_NO_INDEX": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None, path: str | None = None) -> tuple[int, str, str]:
        """Exit status, stdout, stderr."""
        with self.start(*arguments, cwd=cwd, path=path) as process:
            out, err = process.communicate(timeout=RUN_SECONDS_MAX)
            return process.returncode, out, err


def plant(folder: Path) -> Tree:
    tree = Tree(folder)
    for path in (tree.root / "config", tree.root / "requirements", tree.root / "hall_server", tree.bin):
        path.mkdir(parents=True)
    shutil.copy(ROOT / "hall", tree.root)
    packages = "[python]\npython3-venv\n[run]\n# why\nlibold | libnew # renamed\nespeak\n[test]\neyes\n"
    (tree.root / "config" / "debian-packages.txt").write_text(packages, encoding="utf-8")
    (tree.root / "config" / "__init__.py").touch()
    (tree.root / "hall_server" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    for lock in ("runtime.lock", "dev.lock"):
        (tree.root / "requirements" / lock).touch()
    tree.tool("dpkg-query", DPKG_QUERY)
    tree.tool("apt-get", APT_GET)
    tree.tool("sudo", 'shift\nexec "$@"\n')
    tree.installed("libnew", "espeak", "eyes")
    return tree


@pytest.fixture(scope="module")
def installed_tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    tree = plant(tmp_path_factory.mktemp("installed"))
    status, _, err = tree.run("setup")
    assert status == 0, err
    return tree


@pytest.fixture
def tree(installed_tree: Tree, tmp_path: Path) -> Iterator[Tree]:
    """A ready tree that was moved after it was installed. What makes another .venv in it copies that one: quicker."""
    shutil.copytree(installed_tree.root.parent, tmp_path / "copy", symlinks=True)
    copy = Tree(tmp_path / "copy")
    real = Path(sys.base_prefix) / "bin" / "python3"
    quick = f'cp -a "{installed_tree.venv}/." "$4"; rm -f "$4"/.hall-*'
    copy.tool("python3.11", f'if [ "$3" = venv ]; then {quick}; else exec {real} "$@"; fi\n')
    yield copy
    shutil.rmtree(tmp_path / "copy")


def test_ready_tree_starts_the_program_in_the_callers_folder_and_says_nothing_else(tree: Tree, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "config").mkdir(parents=True)
    (elsewhere / "config" / "__init__.py").touch()
    status, out, err = tree.run("server", "serve", "--data", "a b", cwd=elsewhere)
    own_config = tree.root / "config" / "__init__.py"
    assert (status, err) == (0, "")
    assert out == f"started {elsewhere} {own_config} ['serve', '--data', 'a b']\n"


def test_ready_tree_installs_nothing_again(tree: Tree) -> None:
    stamp = tree.venv / ".hall-runtime"
    before = stamp.stat().st_mtime_ns
    assert tree.run("setup") == (0, "", "")
    assert stamp.stat().st_mtime_ns == before
    assert tree.apt_calls() == []


def test_changed_lock_is_installed_and_the_sound_environment_kept(tree: Tree) -> None:
    (tree.venv / "kept").touch()
    (tree.root / "requirements" / "runtime.lock").write_text("# renewed\n", encoding="utf-8")
    status, _, err = tree.run("setup")
    assert (status, "runtime.lock" in err) == (0, True)
    assert (tree.venv / "kept").exists()
    assert tree.run("setup") == (0, "", "")


@pytest.mark.parametrize("damage", [".hall-installing", "bin/python", "pyvenv.cfg"])
def test_half_made_environment_is_made_anew(tree: Tree, damage: str) -> None:
    (tree.venv / "leftover").touch()
    if damage == ".hall-installing":
        (tree.venv / damage).touch()
    else:
        (tree.venv / damage).unlink()
    status, out, err = tree.run("server")
    assert status == 0, err
    assert out.startswith("started")
    assert not (tree.venv / "leftover").exists()


def test_failed_installation_is_told_and_leaves_the_environment_usable(tree: Tree) -> None:
    lock = tree.root / "requirements" / "runtime.lock"
    lock.write_text("absent==1.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    status, out, err = tree.run("server")
    assert (status, out) == (1, "")
    assert "could not be installed" in err
    lock.write_text("", encoding="utf-8")
    assert tree.run("setup") == (0, "", "")


def test_two_first_starts_at_once_install_once(tree: Tree) -> None:
    shutil.rmtree(tree.venv)
    with tree.start("setup") as one, tree.start("setup") as other:
        errors = [process.communicate(timeout=RUN_SECONDS_MAX)[1] for process in (one, other)]
        assert [one.returncode, other.returncode] == [0, 0], errors
    assert sum("installing the Python packages" in err for err in errors) == 1
    assert (tree.venv / ".hall-runtime").exists()


def test_missing_debian_packages_are_installed_by_their_first_name(tree: Tree) -> None:
    tree.installed("eyes")
    status, _, err = tree.run("server")
    assert status == 0, err
    update, install = tree.apt_calls()
    assert update.startswith("update")
    assert install.endswith("libold espeak")
    assert "--no-install-recommends" in install


def test_failing_apt_is_told_tried_once_and_does_not_keep_the_hall_closed(tree: Tree) -> None:
    tree.installed("libold")
    (tree.bin / "apt-fails").touch()
    for _ in range(2):
        status, out, err = tree.run("server")
        assert (status, out[:7]) == (0, "started")
        assert "espeak" in err
    calls = len(tree.apt_calls())
    assert calls == 2
    tree.run("setup")
    assert len(tree.apt_calls()) == 2 * calls


def test_without_sudo_the_command_is_printed_and_the_program_started(tree: Tree) -> None:
    tree.installed("libold")
    tree.tool("id", "echo 1000\n")
    tree.tool("sudo", "exit 1\n")
    status, out, err = tree.run("server")
    assert (status, out[:7]) == (0, "started")
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends espeak" in err
    assert tree.apt_calls() == []


def test_sudo_that_asks_nothing_is_used(tree: Tree) -> None:
    tree.installed("libold")
    tree.tool("id", "echo 1000\n")
    status, _, err = tree.run("server")
    assert status == 0, err
    assert tree.apt_calls()[1].endswith("espeak")


def test_without_python_it_says_which_is_needed(tree: Tree) -> None:
    shutil.rmtree(tree.venv)
    (tree.bin / "python3.11").unlink()
    for tool in ("bash", "awk", "cat", "dirname", "flock", "mkdir", "readlink", "rm", "sha256sum", "tail", "env", "id"):
        os.symlink(str(shutil.which(tool)), tree.bin / tool)
    status, _, err = tree.run("server", path=str(tree.bin))
    assert status == 1
    assert "Python 3.11" in err
    assert any(call.endswith("python3-venv") for call in tree.apt_calls())


def test_help_needs_nothing_and_an_unknown_command_is_refused(tmp_path: Path) -> None:
    bare = plant(tmp_path)
    status, out, err = bare.run("--help")
    assert (status, err) == (0, "")
    assert all(f"./hall {name}" in out for name in ("demo", "server", "kiosk", "counter", "display", "printer", "test"))
    status, out, err = bare.run("sever")
    assert (status, out) == (1, "")
    assert "'sever'" in err
    assert not bare.venv.exists()
