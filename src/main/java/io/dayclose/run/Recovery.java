package io.dayclose.run;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Makes a run startable again after its process died. Only to be called with the run lock in hand: the framework never
 * checks whether the other process still lives.
 */
public final class Recovery {
    private final JobRepository repository;
    private final JobOperator operator;

    public Recovery(JobRepository repository, JobOperator operator) {
        this.repository = repository;
        this.operator = operator;
    }

    /** Whether the framework knows all steps of a run as done. */
    public boolean isComplete(String job, JobParameters parameters) {
        var instance = repository.getJobInstance(job, parameters);
        return instance != null
                && repository.getJobExecutions(instance).stream()
                        .anyMatch(execution -> execution.getStatus() == BatchStatus.COMPLETED);
    }

    /** Whether anything had to be mended. */
    public boolean heal(String job, JobParameters parameters) {
        var instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return false;
        }
        var executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            return removePoisoned(instance);
        }
        boolean mended = false;
        for (var execution : executions) {
            mended |= heal(execution);
        }
        return mended;
    }

    /** A death between the inserts of instance and execution leaves an instance that can never start. */
    private boolean removePoisoned(JobInstance instance) {
        repository.deleteJobInstance(instance);
        return true;
    }

    private boolean heal(JobExecution execution) {
        if (execution.isRunning()) {
            operator.recover(execution);
            return true;
        }
        return fail(execution);
    }

    /** A dropped connection leaves UNKNOWN, which the framework will not touch. What was committed is in our tables. */
    private boolean fail(JobExecution execution) {
        boolean mended = false;
        for (var step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
                mended = true;
            }
        }
        if (mended || execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
            return true;
        }
        return false;
    }
}
