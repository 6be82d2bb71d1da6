"""The JSON interface under /api/v1, one module for each noun."""

from web.api import attendance, feed, health

BLUEPRINTS = (attendance.bp, feed.bp, health.bp)
