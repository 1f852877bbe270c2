"""Papers about gifts: the register, the slip of a hand-over, and the list of January."""
