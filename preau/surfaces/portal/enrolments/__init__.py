"""Places of the children: asked, held, waited for, offered, given back."""
