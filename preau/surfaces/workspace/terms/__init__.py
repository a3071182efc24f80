"""Every value that law or town may change: what counts today, what will, what did."""
