"""Vietnamese text: normal forms for comparing, joining of wrapped lines, list markers, repair of lost letters."""
