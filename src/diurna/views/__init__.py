"""Views: the record as people see it, on a terminal and in files. Nothing here changes the record.

`rows` says what each line shows, in words; `cli` lays it out on a terminal; `exports` writes it to files.
"""

SURE = 0.7
"""Where a command is not told how sure an act must be (`--sure`), its screen leaves out acts with a confidence below this, and
says how many; one that is shown all the same is marked. Files, JSON and the library leave out none."""
