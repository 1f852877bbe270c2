"""Parts of a visit's page about travel and service."""
