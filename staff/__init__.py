"""Terminal views for staff: how the hall stands, a ticket's story with all reasons, what a new document would change.

Read in this order: settings, access (what is asked of the server), then the pages, which are pure: status_page,
story_page, preview_page. It changes nothing in the hall.
"""
