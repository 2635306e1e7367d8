package io.dayclose.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All master data in memory, looked up by code and business date. Codes compare exactly. */
public final class Organisation {
    private final Map<String, Map<String, Dated<Object>>> feeds = new HashMap<>();

    public void put(String feed, String code, LocalDate validFrom, Object row) {
        feeds.computeIfAbsent(feed, any -> new HashMap<>())
                .computeIfAbsent(code, any -> new Dated<>())
                .put(validFrom, row);
    }

    /** The row of a master feed that counts on a date. */
    public Optional<Object> find(String feed, String code, LocalDate date) {
        var dated = feeds.getOrDefault(feed, Map.of()).get(code);
        return dated == null ? Optional.empty() : dated.at(date);
    }

    /** The rows of a code, by the day each begins to count. */
    public Map<LocalDate, Object> history(String feed, String code) {
        var dated = feeds.getOrDefault(feed, Map.of()).get(code);
        return dated == null ? Map.of() : dated.rows();
    }

    /** All codes of a master feed, on whatever date, in order. */
    public Collection<String> codes(String feed) {
        return new TreeSet<>(feeds.getOrDefault(feed, Map.of()).keySet());
    }

    /** Whether a code exists at all, on whatever date. */
    public boolean knows(String feed, String code) {
        return feeds.getOrDefault(feed, Map.of()).containsKey(code);
    }

    public Optional<Outlet> outlet(String code, LocalDate date) {
        return find("outlet", code, date).map(Outlet.class::cast);
    }

    public Optional<Person> person(String code, LocalDate date) {
        return find("person", code, date).map(Person.class::cast);
    }

    public Optional<Product> product(String code, LocalDate date) {
        return find("product", code, date).map(Product.class::cast);
    }

    public Optional<Dealer> dealer(String code, LocalDate date) {
        return find("dealer", code, date).map(Dealer.class::cast);
    }
}
