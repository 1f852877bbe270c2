"""Tests of the map of the world."""
