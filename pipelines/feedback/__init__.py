"""What each commune is told of its plans: received, understood, to be mended, with room for its answer."""
