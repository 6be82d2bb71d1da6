"""Programs for people who work on Fairmatch; not part of the installed package."""
