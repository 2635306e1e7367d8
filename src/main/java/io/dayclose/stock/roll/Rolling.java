package io.dayclose.stock.roll;

import io.dayclose.stock.Ownership;
import io.dayclose.stock.roll.RolledRows.Done;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rolls cells over the days that were asked for. It reads nothing and writes nothing, so it goes on while others write.
 *
 * @param counting the first day whose net sales cells keep
 */
record Rolling(Map<ItemDay.Of, DayFacts> facts, LocalDate counting) {

    /** A cell and the days of it to roll. */
    record Stretch(Place place, ItemState standing, List<LocalDate> dates) {
        static Stretch of(Place place, LocalDate from, ItemState standing) {
            if (standing.later().isEmpty()) {
                return new Stretch(place, standing, List.of(from));
            }
            var dates = new TreeSet<>(standing.later().keySet());
            dates.add(from);
            return new Stretch(place, standing, List.copyOf(dates));
        }

        /** The day that was asked for. */
        ItemDay.Of first() {
            return new ItemDay.Of(dates.get(0), place);
        }

        /** What is to be said of a day of which no more was read. */
        DayFacts plain(LocalDate date) {
            var facts = new DayFacts();
            if (standing.sums() != null && date.equals(dates.get(0))) {
                facts.soldInAll(standing.sums().sold());
            }
            return facts;
        }

        Stream<ItemDay.Of> days() {
            return dates.stream().map(date -> new ItemDay.Of(date, place));
        }

        boolean holdsOurs() {
            var ours = standing.cell().shelf(Ownership.CONSIGNED);
            return ours.closing() != 0 || standing.later().values().stream().anyMatch(day -> day.consigned() != null);
        }
    }

    /** @param sent the days on which goods were sent on from another layer than before */
    record Rolled(RolledRows rows, List<ItemDay.Of> sent) {}

    /** Ready to be written. */
    Rolled roll(List<Stretch> stretches) {
        var rolled = new Rolled(new RolledRows(), new ArrayList<>());
        stretches.forEach(each -> roll(each, rolled));
        rolled.rows().encode();
        return rolled;
    }

    private void roll(Stretch stretch, Rolled rolled) {
        var cell = stretch.standing().cell();
        var running = stretch.standing().before();
        long sold28 = stretch.standing().sold28();
        for (var on : stretch.days().toList()) {
            var known = facts.get(on);
            var said = known == null ? stretch.plain(on.date()) : known;
            var day = cell.roll(on.date(), said.events());
            var before = stretch.standing().later().get(on.date());
            var previous = running.on();
            running = running.next(day, cell.closing());
            sold28 += on.date().isBefore(counting) ? 0 : day.sold() - (before == null ? 0 : before.sold());
            boolean kept = before != null && before.consigned() != null;
            rolled.rows().day(new Done(stretch.place(), day, previous, running, kept), cell);
            if (said.isSentOn() && !Objects.equals(day.takenFrom(), before == null ? null : before.takenFrom())) {
                rolled.sent().add(on);
            }
        }
        rolled.rows().now(stretch.place(), cell, running, sold28);
    }
}
