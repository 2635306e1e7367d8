package io.dayclose.intake.past;

import io.dayclose.intake.check.Presence;
import io.dayclose.organisation.Dealer;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is absent now on days on which he was with us before: two states of master data, compared. Pure. */
final class Absences {
    private final Organisation before;
    private final Organisation now;
    private final LocalDate last;

    /** @param last the last day that is compared */
    Absences(Organisation before, Organisation now, LocalDate last) {
        this.before = before;
        this.now = now;
        this.last = last;
    }

    /** The absences of some people, of those who have any. */
    Map<String, List<Absence>> ofSellers(Collection<String> changed) {
        var then = new Presence(before);
        var today = new Presence(now);
        var found = new HashMap<String, List<Absence>>();
        for (var code : changed) {
            if (before.knows("person", code)) {
                add(
                        found,
                        code,
                        Absence.between(
                                edgesOfPerson(code),
                                day -> then.ofSeller(code, day),
                                day -> today.ofSeller(code, day),
                                last));
            }
        }
        return found;
    }

    /** Days on which outlets were closed or their dealers without a contract, of the outlets and dealers that have changed. */
    Map<String, List<Absence>> ofOutlets(Collection<String> changed, Collection<String> changedDealers) {
        var then = new Presence(before);
        var today = new Presence(now);
        var found = new HashMap<String, List<Absence>>();
        for (var code : touched(changed, Set.copyOf(changedDealers))) {
            add(
                    found,
                    code,
                    Absence.between(
                            edgesOfOutlet(code),
                            day -> then.ofOutlet(code, day),
                            day -> today.ofOutlet(code, day),
                            last));
        }
        return found;
    }

    private static void add(Map<String, List<Absence>> found, String code, List<Absence> absences) {
        if (!absences.isEmpty()) {
            found.put(code, absences);
        }
    }

    /** Those that were known before and have changed themselves, or whose dealer has. */
    private Set<String> touched(Collection<String> changed, Set<String> dealers) {
        var outlets = new HashSet<>(changed);
        if (!dealers.isEmpty()) {
            before.codes("outlet").stream()
                    .filter(code -> dealersOf(code).anyMatch(dealers::contains))
                    .forEach(outlets::add);
        }
        outlets.removeIf(code -> !before.knows("outlet", code));
        return outlets;
    }

    private Stream<String> dealersOf(String outlet) {
        return rows("outlet", outlet, Outlet.class).map(Outlet::dealer).filter(Objects::nonNull);
    }

    private Set<LocalDate> edgesOfPerson(String code) {
        return edges(
                starts("person", code),
                rows("person", code, Person.class).flatMap(each -> edges(each.joinedOn(), each.leftOn())));
    }

    private Set<LocalDate> edgesOfOutlet(String code) {
        var own = rows("outlet", code, Outlet.class).flatMap(each -> edges(each.openedOn(), each.closedOn()));
        var contracts = dealersOf(code)
                .distinct()
                .flatMap(dealer -> Stream.concat(
                        starts("dealer", dealer),
                        rows("dealer", dealer, Dealer.class)
                                .flatMap(each -> edges(each.contractFrom(), each.contractTo()))));
        return edges(starts("outlet", code), Stream.concat(own, contracts));
    }

    private static Set<LocalDate> edges(Stream<LocalDate> starts, Stream<LocalDate> others) {
        return Stream.concat(starts, others).collect(Collectors.toSet());
    }

    /** The first day of a span and the first one after it. */
    private static Stream<LocalDate> edges(@Nullable LocalDate first, @Nullable LocalDate last) {
        return Stream.of(Stream.ofNullable(first), Stream.ofNullable(last).map(day -> day.plusDays(1)))
                .flatMap(each -> each);
    }

    private Stream<LocalDate> starts(String feed, String code) {
        return Stream.of(before, now).flatMap(each -> each.history(feed, code).keySet().stream());
    }

    private <T> Stream<T> rows(String feed, String code, Class<T> kind) {
        return Stream.of(before, now)
                .flatMap(each -> each.history(feed, code).values().stream())
                .map(kind::cast);
    }
}
