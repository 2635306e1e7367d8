package io.dayclose.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums of every day are what a plain query over its lines says, whatever came late, was corrected or cancelled. */
class SaleDaysTest extends CompanyNights {
    private static final String LINES = """
            SELECT business_date, %s, SUM(IF(kind = 'SALE', quantity, 0)), SUM(IF(kind = 'RETURN', quantity, 0)),
                   SUM(IF(kind = 'SALE', amount, 0)), SUM(IF(kind = 'RETURN', amount, 0))
            FROM current_sale %s GROUP BY business_date, %s ORDER BY 1, 2, 3""";
    private static final String SUMS =
            "SELECT business_date, %s, sold_quantity, returned_quantity, gross_amount, returned_amount FROM %s ORDER BY 1, 2, 3";

    @BeforeEach
    void start() {
        var lines = IntStream.range(0, 200).mapToObj(SaleDaysTest::line).toArray(String[]::new);
        home.sales("sale-1.csv", lines);
        nights.run("2026-11-22");
    }

    private static String line(int i) {
        var seller = i % 3 == 0 ? "" : "P005";
        var kind = i % 7 == 0 ? "RETURN" : "SALE";
        return "S%d,%d,%s,2026-11-22,W001,%s,G001,%d,10.00,,%d0.00,,,,"
                .formatted(i / 4, i % 4, kind, seller, i % 5 + 1, i % 5 + 1);
    }

    private void assertTrue() {
        assertThat(rows(SUMS.formatted("outlet_code, documents", "outlet_day")))
                .isNotEmpty()
                .isEqualTo(rows(LINES.formatted("outlet_code, COUNT(DISTINCT doc_no)", "", "outlet_code")));
        assertThat(rows(SUMS.formatted("outlet_code, seller_code, documents", "seller_day")))
                .isEqualTo(rows(LINES.formatted(
                        "outlet_code, seller_code, COUNT(DISTINCT doc_no)",
                        "WHERE seller_code IS NOT NULL",
                        "outlet_code, seller_code")));
        assertThat(rows(SUMS.formatted("outlet_code, product_code", "product_day")))
                .isEqualTo(rows(LINES.formatted("outlet_code, product_code", "", "outlet_code, product_code")));
    }

    @Test
    void sums_are_what_the_lines_say() {
        assertTrue();
    }

    @Test
    void late_corrected_moved_and_cancelled_lines_change_the_sums_of_all_days_they_touch() {
        home.sales(
                "sale-2.csv",
                "L1,1,SALE,2026-11-20,W001,P005,G001,1,7.00,,7.00,,,,",
                "S1,1,SALE,2026-11-22,W001,P005,G001,9,10.00,,90.00,,,,",
                "S2,1,SALE,2026-11-21,W001,P005,G001,1,10.00,,10.00,,,,",
                "S3,1,,,,,,,,,,,,,Y");
        nights.run("2026-11-23");
        assertThat(rows("SELECT business_date FROM outlet_day ORDER BY 1"))
                .containsExactly("2026-11-20", "2026-11-21", "2026-11-22");
        assertTrue();
    }

    @Test
    void a_night_sums_only_the_days_it_touched() {
        var before = rows("SELECT changes FROM summed_day");
        home.sales("sale-2.csv", "L1,1,SALE,2026-11-23,W001,P005,G001,1,7.00,,7.00,,,,");
        nights.run("2026-11-23");
        assertThat(rows("SELECT business_date, changes FROM summed_day ORDER BY 1"))
                .containsExactly("2026-11-22 " + before.get(0), "2026-11-23 1");
    }

    @Test
    void noted_lines_have_the_first_reason_that_holds() {
        home.sales(
                "sale-2.csv",
                "N1,1,RETURN,2026-11-23,W001,P005,G001,1,7.00,,7.00,,,,",
                "N2,1,SALE,2026-11-23,W001,P005,G001,1,0.00,,0.00,,,,",
                "N3,1,SALE,2026-11-23,W001,P005,G001,1,10.00,4.00,6.00,,,,",
                "N4,1,SALE,2026-11-23,W001,,G001,1,10.00,3.00,7.00,,,,",
                "N5,1,SALE,2026-11-22,W001,P005,G001,1,10.00,3.00,7.00,,,,",
                "N6,1,SALE,2026-11-23,W001,P005,G001,1,10.00,3.00,7.00,,,,",
                "N7,1,RETURN,2026-11-23,W001,P005,G001,1,10.00,3.00,7.00,,N6,1,");
        nights.run("2026-11-23");
        assertThat(rows("SELECT doc_no, kind, why FROM noted_sale WHERE doc_no LIKE 'N%' ORDER BY doc_no"))
                .containsExactly(
                        "N1 RETURN NO_ORIGINAL",
                        "N2 SALE ZERO_AMOUNT",
                        "N3 SALE HIGH_DISCOUNT",
                        "N4 SALE NO_SELLER",
                        "N5 SALE LATE",
                        "N7 RETURN null");
    }
}
