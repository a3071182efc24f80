"""What the screens of action sheets show: the list under its filters, the page of one sheet, its history in words."""
