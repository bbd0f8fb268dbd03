"""The web edition: a View as a page that works without JavaScript."""
