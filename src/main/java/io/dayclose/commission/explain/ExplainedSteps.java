package io.dayclose.commission.explain;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.database.BulkRows;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/** Keeps the steps of payees' months, for the workbooks that show how a statement came about. */
public final class ExplainedSteps {
    private static final List<String> COLUMNS = List.of(
            "month", "payee_kind", "payee_code", "plan", "nth", "step", "item", "base", "rate", "amount", "note");

    private final PostingContext books;
    private final Explainer explainer;

    public ExplainedSteps(PostingContext books) {
        this.books = books;
        explainer = new Explainer(books);
    }

    /** Works the months of some payees out again and keeps every step but the entries; must run in a transaction. */
    public void write(YearMonth month, PayeeKind kind, Collection<String> payees) {
        payees.forEach(payee -> write(month, kind, payee));
    }

    private void write(YearMonth month, PayeeKind kind, String payee) {
        books.jdbc()
                .update(
                        "DELETE FROM explained_step WHERE month = ? AND payee_kind = ? AND payee_code = ?",
                        month.toString(),
                        kind.name(),
                        payee);
        var plans = books.jdbc()
                .queryForList(
                        "SELECT plan FROM account_month WHERE payee_code = ? AND origin_month = ? AND payee_kind = ? ORDER BY plan",
                        String.class,
                        payee,
                        month.toString(),
                        kind.name());
        var rows = new BulkRows("explained_step", COLUMNS);
        plans.stream()
                .filter(books.plans()::containsKey)
                .forEach(plan -> add(rows, new Account(plan, kind, payee), month));
        books.bulk().insertNew(rows);
    }

    private void add(BulkRows rows, Account account, YearMonth month) {
        long nth = 0;
        for (var step : explainer.explain(account, month).steps()) {
            if (step.kind() != Step.Kind.ENTRY && step.kind() != Step.Kind.CHECK) {
                rows.add(
                        month.toString(),
                        account.kind().name(),
                        account.code(),
                        account.plan(),
                        ++nth,
                        step.kind().name(),
                        step.item(),
                        step.base(),
                        step.rate(),
                        step.amount(),
                        step.note());
            }
        }
    }
}
