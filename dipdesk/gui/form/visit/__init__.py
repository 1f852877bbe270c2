"""What the page of a visit shows that no other page has."""
