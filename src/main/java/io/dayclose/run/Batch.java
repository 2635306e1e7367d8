package io.dayclose.run;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** What Spring Batch runs jobs with. */
public record Batch(JobRepository repository, JobOperator operator, PlatformTransactionManager transactions) {}
