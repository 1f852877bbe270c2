"""Looking at files that are kept in the office file, without leaving the window."""
