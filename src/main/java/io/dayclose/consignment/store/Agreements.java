package io.dayclose.consignment.store;

import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.carrier.Cycles;
import io.dayclose.consignment.Expectation;
import io.dayclose.consignment.Receivable;
import io.dayclose.text.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the company has agreed with its carriers, and where it is.
 *
 * @param carriers by code
 * @param zone the company's
 * @param language of what breaks say
 */
public record Agreements(Map<String, Carrier> carriers, ZoneId zone, String currency, Language language) {

    public Expectation expectation(String carrier) {
        return new Expectation(carrier, Optional.ofNullable(carriers.get(carrier)), zone, currency);
    }

    /** The first cycle that begins after a day. */
    String cycleAfter(String debtor, LocalDate lastDay) {
        var next = lastDay.plusDays(1);
        return expectation(debtor).agreement(next).cycles().of(next).name();
    }

    /** Cash stands in the later of the cycles of what was owed and of the statement that has paid it. */
    public String cycle(Receivable owed, String paid) {
        var home = home(owed);
        return Stream.of(home, paid)
                .filter(each -> !each.isEmpty())
                .max(Cycles.ORDER)
                .orElse("");
    }

    /** The cycle a receivable's own movements belong to: of its delivery, else of what became of it; none on its way. */
    public String home(Receivable item) {
        if (!item.due().cycle().isEmpty() || !item.isDue()) {
            return item.due().cycle();
        }
        var day = item.track().statusOn();
        return expectation(item.debtor()).agreement(day).cycles().of(day).name();
    }
}
