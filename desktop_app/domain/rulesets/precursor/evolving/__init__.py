"""Judge whether the disease evolves, under every published definition by its name (EVO-*)."""
