"""Protocol knowledge as pure functions: values in, an answer with reasons out; no database, no Qt."""
