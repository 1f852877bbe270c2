"""The score sheet on the page of a relation."""
