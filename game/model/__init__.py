"""Frozen shapes that every other room shares: content, acts, events, state, view, record, finding."""
