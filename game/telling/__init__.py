"""What there is to see, in the words of whoever is shown it: for the screens and for the pages of a browser alike."""
