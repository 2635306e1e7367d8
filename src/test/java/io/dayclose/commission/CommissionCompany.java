package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.approval.Answer;
import io.dayclose.approval.Decisions;
import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.Optional;

/** A small company with plans, and nights that must pass. */
abstract class CommissionCompany extends CompanyNights {

    @Override
    protected TestHome prepared(TestHome company) {
        return company.feeds("warranty_card", "deposit_movement", "consignment_settlement", "receipt");
    }

    /** A plan of one version, or of more when the text goes on with them. */
    protected void plan(String name, String version) {
        home.plan(name, version);
    }

    protected void night(String date, String... lines) {
        home.sales("sale-" + date + ".csv", lines);
        assertThat(nights.run(date).problems()).isEmpty();
    }

    protected static String sale(String doc, String date, String amount) {
        return doc + ",1,SALE," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",,,,";
    }

    protected static String back(String doc, String date, String amount, String original) {
        return doc + ",1,RETURN," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",," + original + ",1,";
    }

    protected static final String TEN_PERCENT =
            "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}";

    /** Takes a plan's file away. */
    protected void removePlan(String name) {
        try {
            Files.delete(home.folder().resolve("jobs-config/plans/" + name + ".yml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The days up to a date pass without a sale. */
    protected void quietUntil(String date) {
        engine.work().jdbc().update("INSERT INTO business_day VALUES (?, 0, '2026-01-01', '')", date);
    }

    /** Closes a month although not each of its days has been run. */
    protected boolean closeMonth(String month) {
        return books().closeMonth(
                        new MonthClose.Request(YearMonth.parse(month), true, Optional.of("quiet days"), "wang", 0));
    }

    protected BookOperations books() {
        return new BookOperations(engine.work(), engine.transactions());
    }

    /** One proposes, another approves. */
    protected void decide(Decisions.Proposal proposal) {
        var now = engine.work().now();
        var id = books().decisions().propose(proposal, new Decisions.Voice("wang", now, "agreed"));
        books().answer(id, Answer.APPROVE, new Decisions.Voice("li", now, "agreed"));
    }
}
