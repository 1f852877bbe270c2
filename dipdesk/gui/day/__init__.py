"""The day of a visit while it runs."""
