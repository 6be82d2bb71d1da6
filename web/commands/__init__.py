"""The commands that need the site, each loaded when it is called."""
