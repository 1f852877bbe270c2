"""The editor of a layout of cards, on its page."""
