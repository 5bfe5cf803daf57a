"""Tables rebuilt from text whose cells were written one after another (text pulled out of a PDF)."""
