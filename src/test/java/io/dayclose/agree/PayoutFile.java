package io.dayclose.agree;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;

/** The list for the bank, as the bank reads it. */
record PayoutFile(Path home, YearMonth month) {
    Optional<BigDecimal> total() {
        try (var files = Files.walk(home.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv")
                            && file.toString().contains(month.toString()))
                    .findFirst()
                    .map(PayoutFile::total);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static BigDecimal total(Path file) {
        try (var csv =
                CsvReader.builder().ofNamedCsvRecord(Files.readString(file).replaceFirst("^\uFEFF", ""))) {
            return csv.stream()
                    .map(row -> new BigDecimal(row.getField("amount").strip()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
