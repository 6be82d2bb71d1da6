"""A browser without a screen: it keeps cookies, and sends forms with their hidden fields."""

import re
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser:
    """Wraps Flask's test client the way a person's browser behaves."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **kwargs: Any) -> TestResponse:
        """Open a page."""
        return self.client.get(path, **kwargs)

    def text(self, path: str) -> str:
        """The page's text; fails unless the page is there."""
        answer = self.client.get(path, follow_redirects=True)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.get_data(as_text=True)

    def post(
        self,
        path: str,
        data: dict[str, Any] | None = None,
        *,
        key: str | None = None,
        **kwargs: Any,
    ) -> TestResponse:
        """Send a form, with the token and a fresh key unless one is given."""
        fields = {"csrf_token": self.form_token(), "_key": key or uuid4().hex, **(data or {})}
        return self.client.post(path, data=fields, **kwargs)

    def post_json(self, path: str, body: Any, *, key: str | None = None) -> TestResponse:
        """Send JSON as our scripts do."""
        headers = {"X-CSRFToken": self.form_token(), "Idempotency-Key": key or uuid4().hex}
        return self.client.post(path, json=body, headers=headers)

    def form_token(self) -> str:
        """The form token of this browser, from a page that has a form."""
        found = _TOKEN.search(self.client.get("/sign-in").get_data(as_text=True))
        assert found, "no form token on the sign-in page"
        return found.group(1)
