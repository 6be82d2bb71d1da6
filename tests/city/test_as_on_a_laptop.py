"""The scenarios of tests/live, unchanged, against nginx, several workers and either bell."""

import pytest

from tests.live.test_live_feed import (
    test_a_fair_that_is_not_published_has_no_stream,
    test_a_stream_hears_only_its_fair_and_its_session,
    test_news_reaches_an_open_stream_in_order,
    test_slow_senders_do_not_hold_up_anybody_else,
    test_what_happened_before_the_server_started_is_read_from_the_table,
    test_who_comes_back_gets_what_was_missed_and_nothing_twice,
    test_who_missed_too_much_is_told_to_look_again,
)
from tests.live.test_one_evening import (
    test_a_pin_reaches_an_open_phone_and_one_that_was_away,
    test_a_scan_at_the_gate_is_on_the_screen,
)

pytestmark = [pytest.mark.city, pytest.mark.timeout(600)]

__all__ = [
    "test_a_fair_that_is_not_published_has_no_stream",
    "test_a_pin_reaches_an_open_phone_and_one_that_was_away",
    "test_a_scan_at_the_gate_is_on_the_screen",
    "test_a_stream_hears_only_its_fair_and_its_session",
    "test_news_reaches_an_open_stream_in_order",
    "test_slow_senders_do_not_hold_up_anybody_else",
    "test_what_happened_before_the_server_started_is_read_from_the_table",
    "test_who_comes_back_gets_what_was_missed_and_nothing_twice",
    "test_who_missed_too_much_is_told_to_look_again",
]
