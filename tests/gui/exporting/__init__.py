"""Tests of the export of lists."""
