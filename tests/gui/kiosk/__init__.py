"""The kiosk's real pages, touched by a real (synthetic) finger."""
