"""The blueprint that all of the seeker's pages hang on."""

from flask import Blueprint

bp = Blueprint("seeker", __name__)
