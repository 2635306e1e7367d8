package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class NightStepTest {
    private static List<String> those(Predicate<NightStep> which) {
        return Arrays.stream(NightStep.values())
                .filter(which)
                .map(NightStep::text)
                .toList();
    }

    @Test
    void each_is_known_by_its_text_in_the_order_in_which_jobs_name_them() {
        assertThat(NightStep.all())
                .isEqualTo("extract, reconcile, stock, target, commission, close-day, bonus-draft, settle, close-month,"
                        + " close-cycle, report, deliver");
        assertThat(NightStep.of("close-day")).contains(NightStep.CLOSE_DAY);
        assertThat(NightStep.of("CLOSE_DAY")).isEmpty();
    }

    @Test
    void what_writes_the_books_what_closes_and_what_a_trial_must_leave_alone() {
        assertThat(those(step -> !step.writesBooks())).containsExactly("close-day", "report", "deliver");
        assertThat(those(NightStep::closesPeriod)).containsExactly("close-month", "close-cycle");
        assertThat(those(NightStep::isFinal)).containsExactly("bonus-draft", "settle", "close-month", "close-cycle");
    }
}
