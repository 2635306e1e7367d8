package io.dayclose.commission;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanReader;
import io.dayclose.config.plan.PlanShapes;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.YamlFile;

/** Plans from their text, as they stand in a file. */
public final class Plans {
    private Plans() {}

    public static Plan plan(String versions) {
        var text = "plan: test\ntitle: Test\nkind: commission\nversions:\n" + versions;
        var problems = new Problems();
        var node = YamlFile.read("test.yml", text, problems).get(0);
        PlanShapes.PLAN.check(node, problems);
        var plan = new PlanReader(problems).read(node);
        if (problems.count() > 0) {
            throw new IllegalArgumentException(problems.sorted().toString());
        }
        return plan;
    }

    /** The one version of a plan that pays sellers by net amount at a rate, with whatever else it says. */
    static PlanVersion version(String rate, String... more) {
        var text = "  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: " + rate
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}\n";
        return plan(text).versions().get(0);
    }
}
