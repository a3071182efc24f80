"""« Près de chez moi »: from an address, a school or the device's position to a rounded point, and nothing kept."""
