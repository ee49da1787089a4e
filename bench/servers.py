"""Servers that are compared, the load on them, and what an answer costs: what compare and growth share.

The load is `quintet bench`, which verifies every answer. With two processors or more, a server has the first one to
itself and the load the second.
"""

import argparse
import contextlib
import dataclasses
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
QUINTET = ROOT / "cli/target/quintet/bin/quintet"
FRAMING = ["--framing", "ascii:5,zero=deliver"]
TICK = os.sysconf("SC_CLK_TCK")
SERVERS_PROCESSOR, LOADS_PROCESSOR = "0", "1"


@dataclasses.dataclass(frozen=True)
class Server:
    """A command that listens on a free port and writes HOST:PORT to the file that is its last argument."""

    command: list
    java_home: pathlib.Path | None = None
    has_all_processors: bool = False


@dataclasses.dataclass(frozen=True)
class Running:
    pid: int
    address: str

    def ticks(self):
        """Processor time so far."""
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


@dataclasses.dataclass(frozen=True)
class Load:
    connections: int
    depth: int
    payload: int = 32


@dataclasses.dataclass(frozen=True)
class Figures:
    rate: float  # answers a second
    micros: float  # of the server's processor time for an answer


def build(work):
    """The distribution, the codec pipeline and the server in C, which is put into the folder."""
    say("building")
    subprocess.run(["mvn", "-q", "package", "-Dquick", "-pl", "bench,cli", "-am"], cwd=ROOT, stdout=sys.stderr, check=True)
    subprocess.run(["cc", "-O2", "-o", work / "c-epoll", ROOT / "bench/src/main/c/epoll.c"], check=True)


def in_c(work):
    return Server([work / "c-epoll"])


def codec(transport, java_home):
    classes = f"{ROOT}/bench/target/classes:{ROOT}/bench/target/lib/*"
    main = ["-cp", classes, "io.quintet.bench.CodecServer", transport]
    return Server([java_home / "bin/java", "-XX:+UseSerialGC", *main], java_home)


def quintet(transport, java_home, loops=1):
    flags = ["--log-level", "warn", "--listen", "127.0.0.1:0", "--max-connections", "0", *FRAMING]
    flags += ["--transport", transport, "--threads", str(loops), "--port-file"]
    return Server([QUINTET, "serve", *flags], java_home, has_all_processors=loops > 1)


def jdks():
    """Homes of the JDKs 17 and 25 and of JAVA_HOME, by major version."""
    homes = {}
    own = os.environ.get("JAVA_HOME")
    for home in [*sorted(pathlib.Path("/usr/lib/jvm").glob("*")), *([pathlib.Path(own)] if own else [])]:
        release = home / "release"
        if release.is_file() and os.access(home / "bin/java", os.X_OK):
            major = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(), re.MULTILINE)[1]
            if major in ("17", "25") or str(home) == own:
                homes.setdefault(major, home)
    if not homes:
        fail("jdk: none in /usr/lib/jvm (expected: JDK 17 or 25, or JAVA_HOME)")
    return dict(sorted(homes.items(), key=lambda item: int(item[0])))


def java_version(home):
    return subprocess.run([home / "bin/java", "-version"], capture_output=True, text=True).stderr.splitlines()[1]


@contextlib.contextmanager
def running(server, work):
    address = work / "address"
    address.unlink(missing_ok=True)
    log = work / "log"
    command = [*server.command, address]
    command = command if server.has_all_processors else pinned(SERVERS_PROCESSOR, command)
    with log.open("w") as errors:
        process = subprocess.Popen(command, env=environment(server.java_home), stdout=errors, stderr=errors)
    try:
        deadline = time.monotonic() + 30
        while not (address.exists() and address.read_text().endswith("\n")):
            if process.poll() is not None or time.monotonic() > deadline:
                fail(f"{command[-2]}: does not listen: {log.read_text()[-500:]}")
            time.sleep(0.05)
        yield Running(process.pid, address.read_text().strip())
    finally:
        process.terminate()
        process.wait()


def measure(server, load, java_home, warmup, seconds):
    """Loads a running server. A wrong answer ends everything.

    The load tells of each interval when it is over. What is measured lies between the first such line and the last.
    """
    command = [QUINTET, "bench", server.address, "--threads", "1", *FRAMING, "--csv", "-"]
    command += ["-c", str(load.connections), "-P", str(load.depth), "-d", str(load.payload)]
    command += ["--warmup", millis(warmup), "-z", millis(seconds)]
    pipe = subprocess.PIPE
    command = pinned(LOADS_PROCESSOR, command)
    with subprocess.Popen(command, env=environment(java_home), stdout=pipe, stderr=pipe, text=True) as process:
        next(process.stdout, None)  # the names of the columns
        told = [(server.ticks(), line.split(",")) for line in process.stdout]
        errors = process.stderr.read()
    if process.returncode != 0 or len(told) < 2:
        fail(f"{load}: {errors or told} (expected: every answer right)")
    answers = sum(int(columns[2]) for _, columns in told[1:])
    spent = sum(float(columns[1]) for _, columns in told[1:])
    return Figures(answers / spent, 1e6 * (told[-1][0] - told[0][0]) / TICK / answers)


def millis(seconds):
    return f"{round(1000 * seconds)}ms"


def pinned(processor, command):
    return ["taskset", "-c", processor, *command] if os.cpu_count() > 1 else command


def environment(java_home):
    return os.environ | ({"QUINTET_JAVA_HOME": str(java_home)} if java_home else {})


def machine():
    model = re.search(r"^model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    kernel = os.uname()
    return f"{os.cpu_count()} processors, {model[1] if model else kernel.machine}, {kernel.sysname} {kernel.release}, loopback"


def revision():
    described = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return described.stdout.strip() or "unknown"


def number(text):
    """The value of a flag."""
    if not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise argparse.ArgumentTypeError(f"{text} (expected: 1 to 9999)")
    return int(text)


def rotated(names, turn):
    """Beginning with another one each turn."""
    first = turn % len(names)
    return names[first:] + names[:first]


def say(text):
    print(text, file=sys.stderr)


def fail(text):
    sys.exit(f"{pathlib.Path(sys.argv[0]).name}: {text}")
