"""Programs that are kept running: started again when they end, ended when they fall silent."""

import ctypes
import logging
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

log = logging.getLogger("fairmatch.city")

_ASK_EVERY = 5.0  # seconds
_PATIENCE = 3.0  # seconds that a program may take to answer
_SILENCES = 3  # in a row, and it is ended
_TIME_TO_START = 180.0
_SHORT_LIFE = 5.0  # whoever ends sooner waits before the next start, twice as long each time
_LONGEST_PAUSE = 30.0
_PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One program; `door` is the socket at which it must answer, None for one that is not asked."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    door: Path | None = None
    process: "subprocess.Popen[bytes] | None" = None
    _began: float = 0.0
    _asked: float = 0.0
    _silences: int = 0
    _pause: float = field(default=0.5)

    def start(self) -> None:
        """Start it, bound to live no longer than this process."""
        self.process = subprocess.Popen(
            self.command, env=dict(self.environment), preexec_fn=_stay_with_parent
        )
        self._began = self._asked = time.monotonic()
        self._silences = 0

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.process is not None and self.process.poll() is None

    def look_after(self) -> None:
        """Start it again if it ended, end it if it no longer answers."""
        now = time.monotonic()
        if not self.is_running:
            self._start_again(now)
        elif self.door is not None and now - self._asked > _ASK_EVERY:
            self._asked = now
            self._note(answers=self.answers())

    def answers(self) -> bool:
        """Whether it says anything at all: a database that is away is no fault of its own."""
        if self.door is None:
            return self.is_running
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(_PATIENCE)
                line.connect(str(self.door))
                line.sendall(b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n")
                return line.recv(5) == b"HTTP/"
        except OSError:
            return False

    def wait_until_it_answers(self) -> bool:
        """Wait while it starts; False when that takes too long or it ends."""
        while self.is_running and time.monotonic() < self._began + _TIME_TO_START:
            if self.answers():
                return True
            time.sleep(0.05)
        return False

    def tell(self, number: signal.Signals) -> None:
        """Send it a signal, if it runs."""
        if self.process is not None and self.is_running:
            self.process.send_signal(number)

    def wait(self, seconds: float) -> None:
        """Wait for its end, and make one after `seconds`."""
        if self.process is None:
            return
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start_again(self, now: float) -> None:
        lived = now - self._began
        if lived < self._pause:
            return
        self._pause = min(2 * self._pause, _LONGEST_PAUSE) if lived < _SHORT_LIFE else 0.5
        code = self.process.returncode if self.process else None
        log.warning("%s ended with %s; started again", self.name, code)
        self.start()

    def _note(self, *, answers: bool) -> None:
        starting = time.monotonic() < self._began + _TIME_TO_START
        self._silences = 0 if answers or starting else self._silences + 1
        if self._silences >= _SILENCES:
            log.warning("%s does not answer; ended", self.name)
            self.tell(signal.SIGKILL)


def _stay_with_parent() -> None:
    """Hear every signal, and end with the parent however that one ends (on Linux)."""
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
