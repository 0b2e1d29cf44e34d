"""From a Doc to what it tells: mentions, statements, times, events. `pipeline` says in which order."""
