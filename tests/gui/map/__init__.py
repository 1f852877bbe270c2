"""Tests of the page of the map."""
