"""Hold results on their way into the record: as they came, as they are read, and what is asked."""
