"""Excel, CSV, JSON lines and resumes, both ways; a child process reads what comes from outside."""
