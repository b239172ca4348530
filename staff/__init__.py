"""Terminal views for staff: how the hall stands, a ticket's story with all reasons, what a new document would change;
and what staff announce, the one thing that they do to the hall.

Read in this order: settings, access (what is asked of the server), then the pages, which are pure: status_page,
story_page, preview_page, announce_page.
"""
