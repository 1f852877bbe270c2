"""What a partner's page tells of it: how the relation fares, its ties, who was in post when, its timeline."""
