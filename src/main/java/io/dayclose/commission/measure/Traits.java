package io.dayclose.commission.measure;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
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
        var outlet = organisation.outlet(code, date);
        return asked(Map.of(
                Trait.OUTLET,
                code,
                Trait.CHANNEL,
                outlet.map(Outlet::channel).orElse(""),
                Trait.BRANCH,
                outlet.map(Outlet::branch).orElse("")));
    }

    Map<Trait, String> ofSeller(String code) {
        var role = organisation.person(code, date).map(Person::role);
        return asked(Map.of(Trait.ROLE, role.orElse("")));
    }

    Map<Trait, String> ofProduct(String code) {
        var product = organisation.product(code, date).orElse(Product.unknown(code));
        return asked(Map.of(
                Trait.PRODUCT,
                code,
                Trait.CATEGORY,
                product.category(),
                Trait.MANUFACTURER,
                product.manufacturer(),
                Trait.PRODUCT_KIND,
                product.kind()));
    }

    private Map<Trait, String> asked(Map<Trait, String> known) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        asked.forEach(trait -> {
            if (known.containsKey(trait)) {
                traits.put(trait, known.get(trait));
            }
        });
        return traits;
    }
}
