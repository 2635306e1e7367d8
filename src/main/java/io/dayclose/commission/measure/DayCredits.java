package io.dayclose.commission.measure;

import io.dayclose.commission.Crediting;
import io.dayclose.commission.Crediting.Match;
import io.dayclose.commission.Line;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import io.dayclose.organisation.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is paid for a line of one day under which plans, by the master data of that day. */
final class DayCredits {
    private static final long NO_COST = -1;
    private static final Known NOBODY = new Known(Map.of(), Map.of(), NO_COST);

    private final LocalDate date;
    private final Crediting crediting;
    private final Organisation organisation;
    private final Traits traits;
    private final Map<String, Known> outlets = new HashMap<>();
    private final Map<String, Known> sellers = new HashMap<>();
    private final Map<String, Known> products = new HashMap<>();
    private final Map<Map<Trait, String>, Map<Trait, String>> alike = new HashMap<>();
    private final Map<Kind, List<Match>> matches = new HashMap<>();

    /** On one day a plan has one version in force, so one match serves all kinds of lines. */
    private final Map<String, Match> ofPlan = new HashMap<>();

    DayCredits(Collection<Plan> plans, Organisation organisation, LocalDate date) {
        this.date = date;
        this.organisation = organisation;
        crediting = new Crediting(plans);
        traits = new Traits(plans, organisation, date);
    }

    /** What is known of a code on the day: what plans ask of it, whom it brings in, and of a product its cost. */
    private record Known(Map<Trait, String> traits, Map<Payee, String> payees, long cost) {}

    /** Lines of one kind are paid by the same plans; told apart by identity, because equal traits are kept once. */
    private record Kind(Map<Trait, String> outlet, Map<Trait, String> seller, Map<Trait, String> product) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Kind kind
                    && kind.outlet == outlet
                    && kind.seller == seller
                    && kind.product == product;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(outlet) * 961
                    + System.identityHashCode(seller) * 31
                    + System.identityHashCode(product);
        }
    }

    LocalDate date() {
        return date;
    }

    /** The plans that pay a line; the same list for lines that are alike. */
    List<Match> matches(SoldLine.Place place) {
        var seller = seller(place.seller());
        var kind = new Kind(
                outlet(place.outlet()).traits(),
                seller.traits(),
                product(place.product()).traits());
        var found = matches.get(kind);
        if (found == null) {
            found = crediting.matches(date, all(kind)).stream()
                    .map(match -> ofPlan.computeIfAbsent(match.plan().name(), any -> match))
                    .toList();
            matches.put(kind, found);
        }
        return found;
    }

    private static EnumMap<Trait, String> all(Kind kind) {
        var all = new EnumMap<Trait, String>(Trait.class);
        all.putAll(kind.outlet());
        all.putAll(kind.seller());
        all.putAll(kind.product());
        return all;
    }

    /** Who is paid as a kind of payee, null when there is nobody. */
    @Nullable
    String payee(SoldLine.Place place, Payee kind) {
        return switch (kind) {
            case DEALER -> outlet(place.outlet()).payees().get(kind);
            case OUTLET -> place.outlet();
            case SELLER -> place.seller();
            case MANAGER -> seller(place.seller()).payees().get(kind);
        };
    }

    /** A line as the rules see it, one by one. */
    Line line(SoldLine line) {
        var place = line.place();
        var payees = new EnumMap<Payee, String>(Payee.class);
        for (var kind : Payee.values()) {
            var payee = payee(place, kind);
            if (payee != null) {
                payees.put(kind, payee);
            }
        }
        long cost = cost(place.product());
        var worth = new Line.Worth(
                BigDecimal.valueOf(line.fen(), 2), line.quantity(), cost < 0 ? null : BigDecimal.valueOf(cost, 4));
        var all = all(new Kind(
                outlet(place.outlet()).traits(),
                seller(place.seller()).traits(),
                product(place.product()).traits()));
        all.put(Trait.OUTLET, place.outlet());
        all.put(Trait.PRODUCT, place.product());
        return new Line(
                key(line.key()),
                date,
                line.isReturn(),
                Optional.ofNullable(line.original()).map(DayCredits::key),
                worth,
                line.serial(),
                all,
                payees);
    }

    private static Line.Key key(SoldLine.Key key) {
        return new Line.Key(key.document(), key.number());
    }

    /** Of one piece in ten thousandths of the currency, negative when it is not known. */
    long cost(String product) {
        return product(product).cost();
    }

    private Known outlet(String code) {
        return known(outlets, code, this::lookUpOutlet);
    }

    private Known seller(@Nullable String code) {
        return code == null ? NOBODY : known(sellers, code, this::lookUpSeller);
    }

    private Known product(String code) {
        return known(products, code, this::lookUpProduct);
    }

    private static Known known(Map<String, Known> all, String code, Function<String, Known> lookUp) {
        var known = all.get(code);
        return known == null ? all.computeIfAbsent(code, lookUp) : known;
    }

    private Known lookUpOutlet(String code) {
        var dealer = organisation.outlet(code, date).map(Outlet::dealer);
        return bringing(Payee.DEALER, dealer, traits.ofOutlet(code));
    }

    private Known lookUpSeller(String code) {
        var manager = organisation.person(code, date).map(Person::manager);
        return bringing(Payee.MANAGER, manager, traits.ofSeller(code));
    }

    private Known bringing(Payee kind, Optional<String> payee, Map<Trait, String> like) {
        return new Known(once(like), payee.map(code -> Map.of(kind, code)).orElse(Map.of()), NO_COST);
    }

    private Known lookUpProduct(String code) {
        long cost = organisation
                .product(code, date)
                .flatMap(Product::standardCost)
                .map(each -> each.movePointRight(4).longValueExact())
                .orElse(NO_COST);
        return new Known(once(traits.ofProduct(code)), Map.of(), cost);
    }

    private Map<Trait, String> once(Map<Trait, String> found) {
        return alike.computeIfAbsent(found, any -> found);
    }

    /** What plans ask of a product, to name a line that none of them pays. */
    String category(String product) {
        return organisation.product(product, date).map(Product::category).orElse("");
    }
}
