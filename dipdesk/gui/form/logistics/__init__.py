"""Parts of a visit's page about travel and service: clashes, arrivals, rooms, cars, duties, counterparts."""
