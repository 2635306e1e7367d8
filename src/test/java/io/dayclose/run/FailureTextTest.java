package io.dayclose.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.text.Language;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void a_full_disk_is_told_with_the_file_that_had_no_room() {
        var full = new FileSystemException(
                "inbox/sale.csv", "archive/2026-11-22/sale/sale.csv", "No space left on device");
        assertThat(FailureText.inWords(new IllegalStateException(new UncheckedIOException(full)), Language.EN))
                .isEqualTo(
                        "archive/2026-11-22/sale/sale.csv: the file cannot be written: No space left on device; make room or give the right to write, then run again [DC-507]");
    }

    @Test
    void a_right_that_is_missing_is_told_with_the_file_it_is_missing_for() {
        assertThat(FailureText.inWords(
                        new UncheckedIOException(new AccessDeniedException("inbox/sale.csv")), Language.EN))
                .isEqualTo(
                        "inbox/sale.csv: the file cannot be opened or moved: AccessDenied; give the right to read and write it, then run again [DC-412]");
    }

    @Test
    void of_anything_else_the_first_line_of_its_innermost_cause_is_told() {
        assertThat(FailureText.inWords(
                        new IllegalStateException("outer", new ArithmeticException("inner\nmore")), Language.EN))
                .isEqualTo("ArithmeticException: inner");
    }
}
