"""The commands that serve the site."""
