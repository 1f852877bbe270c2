"""The hand-made sections on the page of a ceremony: order of guests, running order, seats, flags."""
