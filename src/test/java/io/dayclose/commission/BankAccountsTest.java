package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.approval.Answer;
import io.dayclose.approval.Decisions;
import io.dayclose.close.BankAccounts;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Where dealers are paid to, as people decide. */
class BankAccountsTest extends CommissionCompany {

    private static final Decisions.Proposal NONE =
            new Decisions.Proposal(Decisions.Kind.ACCOUNT, "", "DEALER", "D01", "", "", BigDecimal.ZERO, "", "");

    @Test
    void what_was_approved_last_counts_whichever_was_proposed_first() {
        long second = changed("B", 1);
        long third = changed("C", 2);
        answer(third, 1);
        answer(second, 2);
        assertThat(new BankAccounts(engine.work().jdbc()).approved("D01")).contains("B");
        plan("dealers", TEN_PERCENT.replace("seller", "dealer"));
        reopen();
        night("2026-11-30", "S1,1,SALE,2026-11-10,W002,,G001,1,300,,300,,,,");
        closeMonth("2026-11");
        assertThat(rows("SELECT bank_account FROM settlement")).containsExactly("B");
    }

    private long changed(String account, int nth) {
        var insert =
                "INSERT INTO dealer (dealer_code, valid_from, name, branch_code, bank_account, version, night, source_id, source_line)"
                        + " VALUES ('D01', '1000-01-01', 'x', 'B02', ?, ?, '2026-11-01', ?, 1)";
        if (nth == 1) {
            engine.work().jdbc().update(insert, "A", 1, 1);
        }
        engine.work().jdbc().update(insert, account, nth + 1, nth + 1);
        var proposal = new Decisions.Proposal(NONE.kind(), "", "DEALER", "D01", "", "", NONE.amount(), account, "");
        return books().decisions().propose(proposal, new Decisions.Voice("wang", at(0), "moved"));
    }

    private void answer(long id, int minute) {
        books().answer(id, Answer.APPROVE, new Decisions.Voice("li", at(minute), "seen"));
    }

    private static LocalDateTime at(int minute) {
        return LocalDateTime.of(2026, 11, 20, 10, minute);
    }
}
