"""Design: tokens, typeface, icons, typography, form fields, the gallery of components."""
