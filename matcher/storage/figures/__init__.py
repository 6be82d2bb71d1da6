"""What is counted of a fair: aggregate queries, the same on SQLite and PostgreSQL."""
