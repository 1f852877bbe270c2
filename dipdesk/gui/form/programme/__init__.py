"""The programme of a visit: day columns to drag in, a list in two languages, and what does not fit."""
