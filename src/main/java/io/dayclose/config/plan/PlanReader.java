package io.dayclose.config.plan;

import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a plan's file, version by version. The shape must have been checked. */
public final class PlanReader {
    private final Problems problems;

    public PlanReader(Problems problems) {
        this.problems = problems;
    }

    /** The plan, as far as it could be read: what is wrong with a version is told and the version left out. */
    public Plan read(Node node) {
        var values = Values.of(node);
        var kind = values.text("kind", "").equals("subsidy") ? Plan.Kind.SUBSIDY : Plan.Kind.COMMISSION;
        return new Plan(
                values.text("plan", ""),
                values.bilingual("title").orElse(Bilingual.same("?")),
                kind,
                versions(values.nodes("versions")));
    }

    private List<PlanVersion> versions(List<Node> nodes) {
        var versions = new ArrayList<PlanVersion>();
        LocalDate last = null;
        for (var node : nodes) {
            var version = new VersionReader(Values.of(node), problems).read();
            if (version.isPresent()) {
                if (last != null && !version.get().from().isAfter(last)) {
                    problems.add(
                            Values.of(node).place("from"),
                            Message.VERSION_ORDER,
                            version.get().from(),
                            last);
                }
                last = version.get().from();
                versions.add(version.get());
            }
        }
        return versions;
    }
}
