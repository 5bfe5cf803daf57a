"""From commune reform plans to a provincial warehouse: reading, parsing, orchestration and publishing."""
