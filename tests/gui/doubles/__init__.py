"""Tests of the dialog that finds doubles."""
