"""Charts as plain shapes; painters elsewhere draw them."""
