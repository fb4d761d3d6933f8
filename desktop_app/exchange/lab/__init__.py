"""Read laboratory results from files and pastes; only here is it known what they look like."""
