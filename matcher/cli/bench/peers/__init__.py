"""The engines that are measured, each behind the same small door."""
