"""Make the environment that Fairmatch runs in; this entrance is readable to any Python 3.6+."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older interpreters are whom this is for
    FOUND = sys.version.split()[0]
    sys.exit(
        f"需要 Python 3.11 以上，现在是 {FOUND}：装好新版，再运行 make demo PYTHON=python3.11。\n"
        f"Fairmatch needs Python 3.11 or newer, this is {FOUND}: install one, then run "
        "`make demo PYTHON=python3.11`."
    )

from tools.setup.main import main  # noqa: E402 - its files do not parse on an older Python

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
