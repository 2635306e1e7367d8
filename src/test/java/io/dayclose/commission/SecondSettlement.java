package io.dayclose.commission;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each payee is settled with at the close of a month, from what the second calculation says is payable: all of the
 * month itself, and of closed months what was posted in it, from their last settlement up to its last night.
 */
final class SecondSettlement {
    /** Payable by payee and origin month, as last settled. */
    private final Map<String, Map<YearMonth, BigDecimal>> settled = new HashMap<>();

    /** The same as the last month ended. */
    private Map<String, Map<YearMonth, BigDecimal>> monthEnd = new HashMap<>();

    private final Map<String, BigDecimal> carried = new HashMap<>();

    void monthEnds(Map<String, Map<YearMonth, BigDecimal>> payable) {
        monthEnd = payable;
    }

    /** Opening, payable, net, paid and carried of each payee; those with nothing are left out. */
    Map<String, String> settle(YearMonth month, Map<String, Map<YearMonth, BigDecimal>> payable) {
        var lines = new TreeMap<String, String>();
        var payees = new TreeMap<>(payable);
        payees.putAll(monthEnd);
        settled.forEach(payees::putIfAbsent);
        for (var payee : payees.keySet()) {
            var now = new HashMap<>(monthEnd.getOrDefault(payee, Map.of()));
            now.keySet().removeIf(origin -> !origin.isBefore(month));
            now.merge(
                    month, payable.getOrDefault(payee, Map.of()).getOrDefault(month, BigDecimal.ZERO), BigDecimal::add);
            var posted = sum(now).subtract(sum(settled.getOrDefault(payee, Map.of())));
            var line = line(payee, posted);
            if (!line.matches("[0. ]+")) {
                lines.put(month + " " + payee, line);
            }
            settled.put(payee, now);
        }
        return lines;
    }

    private String line(String payee, BigDecimal posted) {
        var opening = carried.getOrDefault(payee, BigDecimal.ZERO);
        var net = opening.add(posted);
        var paid = net.max(BigDecimal.ZERO);
        carried.put(payee, net.subtract(paid));
        return "%.2f %.2f %.2f %.2f %.2f".formatted(opening, posted, net, paid, net.subtract(paid));
    }

    private static BigDecimal sum(Map<YearMonth, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
