"""Follow patients with monoclonal gammopathies: everything of the program but its window."""

__version__ = "0.1.0"
