package io.dayclose.run;

import io.dayclose.config.Job;
import io.dayclose.database.NamedLock;

/** One attempt at a run: the job, the run it continues or begins, who asked, the lock that makes it the only one, and who is told. */
public record Attempt(Job job, Run run, RunRequest request, NamedLock lock, RunListener listener) {}
