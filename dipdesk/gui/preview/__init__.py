"""Papers before they are printed: options at the left, the pages as they will be at the right."""
