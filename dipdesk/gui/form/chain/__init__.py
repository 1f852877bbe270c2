"""The approval of an agreement, membership or trip on its page: the light, its reasons, and every step."""
