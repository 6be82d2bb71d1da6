"""Makes the environment from the lock files, with nothing but the standard library."""
