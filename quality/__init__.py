"""What a set of plans must satisfy before it is published: the rules, and the gate that applies them."""
