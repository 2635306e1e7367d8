package io.dayclose.config.bonus;

import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Reads a bonus plan's file, version by version. The shape must have been checked. */
public final class BonusReader {
    private final Problems problems;

    public BonusReader(Problems problems) {
        this.problems = problems;
    }

    /** The plan, as far as it could be read: what is wrong with a version is told and the version left out. */
    public Bonus read(Node node) {
        var values = Values.of(node);
        var name = values.text("bonus", "");
        return new Bonus(
                name, values.bilingual("title").orElse(Bilingual.same(name)), versions(values.nodes("versions")));
    }

    private List<BonusVersion> versions(List<Node> nodes) {
        var versions = new ArrayList<BonusVersion>();
        for (var node : nodes) {
            new BonusVersionReader(Values.of(node), problems).read().ifPresent(version -> {
                if (!versions.isEmpty()) {
                    follow(Values.of(node), version, versions.get(versions.size() - 1));
                }
                versions.add(version);
            });
        }
        return versions;
    }

    private void follow(Values values, BonusVersion version, BonusVersion before) {
        if (!version.from().isAfter(before.from())) {
            problems.add(values.place("from"), Message.VERSION_ORDER, version.from(), before.from());
        }
    }
}
