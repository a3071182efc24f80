"""Jobs: what the embedded server runs beside the web, in the same process."""
