"""Sample plans for raw/: content of our own wording, composed and typeset in the layouts commune offices use."""
