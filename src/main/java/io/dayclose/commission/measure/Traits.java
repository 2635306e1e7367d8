package io.dayclose.commission.measure;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Product;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What lines are like, as far as plans ask: lines alike in it are paid alike, so that few kinds of lines are looked up. */
final class Traits {
    private final Set<Trait> asked = EnumSet.noneOf(Trait.class);
    private final Organisation organisation;
    private final LocalDate date;

    Traits(Collection<Plan> plans, Organisation organisation, LocalDate date) {
        this.organisation = organisation;
        this.date = date;
        plans.forEach(plan -> plan.versions()
                .forEach(version -> asked.addAll(version.appliesTo().keySet())));
    }

    Map<Trait, String> ofOutlet(String code) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        put(traits, Trait.OUTLET, code);
        organisation.outlet(code, date).ifPresent(outlet -> ofOutlet(outlet, traits));
        return traits;
    }

    private void ofOutlet(Outlet outlet, Map<Trait, String> traits) {
        put(traits, Trait.CHANNEL, outlet.channel());
        put(traits, Trait.BRANCH, outlet.branch());
    }

    Map<Trait, String> ofSeller(String code) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        organisation.person(code, date).ifPresent(person -> put(traits, Trait.ROLE, person.role()));
        return traits;
    }

    Map<Trait, String> ofProduct(String code) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        put(traits, Trait.PRODUCT, code);
        organisation.product(code, date).ifPresent(product -> ofProduct(product, traits));
        return traits;
    }

    private void ofProduct(Product product, Map<Trait, String> traits) {
        put(traits, Trait.CATEGORY, product.category());
        put(traits, Trait.MANUFACTURER, product.manufacturer());
        put(traits, Trait.PRODUCT_KIND, product.kind());
    }

    private void put(Map<Trait, String> traits, Trait trait, String value) {
        if (asked.contains(trait)) {
            traits.put(trait, value);
        }
    }
}
