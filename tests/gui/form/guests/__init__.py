"""Tests of the answers to invitations and of the door."""
