"""Why a file cannot be read; kept free of imports, for the child must start fast."""


class Unreadable(Exception):
    """The whole file is no use; `code` becomes the code of a Refused in the parent."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
