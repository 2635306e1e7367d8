package io.dayclose.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.intake.check.SerialHistory.Movement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A piece that is sold twice without coming back between is not one piece. {@code -Dserial.seed}. */
class SerialHistoryTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    /** Movements such as {@code S1 R2 S3@10:00}: sold on the first, back on the second, sold on the third at ten. */
    private static List<Movement> movements(String text) {
        return Stream.of(text.split(" ")).map(SerialHistoryTest::movement).toList();
    }

    private static Movement movement(String text) {
        var parts = text.substring(1).split("@");
        var date = FIRST.plusDays(Integer.parseInt(parts[0]) - 1L);
        return new Movement(
                text.startsWith("R"), date, parts.length == 1 ? null : LocalDateTime.parse(date + "T" + parts[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "S1, false",
        "S1 R2 S3, false",
        "S1 S3, true",
        "S1 S3 R5, true",
        "S1 R3 S3, false",
        "S1 S3 R3, false",
        "S1 S3 R3 S5, true",
        "R1 S2, false",
        "R1 S2 S3, true",
        "S1@09:00 R1@10:00 S1@11:00, false",
        "S1@09:00 S1@10:00 R1@11:00, true",
        "S1@09:00 S1@10:00 R1, false",
        "S1@09:00 S1@09:00, true",
        "S1@09:00 S1@09:00 R1@09:00, false",
        "S1 R2@08:00 S2@09:00, false",
        "S1 S2@08:00 R2@09:00, true"
    })
    void is_sold_twice_when_two_sales_stand_between_no_return(String story, boolean twice) {
        assertThat(SerialHistory.isSoldTwice(movements(story))).as(story).isEqualTo(twice);
    }

    /** The same, worked out another way: day by day, as every movement of these stories has no time. */
    @Test
    void the_order_in_which_it_is_told_does_not_matter() {
        long seed = Long.getLong("serial.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var story = new ArrayList<Movement>();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                story.add(movement((random.nextBoolean() ? "S" : "R") + (1 + random.nextInt(5))));
            }
            boolean told = SerialHistory.isSoldTwice(story);
            assertThat(told).as("-Dserial.seed=%d %s", seed, story).isEqualTo(twiceByDay(story));
            Collections.shuffle(story, random);
            assertThat(SerialHistory.isSoldTwice(story))
                    .as("-Dserial.seed=%d %s", seed, story)
                    .isEqualTo(told);
        }
    }

    private static boolean twiceByDay(List<Movement> story) {
        int out = 0;
        for (int day = 0; day < 6; day++) {
            var date = FIRST.plusDays(day);
            long sold = story.stream()
                    .filter(each -> each.date().equals(date) && !each.isReturn())
                    .count();
            long back = story.stream()
                    .filter(each -> each.date().equals(date) && each.isReturn())
                    .count();
            out = (int) Math.max(0, out + sold - back);
            if (out > 1) {
                return true;
            }
        }
        return false;
    }
}
