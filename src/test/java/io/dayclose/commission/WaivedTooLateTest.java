package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A gate that was asked when a month was settled cannot be waived for it any more. */
class WaivedTooLateTest extends CommissionCompany {

    @Test
    void what_waits_is_waived_for_the_month_it_is_settled_with() {
        plan("dealers", TEN_PERCENT.replace("seller", "dealer") + ", hold: [{gate: deposit-full}]");
        home.write(
                "inbox/dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to,deposit_required\nD01,诚信,B02,2026-01-01,,1000\n");
        restart();
        night("2026-10-31", "S1,1,SALE,2026-10-31,W002,,G001,1,300,,300,,,,");
        closeMonth("2026-10");
        var waive = new String[] {
            "decide", "waive", "dealers", "D01", "deposit-full", "--reason", "promised", "--as", "wang", "--period"
        };
        var late = shell().run(with(waive, "2026-10"));
        assertThat(late.code()).isEqualTo(3);
        assertThat(late.err()).contains("DC-625");
        assertThat(shell().run(with(waive, "2026-11")).code()).isZero();
    }

    private static String[] with(String[] words, String last) {
        var all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }
}
