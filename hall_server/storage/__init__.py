"""The durable record of halls: a chained journal, the outcomes of commands, and tables drawn from the journal."""
