package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.text.Language;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Books that were changed from outside do not pass: the night stops, names the rule and both figures, and mails nothing. */
class ProofTest {
    @TempDir
    private static Path folder;

    private static CarrierCompany company;

    @BeforeAll
    static void run_the_cycle() {
        company = GoldenCycle.company(folder).run();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I2 | UPDATE receivable_entry SET amount = amount + 1, recon_id = recon_id + 1 WHERE what = 'LINE' AND subject = 'W09' | UPDATE receivable_entry SET amount = amount - 1, recon_id = recon_id - 1 WHERE what = 'LINE' AND subject = 'W09' | 50.00 对 49.00（差 1.00）
            I4 | UPDATE suspense SET amount = amount + 1 WHERE subject = 'X2' AND ends = '9999-12-31' | UPDATE suspense SET amount = amount - 1 WHERE subject = 'X2' AND ends = '9999-12-31' | 1621.00 对 1620.00（差 1.00）
            I5 | UPDATE receivable SET adjusted = adjusted + 5 WHERE subject = 'W07' | UPDATE receivable SET adjusted = adjusted - 5 WHERE subject = 'W07' | 2055.00 对 2050.00（差 5.00）
            I6 | UPDATE break_item SET amount = amount - 7 WHERE break_key = 'NOT_REMITTED:SF:W07' | UPDATE break_item SET amount = amount + 7 WHERE break_key = 'NOT_REMITTED:SF:W07' | 2000.00 对 1993.00（差 7.00）
            """)
    void what_was_changed_from_outside_stops_the_night_with_both_figures(
            String rule, String harm, String mend, String figures) {
        company.change(harm);
        // of movements only tonight's are followed back one by one
        var result = company.nights().again(GoldenCycle.AS_OF, "prove");
        company.change(mend);
        assertThat(result.exitCode()).isEqualTo(1);
        var told = result.problems().stream()
                .map(problem -> problem.text(Language.EN))
                .collect(Collectors.joining("\n"));
        assertThat(told).contains("规则 " + rule + "：").contains(figures).contains("DC-701");
        assertThat(company.nights().run(GoldenCycle.AS_OF).exitCode()).isIn(0, 4);
    }
}
