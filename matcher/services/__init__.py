"""Use cases: one verb, one function; the first parameter is the unit of work."""
