"""The page of the map: all partners on the outlines of the world, with a list beside it."""
