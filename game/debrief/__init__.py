"""The reading of a record: findings, the twin, charts, pages, and the report that can be printed."""
