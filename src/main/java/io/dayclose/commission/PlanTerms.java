package io.dayclose.commission;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a version of a plan says, as one text that only changes when what it pays changes: not with the order of keys, zeros
 * after the point, a title or a later release of the program.
 */
public final class PlanTerms {
    private PlanTerms() {}

    public static String of(Plan plan, PlanVersion version) {
        var terms = new TreeMap<String, Object>();
        terms.put("kind", plan.kind());
        terms.put(
                "shares",
                version.shares().stream()
                        .map(share -> share.payee() + " " + share.percent())
                        .sorted()
                        .toList());
        version.appliesTo()
                .forEach((trait, words) ->
                        terms.put("applies " + trait, words.stream().sorted().toList()));
        version.measure().ifPresent(measure -> terms.put("measure", measure));
        terms.put("rate", rate(version.rate()));
        version.minimum().forEach((measure, least) -> terms.put("minimum " + measure, plain(least)));
        version.cap().ifPresent(cap -> terms.put("cap", plain(cap)));
        gates(terms, version.gates());
        version.returns().windowDays().ifPresent(days -> terms.put("window", days));
        terms.put("after close", version.returns().afterClose());
        version.exclusive().ifPresent(only -> terms.put("exclusive", only.group() + " " + only.priority()));
        return terms.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void gates(TreeMap<String, Object> terms, PlanVersion.Gates gates) {
        gates.ofLines()
                .forEach(gate ->
                        terms.put("gate " + gate.kind(), gate.days() + (gate.forfeits() ? " forfeit" : " release")));
        gates.ofPayees().forEach(gate -> terms.put("gate " + gate, ""));
    }

    private static String rate(Rate rate) {
        if (rate instanceof Rate.Percent percent) {
            return "percent " + plain(percent.percent());
        }
        if (rate instanceof Rate.PerUnit perUnit) {
            return "per unit " + plain(perUnit.amount());
        }
        if (rate instanceof Rate.Fixed fixed) {
            return "fixed " + plain(fixed.amount()) + (fixed.perOutlet() ? " per outlet" : "")
                    + (fixed.prorated() ? " by open days" : "");
        }
        if (rate instanceof Rate.Override override) {
            return "override " + plain(override.percent()) + " of "
                    + override.of().stream().sorted().toList();
        }
        return bands((Rate.Banded) rate);
    }

    private static String bands(Rate.Banded rate) {
        List<String> table = rate.bands().table().stream()
                .map(band -> plain(band.from()) + " " + plain(band.rate()))
                .toList();
        return "bands " + (rate.bands().retroactive() ? "retroactive" : "marginal")
                + (rate.bands().perUnit() ? " per unit " : " percent ") + table;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
