"""The site's words for codes about files: why one cannot be read, and what is wrong with a row."""

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

MESSAGES: dict[str, LazyString] = {
    "file_empty": _("This file is empty."),
    "file_too_big": _("This file is too big: at most %(most)s MB."),
    "file_unpacks_too_big": _("This file would unpack to far too much, so we did not open it."),
    "file_broken": _("This file is damaged. Open it, save a copy, and try that one."),
    "file_encrypted": _("This file has a password. Take it off and try again."),
    "file_too_heavy": _("This file is too much to read. Split it, or save a copy and try that."),
    "file_not_found": _("This file is no longer here. Please upload it again."),
    "sheet_kind_unknown": _("This is no table. Please send Excel (xlsx, xls), CSV or JSON lines."),
    "no_headings": _(
        "We found no headings. Put a row of them on top: the job title and, say, pay or headcount."
    ),
    "only_hidden_rows": _(
        "All postings are hidden in Excel. Clear the filter or unhide them, save, and try again."
    ),
    "no_rows": _("There are no postings under the headings."),
    "no_json_rows": _("No line is a posting. Write one JSON object on each line."),
    "too_many_rows": _("Too many rows: at most %(most)s at a time."),
    "too_many_columns": _("Too many columns: at most %(most)s."),
    "resume_kind_unknown": _("Please send a PDF, a Word file (docx) or plain text."),
    "resume_without_text": _(
        "We found no words in it; it may be a photo or a scan. Tell us in a few words instead."
    ),
    "busy": _("Many files are being read just now. Please try again in a moment."),
}

PROBLEMS: dict[str, LazyString] = {
    "not_a_number": _("It says “%(text)s”; please write a number such as 3."),
    "not_a_date": _(
        "We could not make out “%(text)s”, so it stays up until 30 days after the fair;"
        " please write a date such as 2026-03-08."
    ),
    "edited_here": _("It was edited here since it came in, so it stays as it is here."),
    "rows_hidden": _(
        "Rows hidden in Excel (filtered out, say) were not read: %(count)s."
        " Clear the filter or unhide them to take them in."
    ),
    "columns_hidden": _("These columns are hidden in Excel and were not read: %(names)s."),
    "rows_skipped": _(
        "Rows %(rows)s were skipped: sums, remarks, examples or headings, no postings."
    ),
    "taken_from_above": _("Not stated; we took “%(text)s” from above."),
    "sheet_hidden": _("It is hidden in Excel and was not read. Unhide it to take it in."),
    "sheet_without_headings": _(
        "We found no headings, so it was not read. Put a row of them on top of any postings."
    ),
    "column_twice": _(
        "“%(left)s” and “%(used)s” mean the same: in %(count)s rows only “%(used)s” was used."
    ),
    "year_assumed": _("“%(text)s” names no year; we took it as %(day)s."),
    "openings_summed": _("We took “%(text)s” as %(count)s in all."),
    "used_twice": _("A row above has the same one and says something else."),
    "line_not_json": _("This line is not valid JSON."),
    "line_not_object": _("This line is not a record of a posting."),
    "line_too_long": _("This line is too long."),
    "line_too_wide": _("This line has too many fields."),
    "openings_assumed": _("Not stated; we took it as 1."),
    "not_understood": _("We could not make out “%(text)s” and left it open."),
    "left_out": _("“%(text)s” was left out."),
}

FIELD_LABELS: dict[str, LazyString] = {
    "row": _("This row"),
    "id": _("Your own number"),
    "major": _("Subject of study"),
}
