"""Views: the record as people see it, on a terminal and in files. Nothing here changes the record.

`rows` says what each line shows, in words; `cli` lays it out on a terminal; `exports` writes it to files.
"""
