package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Company.StockNorms;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a company calls its stock much or little. */
class StockNormsTest {
    @TempDir
    private Path folder;

    private HomeReader.Loaded saying(String stock) {
        return new TestHome(folder)
                .write("jobs-config/company.yml", "name: A\nmail: {from: a@example.com}\n" + stock)
                .load();
    }

    @Test
    void a_company_that_says_nothing_wants_stock_for_15_to_60_days_and_calls_it_dead_after_60() {
        assertThat(saying("").home().company().stock()).isEqualTo(new StockNorms(15, 60, 60));
    }

    @Test
    void what_it_says_holds() {
        assertThat(saying("stock: {days-norm: [7, 45], dead-after-days: 90}\n")
                        .home()
                        .company()
                        .stock())
                .isEqualTo(new StockNorms(7, 45, 90));
    }

    @Test
    void a_norm_is_two_days_the_smaller_one_first() {
        for (var wrong : new String[] {"[60, 15]", "[15]", "[1, 2, 3]"}) {
            assertThat(saying("stock: {days-norm: " + wrong + "}\n").problems().sorted())
                    .singleElement()
                    .asString()
                    .contains("jobs-config/company.yml:3", "WRONG_VALUE");
        }
    }
}
