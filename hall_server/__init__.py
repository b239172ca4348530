"""The hall's server: gives the numbers, keeps the order, writes everything down, tells everybody."""
