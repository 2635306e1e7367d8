package io.dayclose.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which keys are handed out, and when they are asked for. */
class PhasesTest {
    private final List<String> done = new ArrayList<>();

    private Phase<String> phase(String name, List<String> keys) {
        return Phase.of(name, KeyForm.TEXT, () -> List.copyOf(keys), key -> done.add(name + key));
    }

    @Test
    void what_is_due_in_a_phase_is_asked_when_those_before_it_are_done() {
        var found = new ArrayList<String>();
        var phases = new Phases()
                .then(Phase.once("seek", () -> found.addAll(List.of("1", "2"))))
                .then(phase("take", found));
        phases.runAll();
        assertThat(done).containsExactly("take1", "take2");
    }

    @Test
    void a_phase_that_does_not_repeat_is_asked_once_whatever_its_keys_bring() {
        var due = new ArrayList<>(List.of("1"));
        new Phases()
                .then(Phase.of("grow", KeyForm.TEXT, () -> List.copyOf(due), key -> due.add("new" + key)))
                .runAll();
        assertThat(due).containsExactly("1", "new1");
    }

    @Test
    void phases_that_go_round_go_on_until_a_whole_round_has_no_key() {
        var days = new ArrayDeque<>(List.of("1", "2"));
        new Phases()
                .untilDone(
                        phase("empty", List.of()),
                        Phase.of(
                                "begin",
                                KeyForm.TEXT,
                                () -> days.stream().limit(1).toList(),
                                key -> done.add("b" + key)),
                        Phase.of(
                                "end",
                                KeyForm.TEXT,
                                () -> days.stream().limit(1).toList(),
                                key -> done.add("e" + days.poll())))
                .then(Phase.once("last", () -> done.add("last")))
                .runAll();
        assertThat(done).containsExactly("b1", "e1", "b2", "e2", "last");
    }

    @Test
    void a_key_can_be_done_by_whoever_has_built_the_same_phases() {
        var given = new Phases().then(phase("day", List.of("1", "2"))).next().orElseThrow();
        new Phases()
                .then(phase("other", List.of()))
                .then(phase("day", List.of()))
                .run(given);
        assertThat(done).containsExactly("day1");
        assertThat(given).hasToString("day 1");
    }

    @Test
    void two_phases_of_one_name_are_refused() {
        var phases = new Phases().then(phase("day", List.of()));
        assertThatThrownBy(() -> phases.then(phase("day", List.of())))
                .hasMessageContaining("two phases of one name: day");
    }

    @Test
    void a_key_reads_as_it_was_written_whatever_stands_in_its_parts() {
        var random = new Random(19);
        var form = KeyForm.<List<String>>ofParts(key -> key, parts -> parts);
        for (int times = 0; times < 2_000; times++) {
            var key = random.ints(1 + random.nextInt(4), 0, 6)
                    .mapToObj(length -> random.ints(length, 0, 5)
                            .mapToObj("|\\a顺 "::charAt)
                            .map(String::valueOf)
                            .reduce("", String::concat))
                    .toList();
            assertThat(form.read().apply(form.write().apply(key))).as("seed 19").isEqualTo(key);
        }
        assertThat(form.write().apply(List.of("SF", "A|1", ""))).isEqualTo("SF|A\\|1|");
        assertThat(KeyForm.DATE.read().apply("2026-11-30")).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(KeyForm.NUMBER.write().apply(7L)).isEqualTo("7");
    }
}
