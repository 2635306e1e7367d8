package io.dayclose.config;

import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.util.List;
import java.util.stream.Stream;

/** The metrics that bonus plans name: queries below {@code sql/metric/}, and all else scores that people give. */
final class Metrics {
    private static final String FOLDER = "sql/metric";
    private static final String ENDING = ".sql";

    private final List<String> queries;
    private final Problems problems;

    Metrics(HomeFiles files, Problems problems) {
        queries = files.list(FOLDER, ENDING).stream()
                .map(file -> file.substring(FOLDER.length() + 1, file.length() - ENDING.length()))
                .toList();
        this.problems = problems;
    }

    /** Tells every name in a bonus plan that is nearly a query's. */
    void check(Values bonus) {
        for (var version : bonus.nodes("versions")) {
            var values = Values.of(version);
            Stream.concat(values.nodes("scorecard").stream(), values.nodes("gates").stream())
                    .flatMap(each -> Values.of(each).node("metric").stream())
                    .forEach(this::check);
            values.in("pool").node("of").ifPresent(this::check);
        }
    }

    private void check(Node metric) {
        var name = Values.scalar(metric);
        Nearest.slip(name, queries).ifPresent(query -> problems.add(metric.place(), Message.METRIC_NEAR, name, query));
    }
}
