"""A corpus of our own: plans typeset from our own words in many layouts, each with the truth of what it says."""
