"""One rule a module, as `RULE`. A module's name is its rule's code in lower case."""
