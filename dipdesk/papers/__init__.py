"""Papers: what goes to print; each is built from blocks, which writers turn into files."""
