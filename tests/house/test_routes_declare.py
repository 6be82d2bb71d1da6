"""Every route declares who may enter, as the reviewed table says; nothing is listed for nothing."""

from starlette.routing import Route

from matcher.services.work import Workshop
from tests.web.doors import STREAM, Row, table
from web.access import allowed_roles
from web.asgi import create_asgi
from web.doorway import Site
from web.ids import RowId

UNTYPED = {
    "slug",
    "token",
    "name",
    "gate",
    "kind",
    "status",
    "change",
    "language",
    "size",
    "filename",
}


def _routes(app: Site) -> dict[tuple[str, str], str]:
    rules = app.url_map.iter_rules()
    methods = [(m, rule) for rule in rules for m in (rule.methods or ()) if m in _LISTED]
    return {(method, rule.rule): rule.endpoint for method, rule in methods}


_LISTED = ("GET", "POST", "PUT", "PATCH", "DELETE")


def test_the_table_lists_every_route_and_no_other(app: Site) -> None:
    listed = [(row.method, row.route) for row in table() if row.route != STREAM]
    there = set(_routes(app))
    assert {"unlisted": there - set(listed), "stale": set(listed) - there} == {
        "unlisted": set(),
        "stale": set(),
    }
    assert len(listed) == len(set(listed))


def test_beside_flask_there_is_one_stream_and_the_table_lists_it(
    app: Site, workshop: Workshop
) -> None:
    routes = [r for r in create_asgi(app, workshop).routes if isinstance(r, Route)]
    assert [r.path.replace("{", "<").replace("}", ">") for r in routes] == [STREAM]
    assert [row.who for row in table() if row.route == STREAM] == ["anyone"]


def test_what_views_declare_is_what_was_reviewed(app: Site) -> None:
    endpoints = _routes(app)

    def declared(row: Row) -> object:
        return allowed_roles(app.view_functions[endpoints[row.method, row.route]])

    rows = [row for row in table() if (row.method, row.route) in endpoints]
    assert [str(row) for row in rows if declared(row) != row.roles] == []


def test_numbers_in_addresses_are_row_numbers(app: Site) -> None:
    for rule in app.url_map.iter_rules():
        loose = [n for n, c in rule._converters.items() if not isinstance(c, RowId)]
        assert set(loose) <= UNTYPED, rule.rule
