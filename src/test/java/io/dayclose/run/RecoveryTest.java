package io.dayclose.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** What a dead process has left is mended as far as the framework could not start it again, and no further. */
class RecoveryTest {
    private static final JobInstance INSTANCE = new JobInstance(1, "night");

    private final List<JobExecution> executions = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    /** Executions one after another: how each ended, and its steps. */
    private Recovery recovery(@Nullable JobInstance instance, String... each) {
        for (var text : each) {
            var words = text.split(" ");
            var execution = new JobExecution(executions.size() + 1L, INSTANCE, new JobParameters());
            execution.setStatus(BatchStatus.valueOf(words[0]));
            Arrays.stream(words).skip(1).forEach(status -> {
                var step = new StepExecution(1, "step", execution);
                step.setStatus(BatchStatus.valueOf(status));
                execution.addStepExecution(step);
            });
            executions.add(execution);
        }
        InvocationHandler answers = (proxy, method, arguments) -> switch (method.getName()) {
            case "getJobInstance" -> instance;
            case "getJobExecutions" -> executions;
            default -> {
                done.add(method.getName() + " " + arguments[0].getClass().getSimpleName());
                yield null;
            }
        };
        return new Recovery(stub(JobRepository.class, answers), stub(JobOperator.class, answers));
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static boolean heal(Recovery recovery) {
        return recovery.heal("night", new JobParameters());
    }

    @Test
    void what_never_began_needs_nothing_and_what_can_never_start_is_removed() {
        assertThat(heal(recovery(null))).isFalse();
        assertThat(done).isEmpty();
        assertThat(heal(recovery(INSTANCE))).isTrue();
        assertThat(done).containsExactly("deleteJobInstance JobInstance");
    }

    /** What is written down of each execution, and how it and its steps stand then. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "COMPLETED COMPLETED; ''; COMPLETED COMPLETED",
                "FAILED COMPLETED FAILED; ''; FAILED COMPLETED FAILED",
                "STOPPED COMPLETED STOPPED; ''; STOPPED COMPLETED STOPPED",
                "UNKNOWN COMPLETED UNKNOWN; update StepExecution, update JobExecution; FAILED COMPLETED FAILED",
                "UNKNOWN COMPLETED; update JobExecution; FAILED COMPLETED",
                "FAILED COMPLETED UNKNOWN; update StepExecution, update JobExecution; FAILED COMPLETED FAILED",
                "FAILED COMPLETED STARTED; update StepExecution, update JobExecution; FAILED COMPLETED FAILED",
                "STARTED COMPLETED STARTED; recover JobExecution; STARTED COMPLETED STARTED",
            })
    void what_is_not_known_to_have_ended_has_failed_and_what_runs_is_the_frameworks_to_recover(
            String left, String written, String then) {
        assertThat(heal(recovery(INSTANCE, left))).isEqualTo(!written.isEmpty());
        assertThat(String.join(", ", done)).isEqualTo(written);
        assertThat(status(executions.get(0))).isEqualTo(then);
    }

    private static String status(JobExecution execution) {
        return execution.getStatus() + " "
                + execution.getStepExecutions().stream()
                        .map(step -> step.getStatus().name())
                        .collect(Collectors.joining(" "));
    }

    @Test
    void every_attempt_is_looked_at() {
        assertThat(heal(recovery(INSTANCE, "FAILED UNKNOWN", "STARTED", "FAILED FAILED")))
                .isTrue();
        assertThat(done).containsExactly("update StepExecution", "update JobExecution", "recover JobExecution");
    }

    @Test
    void a_run_is_complete_when_one_of_its_attempts_is() {
        assertThat(isComplete(recovery(INSTANCE, "FAILED", "COMPLETED"))).isTrue();
        executions.clear();
        assertThat(isComplete(recovery(INSTANCE, "FAILED"))).isFalse();
        assertThat(isComplete(recovery(null))).isFalse();
    }

    private static boolean isComplete(Recovery recovery) {
        return recovery.isComplete("night", new JobParameters());
    }
}
