"""Sending the intake form of a visit and reading it back."""
