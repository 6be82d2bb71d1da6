"""The pages of the site, one module for each person at the fair."""

from web.pages import account

BLUEPRINTS = (account.bp,)
