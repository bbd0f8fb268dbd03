"""The class host: carries acts in and Views out, over HTTP, for a room of people with phones. No rule is in here."""
