"""The palette: go to anything and do anything from the keyboard."""
