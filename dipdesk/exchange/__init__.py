"""What comes in and goes out: tables of any entity, published lists, CSV and JSON."""
