"""Runs every benchmark of docs/benchmarks.md and writes its figures, tables and plots anew."""
