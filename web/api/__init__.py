"""The JSON interface under /api/v1, one module for each noun."""

from web.api import feed, health

BLUEPRINTS = (feed.bp, health.bp)
