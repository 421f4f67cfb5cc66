-- A new column has no statistics until somebody collects them, and the database believes that next to nobody is unmerged.
analyze participant.participant;
