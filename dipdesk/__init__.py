"""dipdesk: the external relations and protocol office of a municipality, in one file, offline."""

__version__ = "0.1.0"
