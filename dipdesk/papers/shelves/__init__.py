"""Which papers there are, a module for each area; the registry puts them together."""
