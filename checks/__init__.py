"""What `./hall check` and `./hall test` judge beyond ready-made tools: QML, translations, coverage per package."""
