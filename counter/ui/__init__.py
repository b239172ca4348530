"""The officer's screens: QML beside its thin presenters."""
