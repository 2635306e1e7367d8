package io.dayclose.commission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Chance from a seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Whether it happens this time: so many times in a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) ChronoUnit.DAYS.between(first, last)));
    }

    <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
