"""How much one file from outside may ask of us; both the child and its parent go by these."""

FILE_BYTES = 64 * 1024 * 1024  # the file as it lies on the disk
UNPACKED_BYTES = 100 * 1024 * 1024  # everything in a zip or gzip together
PART_RATIO = 100  # how much a large part of a zip may grow
PART_BYTES = 10 * 1024 * 1024  # from here on a part counts as large
PARTS = 2_000
ROWS = 50_000
COLUMNS = 200
CELL_CHARS = 32_767  # what Excel itself allows
LINE_BYTES = 1024 * 1024  # one line of JSON
SENT_BYTES = 160 * 1024 * 1024  # all that a child may send to its parent

PAGES = 20
RESUME_CHARS = 50_000

CHILD_MEMORY = 576 * 1024 * 1024
CHILD_SECONDS = 10  # of processor time
PATIENCE = 25.0  # seconds that the parent spends waiting, all waits together
CHILDREN = 3  # at the same time in one process
