"""Whether a port can be had, and one sentence for when it cannot."""

import socket

import click


def need(host: str, port: int) -> None:
    """Make sure that `port` is free. Raises ClickException with what to do where it is not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise click.ClickException(
                f"端口 {port} 已被占用：换一个，例如 --port {port + 1}，或先关掉占用它的程序。\n"
                f"Port {port} is taken: choose another, such as --port {port + 1}, "
                "or stop the program that holds it."
            ) from None
