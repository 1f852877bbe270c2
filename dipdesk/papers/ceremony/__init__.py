"""The papers of a ceremony: orders, plans, finders and cards, all from one reading of its guests."""
