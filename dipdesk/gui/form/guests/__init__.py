"""Answers to the invitations of a ceremony, and the door."""
