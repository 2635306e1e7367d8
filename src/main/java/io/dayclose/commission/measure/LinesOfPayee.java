package io.dayclose.commission.measure;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Line;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads again, line by line, whatever may count for a payee's month: sales, discounts, their returns, and returns by themselves. */
public final class LinesOfPayee {
    private final JdbcTemplate jdbc;
    private final PlanRules rules;
    private final SoldLines lines;
    private final Map<LocalDate, DayCredits> credits = new HashMap<>();

    public LinesOfPayee(JdbcTemplate jdbc, PlanRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
        lines = new SoldLines(jdbc);
    }

    /** The lines, and which of them are returns that came after the month was closed. */
    public record Found(List<Line> lines, Set<Line.Key> afterClose) {}

    public Found of(Account account, YearMonth month) {
        var own = lines.ofOutlets(outlets(account, month), month).stream()
                .filter(line -> !line.line().isVoid())
                .toList();
        var sales = own.stream()
                .filter(line -> !line.line().isReturn() && !line.line().isShare())
                .toList();
        var shares = own.stream().filter(line -> line.line().isShare()).toList();
        var loose = own.stream()
                .filter(line -> line.line().isReturn() && line.line().original() == null)
                .toList();
        var returns =
                lines.returnsOf(sales.stream().map(line -> line.line().key()).collect(Collectors.toSet()));
        var all = new ArrayList<Line>();
        List.of(sales, shares, loose, returns)
                .forEach(
                        some -> some.forEach(line -> all.add(credits(line.day()).line(line.line()))));
        return new Found(all, afterClose(returns, month));
    }

    private DayCredits credits(LocalDate day) {
        return credits.computeIfAbsent(day, rules::credits);
    }

    private Set<Line.Key> afterClose(List<SoldLines.Dated> returns, YearMonth month) {
        var firsts = lines.firstTaken(returns.stream()
                .map(SoldLines.Dated::line)
                .filter(line -> line.origin().version() > 1)
                .toList());
        return returns.stream()
                .map(SoldLines.Dated::line)
                .filter(line -> rules.isAfterClose(
                        month, firsts.getOrDefault(line.key(), line.origin().taken())))
                .map(line -> new Line.Key(line.key().document(), line.key().number()))
                .collect(Collectors.toSet());
    }

    /** Where somebody could have sold for the payee. */
    private Collection<String> outlets(Account account, YearMonth month) {
        if (account.kind() == PayeeKind.OUTLET) {
            return List.of(account.code());
        }
        if (account.kind() == PayeeKind.DEALER) {
            return codes(
                    "outlet",
                    month,
                    day -> code -> rules.organisation().outlet(code, day).map(Outlet::dealer),
                    account.code());
        }
        var sellers = new TreeSet<>(codes(
                "person",
                month,
                day -> code -> rules.organisation().person(code, day).map(Person::manager),
                account.code()));
        sellers.add(account.code());
        return new NamedParameterJdbcTemplate(jdbc)
                .queryForList(
                        "SELECT DISTINCT outlet_code FROM seller_day WHERE business_date BETWEEN :from AND :to AND seller_code IN (:sellers)",
                        Map.of("from", month.atDay(1), "to", month.atEndOfMonth(), "sellers", sellers),
                        String.class);
    }

    /** The codes of a master feed that belong to the payee on any day of the month. */
    private Collection<String> codes(
            String feed,
            YearMonth month,
            Function<LocalDate, Function<String, Optional<@Nullable String>>> owner,
            String payee) {
        var days = month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(owner)
                .toList();
        return rules.organisation().codes(feed).stream()
                .filter(code -> days.stream()
                        .anyMatch(day -> day.apply(code).filter(payee::equals).isPresent()))
                .toList();
    }

    /** When the cards of some lines came back, as the facts say now. */
    public Map<String, LocalDate> cards(Collection<Line> some) {
        var found = new HashMap<String, LocalDate>();
        var serials = some.stream().map(Line::serial).filter(Objects::nonNull).collect(Collectors.toSet());
        SoldLines.inParts(
                serials, part -> new NamedParameterJdbcTemplate(jdbc).query("""
                SELECT serial_no, returned_on FROM current_warranty_card WHERE serial_no IN (:serials)""", Map.of("serials", part), row -> {
                    found.put(row.getString(1), row.getObject(2, LocalDate.class));
                }));
        return found;
    }
}
