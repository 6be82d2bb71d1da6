from flask import Flask

class CSRFProtect:
    def __init__(self, app: Flask | None = None) -> None: ...
