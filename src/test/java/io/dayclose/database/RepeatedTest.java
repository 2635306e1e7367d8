package io.dayclose.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    @Test
    void what_fails_once_even_with_an_error_is_tried_again() throws InterruptedException {
        var times = new AtomicInteger();
        var repeated = Repeated.fromNow(Duration.ofMillis(10), "test", () -> {
            if (times.incrementAndGet() < 3) {
                throw new OutOfMemoryError("for a moment");
            }
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> times.get() > 5);
        repeated.close();
        Thread.sleep(100);
        int ended = times.get();
        Thread.sleep(100);
        assertThat(times.get()).isEqualTo(ended);
    }
}
