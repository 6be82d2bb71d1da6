"""Runs the server until it is told to stop, and stops it cleanly."""

import asyncio
from collections.abc import Callable

from matcher.services.work import Workshop
from matcher.settings import Settings
from web import create_app
from web.asgi import Server, create_asgi


def run(settings: Settings, workshop: Workshop, *, ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; `ready` is called once the port answers."""
    app = create_app(settings, workshop)
    server = Server(create_asgi(app, workshop), host=settings.host, port=settings.port)
    try:
        asyncio.run(_serve(server, ready))
    except KeyboardInterrupt:
        return


async def _serve(server: Server, ready: Callable[[], None]) -> None:
    serving = asyncio.create_task(server.serve())
    while not server.started and not serving.done():
        await asyncio.sleep(0.02)
    if server.started:
        ready()
    await serving
