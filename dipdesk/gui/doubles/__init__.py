"""The dialog that finds doubles and merges them."""
