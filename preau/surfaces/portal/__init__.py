"""What families use: their children, their places, their papers. One account by adult; rights by child."""
