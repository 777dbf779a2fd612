"""One person's whole journey as a file: JSON that another Askwell reads back, or a page to read."""

from askwell.desk.journey_file.putting import Arrived, preview, put
from askwell.desk.journey_file.reading import FORMAT, VERSION, Journey, JourneyError, read
from askwell.desk.journey_file.writing import as_text, write

__all__ = [
    "FORMAT", "VERSION", "Arrived", "Journey", "JourneyError", "as_text", "preview", "put", "read", "write",
]  # fmt: skip
