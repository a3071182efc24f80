"""The laboratory of rules: studies asked, followed, read by elected members as one page of four charts."""
