"""Reading and parsing the files of raw/, each in a process of its own, keeping every result."""
