"""The widget layer: a semantic tree of nodes that is laid out, drawn, focused, clicked and read aloud."""
