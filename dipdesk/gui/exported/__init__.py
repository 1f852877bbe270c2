"""The page of exported papers: which are no longer true, why, and their new versions."""
