"""Tests of the page of the figures."""
