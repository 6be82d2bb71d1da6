"""What postings and seekers say in prose, read into the words of the domain; pure, no I/O."""
