"""The seating editor: a room to scale, its guests, and what the plan breaks."""
