"""The city-sized service: several workers behind nginx on one machine, started by one command."""
