package io.dayclose.stock;

import io.dayclose.testing.Nights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds up the days of each shelf one by one, as somebody with a pencil would. */
final class DaysOfShelves {
    private static final String DAYS = """
            SELECT CONCAT_WS(' ', outlet_code, product_code), business_date, SUM(opening), SUM(closing), SUM(IF(ownership = 'CONSIGNED', closing, 0)),
                   SUM(received), SUM(sold), SUM(returned), SUM(transfer_in + GREATEST(adjusted, 0) + GREATEST(counted, 0)),
                   SUM(transfer_out + pulled_back + damaged + gifted + GREATEST(-adjusted, 0) + GREATEST(-counted, 0)),
                   COALESCE(MIN(IF(layers = '[]', NULL, SUBSTRING(layers, 4, 10))), 'null')
            FROM stock_day GROUP BY outlet_code, product_code, business_date""";

    private final Map<String, NavigableMap<LocalDate, Day>> shelves = new TreeMap<>();

    DaysOfShelves(Nights nights) {
        for (var line : nights.rows(DAYS)) {
            var words = line.split(" ");
            shelves.computeIfAbsent(words[0] + " " + words[1], any -> new TreeMap<>())
                    .put(LocalDate.parse(words[2]), Day.of(words));
        }
    }

    private record Day(
            long opening,
            long closing,
            long consigned,
            long received,
            long sold,
            long returned,
            long in,
            long out,
            String oldest) {
        static Day of(String... words) {
            return new Day(
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]),
                    Long.parseLong(words[5]),
                    Long.parseLong(words[6]),
                    Long.parseLong(words[7]),
                    Long.parseLong(words[8]),
                    Long.parseLong(words[9]),
                    Long.parseLong(words[10]),
                    words[11]);
        }

        boolean isEmpty() {
            return opening <= 0 && received + returned + in == 0;
        }
    }

    /** A line for each shelf on which anything had happened by then. */
    List<String> upTo(LocalDate date) {
        return shelves.entrySet().stream()
                .filter(shelf -> !shelf.getValue().firstKey().isAfter(date))
                .map(shelf -> shelf.getKey() + " " + figures(shelf.getValue(), date))
                .toList();
    }

    private static String figures(NavigableMap<LocalDate, Day> days, LocalDate date) {
        long[] month = new long[6];
        long sold28 = 0;
        LocalDate soldOn = null;
        for (var on = days.firstKey(); !on.isAfter(date); on = on.plusDays(1)) {
            var day = days.get(on);
            boolean counts = !on.isBefore(date.withDayOfMonth(1));
            if (counts) {
                month[5] += (day == null ? days.floorEntry(on).getValue().closing() <= 0 : day.isEmpty()) ? 1 : 0;
            }
            if (day != null) {
                sold28 += on.isAfter(date.minusDays(28)) ? day.sold() - day.returned() : 0;
                soldOn = day.sold() > 0 ? on : soldOn;
                long[] flows = {day.received(), day.sold(), day.returned(), day.in(), day.out()};
                for (int i = 0; counts && i < flows.length; i++) {
                    month[i] += flows[i];
                }
            }
        }
        var last = days.floorEntry(date).getValue();
        return "%d %d %d %d %d %d %d %d %d %s %s"
                .formatted(
                        last.closing(),
                        last.consigned(),
                        month[0],
                        month[1],
                        month[2],
                        month[3],
                        month[4],
                        month[5],
                        sold28,
                        soldOn,
                        last.oldest());
    }
}
