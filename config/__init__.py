"""What a hall is made of, as data: example settings, the procedure catalogue, service units. Nothing here runs."""
