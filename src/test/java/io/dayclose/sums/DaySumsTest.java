package io.dayclose.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.sums.SaleLine.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaySumsTest {
    private final DaySums sums = new DaySums();

    private static SaleLine line(String doc, String outlet, @Nullable String seller, long fen) {
        return new SaleLine(new SaleLine.Id(doc, 1, 1), Kind.SALE, outlet, seller, "G1", 2, fen, null);
    }

    private static SaleLine returned(String doc, String outlet, long fen) {
        return new SaleLine(new SaleLine.Id(doc, 1, 1), Kind.RETURN, outlet, "P1", "G1", 1, fen, null);
    }

    @Test
    void sales_and_returns_are_added_up_apart() {
        sums.add(line("A", "W1", "P1", 1010));
        sums.add(line("B", "W1", "P1", 5));
        sums.add(returned("C", "W1", 1000));
        var outlet = sums.outlets().get("W1");
        assertThat(outlet.grossAmount()).isEqualTo(new BigDecimal("10.15"));
        assertThat(outlet.returnedAmount()).isEqualTo(new BigDecimal("10.00"));
        assertThat(outlet.soldQuantity()).isEqualTo(4);
        assertThat(outlet.returnedQuantity()).isEqualTo(1);
    }

    @Test
    void a_document_counts_once_for_each_outlet_and_seller_in_it() {
        sums.add(line("A", "W1", "P1", 100));
        sums.add(line("A", "W1", "P2", 100));
        sums.add(line("A", "W2", "P1", 100));
        sums.add(line("A", "W1", "P1", 100));
        sums.add(line("B", "W1", "P1", 100));
        assertThat(sums.outlets().get("W1").documents()).isEqualTo(2);
        assertThat(sums.outlets().get("W2").documents()).isEqualTo(1);
        assertThat(sums.sellers().get("W1").get("P1").documents()).isEqualTo(2);
        assertThat(sums.sellers().get("W1").get("P2").documents()).isEqualTo(1);
    }

    @Test
    void a_line_without_seller_counts_for_its_outlet_and_product_only() {
        sums.add(line("A", "W1", null, 100));
        assertThat(sums.sellers()).isEmpty();
        assertThat(sums.outlets()).hasSize(1);
        assertThat(sums.products()).hasSize(1);
    }

    @Test
    void returns_and_odd_lines_are_noted_the_others_are_not() {
        var odd = new SaleLine(new SaleLine.Id("B", 1, 1), Kind.SALE, "W1", "P1", "G1", 1, 0, "ZERO_AMOUNT");
        var back = returned("C", "W1", 100);
        sums.add(line("A", "W1", "P1", 100));
        sums.add(odd);
        sums.add(back);
        assertThat(sums.noted()).containsExactly(odd, back);
    }

    @Test
    void a_discount_lowers_its_outlet_and_what_lines_bear_of_it_their_sellers_and_products() {
        sums.add(line("A", "W1", "P1", 1000));
        sums.add(new SaleLine(new SaleLine.Id("A", 2, 1), Kind.DISCOUNT, "W1", null, "", 0, -100, null));
        sums.addShare("W1", "P1", "G1", -67);
        sums.addShare("W1", null, "G2", -33);
        var outlet = sums.outlets().get("W1");
        assertThat(outlet.grossAmount()).isEqualTo(new BigDecimal("9.00"));
        assertThat(outlet.discountAmount()).isEqualTo(new BigDecimal("-1.00"));
        assertThat(outlet.documents()).isEqualTo(1);
        assertThat(outlet.soldQuantity()).isEqualTo(2);
        assertThat(sums.sellers().get("W1").get("P1").grossAmount()).isEqualTo(new BigDecimal("9.33"));
        assertThat(sums.products().get("W1").get("G1").grossAmount()).isEqualTo(new BigDecimal("9.33"));
        assertThat(sums.products().get("W1").get("G2").grossAmount()).isEqualTo(new BigDecimal("-0.33"));
        assertThat(sums.noted()).isEmpty();
    }
}
