"""The town: where and when."""
