package io.dayclose.commission.posting;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Measures;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.store.LedgerStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account's month stands at: the targets the ledger has been brought to.
 *
 * @param lines how many lines count for it
 * @param base what the plan pays by
 * @param mark of an override, the last entry of its people that it has followed
 */
record AccountRow(
        Account account,
        long lines,
        Measures measures,
        BigDecimal base,
        Balance balance,
        ZeroReason zero,
        Asked asked,
        long mark) {

    /** Of an account that has nothing yet. */
    static AccountRow nothing(Account account) {
        return new AccountRow(
                account, 0, Measures.NONE, BigDecimal.ZERO, Balance.ZERO, ZeroReason.NONE, Asked.NEVER, 0);
    }

    AccountRow asked(Asked when) {
        return new AccountRow(account, lines, measures, base, balance, zero, when, mark);
    }

    /** The account as the ledger names it. */
    LedgerStore.Payee payee() {
        return new LedgerStore.Payee(account.plan(), account.kind().name(), account.code());
    }

    /** When its gates were asked, which of them were waived, and whether lines wait for one all the same. */
    record Asked(@Nullable LocalDate on, Set<LineGate.Kind> waived, boolean waits) {
        static final Asked NEVER = new Asked(null, Set.of(), false);

        static Asked of(LocalDate on, String waived, boolean waits) {
            var kinds = EnumSet.noneOf(LineGate.Kind.class);
            Stream.of(waived.split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(LineGate.Kind::valueOf)
                    .forEach(kinds::add);
            return new Asked(on, kinds, waits);
        }

        String words() {
            return waived.isEmpty()
                    ? ""
                    : waived.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        }
    }
}
