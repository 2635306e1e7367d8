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

    /** The decimals of a cost. */
    private static final int COST = 8;

    private static final Known NOBODY = new Known(Map.of(), null, null, NO_COST);

    private final LocalDate date;
    private final Crediting crediting;
    private final Organisation organisation;
    private final Traits traits;
    private final Lookup outlets = new Lookup(this::lookUpOutlet);
    private final Lookup sellers = new Lookup(this::lookUpSeller);
    private final Lookup products = new Lookup(this::lookUpProduct);
    private final Map<Payee, Map<String, Payable>> payables = new EnumMap<>(Payee.class);
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

    /** Somebody who can be paid, numbered among those of his kind in the order they are met. */
    record Payable(String code, int number) {}

    /** What is known of a code on the day: what plans ask of it, who it is, whom it brings in, and of a product its cost. */
    private record Known(
            Map<Trait, String> traits,
            @Nullable Payable own,
            @Nullable Payable brought,
            long cost) {}

    /** Finds what is known of codes; lines that follow each other often have the same. */
    private static final class Lookup {
        private final Function<String, Known> lookUp;
        private final Map<String, Known> all = new HashMap<>();
        private String lastCode = "";
        private Known last = NOBODY;

        Lookup(Function<String, Known> lookUp) {
            this.lookUp = lookUp;
        }

        Known of(@Nullable String code) {
            if (code == null) {
                return NOBODY;
            }
            if (!code.equals(lastCode)) {
                last = all.computeIfAbsent(code, lookUp);
                lastCode = code;
            }
            return last;
        }
    }

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
        var seller = sellers.of(place.seller());
        var kind = new Kind(
                outlets.of(place.outlet()).traits(),
                seller.traits(),
                products.of(place.product()).traits());
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
    Payable payee(SoldLine.Place place, Payee kind) {
        return switch (kind) {
            case DEALER -> outlets.of(place.outlet()).brought();
            case OUTLET -> outlets.of(place.outlet()).own();
            case SELLER -> sellers.of(place.seller()).own();
            case MANAGER -> sellers.of(place.seller()).brought();
        };
    }

    /** A line as the rules see it, one by one. */
    Line line(SoldLine line) {
        var place = line.place();
        var payees = new EnumMap<Payee, String>(Payee.class);
        for (var kind : Payee.values()) {
            var payee = payee(place, kind);
            if (payee != null) {
                payees.put(kind, payee.code());
            }
        }
        long cost = cost(place.product());
        var worth = new Line.Worth(
                BigDecimal.valueOf(line.fen(), 2), line.quantity(), cost < 0 ? null : BigDecimal.valueOf(cost, COST));
        var all = all(new Kind(
                outlets.of(place.outlet()).traits(),
                sellers.of(place.seller()).traits(),
                products.of(place.product()).traits()));
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

    /** Of one piece in hundred-millionths of the currency, negative when it is not known. */
    long cost(String product) {
        return products.of(product).cost();
    }

    private Known lookUpOutlet(String code) {
        var dealer = organisation.outlet(code, date).map(Outlet::dealer);
        return new Known(
                once(traits.ofOutlet(code)),
                payable(Payee.OUTLET, code),
                dealer.map(each -> payable(Payee.DEALER, each)).orElse(null),
                NO_COST);
    }

    private Known lookUpSeller(String code) {
        var manager = organisation.person(code, date).map(Person::manager);
        return new Known(
                once(traits.ofSeller(code)),
                payable(Payee.SELLER, code),
                manager.map(each -> payable(Payee.MANAGER, each)).orElse(null),
                NO_COST);
    }

    private Payable payable(Payee kind, String code) {
        var known = payables.computeIfAbsent(kind, any -> new HashMap<>());
        return known.computeIfAbsent(code, any -> new Payable(code, known.size()));
    }

    private Known lookUpProduct(String code) {
        long cost = organisation
                .product(code, date)
                .flatMap(Product::standardCost)
                .map(each -> each.movePointRight(COST).longValueExact())
                .orElse(NO_COST);
        return new Known(once(traits.ofProduct(code)), null, null, cost);
    }

    private Map<Trait, String> once(Map<Trait, String> found) {
        return alike.computeIfAbsent(found, any -> found);
    }

    /** What plans ask of a product, to name a line that none of them pays. */
    String category(String product) {
        return organisation.product(product, date).map(Product::category).orElse("");
    }
}
