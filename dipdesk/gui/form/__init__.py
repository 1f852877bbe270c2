"""The page of one record: headline, fields, lists of what belongs to it, history; for every entity."""
