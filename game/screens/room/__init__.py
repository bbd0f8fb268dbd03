"""What a game shows of a class’s room that it has joined: cards over the street, what is kept, a slip, its door."""
