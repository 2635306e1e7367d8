package io.dayclose.inquiry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a night came to, as its summary tells it; amounts are in the company's currency. */
public final class NightFigures {
    private final JdbcClient jdbc;
    private final LocalDate night;

    public NightFigures(JdbcTemplate jdbc, LocalDate night) {
        this.jdbc = JdbcClient.create(jdbc);
        this.night = night;
    }

    /** The day's sales; discounts are those of whole documents. */
    public record Sales(BigDecimal gross, BigDecimal returned, BigDecimal discounts) {
        public BigDecimal net() {
            return gross.subtract(returned);
        }
    }

    public Sales sales() {
        return ofNight("night-sales").query(Sales.class).single();
    }

    /** Lines that master data would not let in any more: why, and the code of what is at fault. */
    public record Unaccepted(String reason, String code, long number, BigDecimal amount) {}

    /** Those with the most lines first. */
    public List<Unaccepted> unaccepted() {
        return ofNight("night-unaccepted").query(Unaccepted.class).list();
    }

    /** A decision of two people, and what of it could not be done any more. */
    public record Lapsed(String decisionId, String kind, String outcome) {}

    public List<Lapsed> lapsed() {
        return ofNight("night-lapsed").query(Lapsed.class).list();
    }

    /** What others owe now, what of their money waits in suspense, and how many breaks are open. */
    public record Owed(BigDecimal open, BigDecimal waiting, long breaks) {}

    public Owed owed() {
        return jdbc.sql(InquirySql.of("owed-now")).query(Owed.class).single();
    }

    /** Workbooks, and mails with them that were sent and that were not. */
    public record Mails(long books, long sent, long unsent) {}

    public Mails mails() {
        return ofNight("night-mails").query(Mails.class).single();
    }

    /** The months that a job's run for this date has closed, oldest first. */
    public List<YearMonth> closed(String job) {
        return ofNight("months-closed").param("job", job).query(String.class).list().stream()
                .map(YearMonth::parse)
                .toList();
    }

    /** The number of a job's last run for this date. */
    public Optional<Long> lastRun(String job) {
        return ofNight("last-run").param("job", job).query(Long.class).optional();
    }

    /** One place of a voucher, with the fault in the words of its columns, and how many places there are in all. */
    public record NewVoucher(
            String source, long line, String reason, String columnName, String value, String expected, long number) {}

    /** The first places of what the night returned and refused and is still open. */
    public List<NewVoucher> newVouchers(int first) {
        return ofNight("new-vouchers")
                .param("first", first)
                .query(NewVoucher.class)
                .list();
    }

    private StatementSpec ofNight(String query) {
        return jdbc.sql(InquirySql.of(query)).param("date", night);
    }
}
