"""The yearly evaluation: prepared, contributed to, concluded effect by effect, adopted by the committee, published."""
