"""Pictures of every page and dialog for review: ``python -m tests.screens OUT [WORD …]``.

Each module here that ends in ``_screens`` lists its pictures in ``SCREENS``; words choose among them.
"""
