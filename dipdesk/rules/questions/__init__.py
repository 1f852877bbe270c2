"""One module per rule: a checked question in, the answer with its keys in the order of the contract out."""
