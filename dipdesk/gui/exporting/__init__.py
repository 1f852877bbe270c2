"""Writing lists to files."""
