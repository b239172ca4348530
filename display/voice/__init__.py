"""From a sentence to a sound: engines that synthesize, the joining with the chime, and one player."""
