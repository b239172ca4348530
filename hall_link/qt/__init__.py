"""The only Qt of `hall_link`: the stage an app stands on, its icons, its signals, the remote hand, and the link's shell."""
