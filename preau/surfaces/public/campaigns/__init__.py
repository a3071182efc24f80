"""What anybody reads of a campaign: its dates, its rules, how places are given, and the file that can be replayed."""
