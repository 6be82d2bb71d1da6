"""The words, the values and the rules of a job fair; no framework and no I/O in here."""
