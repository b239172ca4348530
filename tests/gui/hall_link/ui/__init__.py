"""A small QML module with its presenter, by which the stage and the hand are tested; also the pattern for the apps."""
