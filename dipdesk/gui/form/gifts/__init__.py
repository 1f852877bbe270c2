"""What the pages of gifts, of the stock and of visits say of gifts."""
