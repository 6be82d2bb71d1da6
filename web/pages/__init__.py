"""The pages of the site, one module for each person at the fair."""

from web.pages import account, employer, home, host, kiosk, live, media, organizer, screen, seeker

BLUEPRINTS = (
    home.bp,
    account.bp,
    seeker.bp,
    employer.bp,
    organizer.bp,
    host.bp,
    kiosk.bp,
    live.bp,
    media.bp,
    screen.bp,
)
