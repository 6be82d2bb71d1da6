"""The employer's desk: company card, postings, people who fit, applications, files in and out."""

from web.pages.employer import applications, desk, files, people, postings
from web.pages.employer.place import bp

__all__ = ["applications", "bp", "desk", "files", "people", "postings"]
