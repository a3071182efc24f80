"""The report of an evaluation that was published, as files: for anybody."""
