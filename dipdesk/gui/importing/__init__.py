"""The dialog that brings in a table."""
