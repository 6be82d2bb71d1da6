"""Keeps nginx and the workers of one machine running until it is told to stop."""

import signal
from collections.abc import Callable

from web.city import proxy
from web.city.children import Child, log
from web.city.plan import Plan

_STOP = (signal.SIGTERM, signal.SIGINT)
_HEARD = (*_STOP, signal.SIGHUP, signal.SIGUSR1, signal.SIGCHLD)
_LOOK = 0.5  # seconds between two looks at the children; an end of one is heard at once
_GOODBYE = 8.0  # seconds for requests in hand; workers take three of them at most


class Supervisor:
    """The workers and nginx as children of this process."""

    def __init__(self, plan: Plan, nginx: str) -> None:
        environment = plan.environment()
        self.workers = [
            Child(f"worker {number}", plan.command_of(socket), environment, door=socket)
            for number, socket in enumerate(plan.sockets, 1)
        ]
        self.proxy = Child("nginx", proxy.command(nginx, plan), environment)

    def run(self, when_ready: Callable[[], None]) -> None:
        """Start everything, call `when_ready` once all workers answer, stay until told to stop.

        SIGHUP renews the workers one after another and lets nginx read its certificate again;
        SIGUSR1 lets nginx open its logs anew.
        """
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        try:
            for worker in self.workers:
                worker.start()
            ready = [worker.wait_until_it_answers() for worker in self.workers]
            self.proxy.start()
            if all(ready):
                when_ready()
            self._stay()
        finally:
            self._stop()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _stay(self) -> None:
        while True:
            heard = signal.sigtimedwait(_HEARD, _LOOK)
            number = heard.si_signo if heard else 0
            if number in _STOP:
                return
            if number == signal.SIGHUP:
                self._renew()
            if number == signal.SIGUSR1:
                self.proxy.tell(signal.SIGUSR1)
            for child in (*self.workers, self.proxy):
                child.look_after()

    def _renew(self) -> None:
        """One worker after another, so that the others go on serving."""
        log.warning("workers are renewed")
        self.proxy.tell(signal.SIGHUP)
        for worker in self.workers:
            worker.tell(signal.SIGTERM)
            worker.wait(_GOODBYE)
            worker.start()
            worker.wait_until_it_answers()

    def _stop(self) -> None:
        """nginx takes nobody in any more; workers end their streams and finish what they hold."""
        self.proxy.tell(signal.SIGQUIT)
        for worker in self.workers:
            worker.tell(signal.SIGTERM)
        for child in (*self.workers, self.proxy):
            child.wait(_GOODBYE)
