"""The one table that lists the records of every entity."""
