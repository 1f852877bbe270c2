"""The programme editor of a visit."""
