"""What any program needs to belong to a hall: the wire, the client session, discovery, settings."""
