"""What forms for new records ask besides their fields: who travels, sleeps or costs, and in which post."""
