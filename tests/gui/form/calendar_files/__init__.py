"""Tests of calendar files on the pages of visits and people."""
