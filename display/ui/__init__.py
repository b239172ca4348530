"""The wallboard's QML, and the presenter that hands it one picture after another."""
