"""Tests of the day view."""
