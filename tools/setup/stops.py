"""Reasons why the set-up cannot go on, each told in one Chinese and one English sentence."""

import errno
import os
import sys
from pathlib import Path

NETWORK_SIGNS = (
    "NewConnectionError",
    "Max retries exceeded",
    "Temporary failure in name resolution",
    "Name or service not known",
    "Network is unreachable",
    "Connection refused",
    "error sending request",
    "dns error",
    "Failed to fetch",
    "(from versions: none)",
    "ENOTFOUND",
    "ECONNREFUSED",
    "ECONNRESET",
    "EAI_AGAIN",
    "ETIMEDOUT",
    "timed out",
)
READ_ONLY_SIGNS = ("Permission denied", "Read-only file system", "EACCES", "EROFS")
FULL_SIGNS = ("No space left on device", "ENOSPC")


class Stop(Exception):
    """The set-up ends here; `str()` of it is what the person reads, Chinese first."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese}\n{english}")


def no_venv() -> Stop:
    """This Python lacks venv or ensurepip, as Debian's does until python3-venv is there."""
    minor = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return Stop(
        f"这个 Python {minor} 缺少 venv 组件：在 Debian/Ubuntu 上请先运行 "
        "apt install python3-venv，再试一次。",
        f"This Python {minor} has no venv module: on Debian or Ubuntu run "
        "`apt install python3-venv`, then try again.",
    )


def no_network(what: str) -> Stop:
    """The package index did not answer while `what` was being fetched."""
    return Stop(
        f"下载 {what} 时连不上软件源：请检查网络、代理或 pip/npm 的镜像设置，然后再运行一次，"
        "已下载的不会重来。",
        f"The package index could not be reached for {what}: check the network, the proxy or the "
        "mirror set for pip and npm, and run it again; what is already here is kept.",
    )


def not_writable(folder: Path) -> Stop:
    """Nothing can be written below `folder`."""
    return Stop(
        f"没有权限写入 {folder}：请换到自己可写的文件夹，或改好它的权限再试。",
        f"{folder} cannot be written to: use a folder of your own or change its permissions, "
        "then try again.",
    )


def disk_full(folder: Path) -> Stop:
    """The disk that holds `folder` (or the temporary folder) has no room left."""
    return Stop(
        f"磁盘满了（{folder}）：请腾出约 1.5 GB 空间再试。",
        f"The disk is full ({folder}): make about 1.5 GB of room and try again.",
    )


def failed(what: str, log: Path) -> Stop:
    """`what` ended with an error that we do not recognise; its whole output is in `log`."""
    return Stop(
        f"{what} 没有成功，详细输出在 {log}；删掉 .venv 文件夹再运行一次，多半就好。",
        f"{what} did not succeed, its output is in {log}; removing the .venv folder and "
        "running it again usually helps.",
    )


def from_output(what: str, output: str, folder: Path) -> Stop | None:
    """The reason that a failed program's output gives away, or None."""
    if any(sign in output for sign in FULL_SIGNS):
        return disk_full(folder)
    if any(sign in output for sign in READ_ONLY_SIGNS):
        return not_writable(folder)
    if any(sign in output for sign in NETWORK_SIGNS):
        return no_network(what)
    return None


def from_os_error(error: OSError, folder: Path) -> Stop:
    """The reason behind a failed file operation."""
    if error.errno == errno.ENOSPC:
        return disk_full(folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return not_writable(Path(os.fsdecode(error.filename)) if error.filename else folder)
    return Stop(
        f"文件操作失败：{error}，请处理后再试。",
        f"A file operation failed: {error}; put it right and try again.",
    )
