"""What each request costs: within the process by its parts, and a whole server from outside."""
