"""Small papers: badges, labels, envelopes, signs, invitations, the booklet and the guest book."""
