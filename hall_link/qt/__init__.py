"""The only Qt of `hall_link`: the stage an app stands on, its icons and signals, the remote hand, the link's shell."""
