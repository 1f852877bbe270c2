"""Calendar files on the pages of visits and people."""
