package io.dayclose.agree;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** One figure, one meaning: whatever stands in two workbooks, in {@code show} or in the payout list is the same. */
public final class Agreement {
    private final List<Compared> all;

    public Agreement(Path home, LocalDate date, String company, JdbcTemplate jdbc) {
        var books = new Books(home, date);
        all = List.of(new SalesAgreement(books, company, jdbc), new MoneyAgreement(books, company, jdbc));
    }

    /** Of a date that was revised: {@code show} tells stock and commission as they are known today. */
    public Agreement ofWorkbooksAlone() {
        all.forEach(Compared::leaveShowOut);
        return this;
    }

    /** What does not agree, with every place and figure. */
    public List<String> differences() {
        return all.stream().flatMap(each -> each.differences().stream()).toList();
    }

    /** How many figures were held against others; asked after the differences. */
    public int compared() {
        return all.stream().mapToInt(Compared::compared).sum();
    }

    public int workbooks() {
        return all.get(0).books.count();
    }
}
