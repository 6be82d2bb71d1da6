"""The page of examples shows what the ranking says today."""

from tools import examples


def test_the_page_of_examples_is_current() -> None:
    assert examples.PAGE.read_text("utf-8") == examples.page(), "run: python -m tools.examples"
