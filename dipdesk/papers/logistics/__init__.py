"""Papers for those who move, lodge, feed and serve a visit: the hotel, drivers, the kitchen, interpreters."""
