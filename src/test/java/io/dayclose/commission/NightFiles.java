package io.dayclose.commission;

import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The records that come in night by night, by feed. */
final class NightFiles {
    private static final Map<String, String> HEADERS = Map.of(
            "branch", "branch_code,name\n",
            "dealer", "dealer_code,name,branch_code\n",
            "outlet", "outlet_code,valid_from,name,branch_code,channel,dealer_code,opened_on,closed_on\n",
            "person", "person_code,valid_from,name,branch_code,outlet_code,role,manager_code\n",
            "product", "product_code,valid_from,name,category,manufacturer,standard_cost,serialised,kind\n",
            "sale", TestHome.SALE_HEADER,
            "warranty_card", "serial_no,returned_on\n");

    private final Map<LocalDate, Map<String, List<String>>> nights = new TreeMap<>();

    static String[] feeds() {
        return HEADERS.keySet().toArray(String[]::new);
    }

    void add(LocalDate night, String feed, String row) {
        nights.computeIfAbsent(night, any -> new TreeMap<>())
                .computeIfAbsent(feed, any -> new ArrayList<>())
                .add(row);
    }

    /** Puts the files of a night into the inbox. */
    void deliver(TestHome home, LocalDate night) {
        nights.getOrDefault(night, Map.of())
                .forEach((feed, rows) -> home.write(
                        "inbox/%s-%s.csv".formatted(feed, night), HEADERS.get(feed) + String.join("\n", rows) + "\n"));
    }

    /** How many records of a feed have come by a night, corrections and cancellations counted. */
    long count(String feed, LocalDate last) {
        return nights.entrySet().stream()
                .filter(night -> !night.getKey().isAfter(last))
                .mapToLong(
                        night -> night.getValue().getOrDefault(feed, List.of()).size())
                .sum();
    }
}
