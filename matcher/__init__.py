"""Fairmatch: the rules, the storage and the matching of a hybrid job fair."""

__version__ = "0.1.0"
