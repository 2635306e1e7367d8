package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered reports say what people call things. */
class DeliveredReportsTest {
    @TempDir
    private Path folder;

    private Stream<Report.ReportColumn> columns() {
        return new TestHome(folder)
                .home().reports().values().stream()
                        .flatMap(report -> report.sheets().stream())
                        .flatMap(sheet -> sheet.columns().stream());
    }

    @Test
    void codes_are_shown_by_the_names_a_report_gives_them_or_by_the_program_s_own() {
        var channel =
                columns().filter(column -> column.field().equals("channel")).findFirst();
        assertThat(channel.orElseThrow().named("OWN", Language.ZH)).isEqualTo("自有营业厅");
        var feed = columns().filter(column -> column.field().equals("feed")).findFirst();
        assertThat(feed.orElseThrow().named("sale", Language.ZH)).isEqualTo("销售与退货");
        assertThat(columns()
                        .filter(column -> column.field()
                                .matches("step|channel|payee_kind|type|cause|state|gate|reason|role|feed|decision"))
                        .filter(column -> column.names().isEmpty()))
                .isEmpty();
    }
}
