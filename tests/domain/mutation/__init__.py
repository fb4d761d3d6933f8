"""Change one operator or number of the rules at a time, in this process, and see who notices."""
