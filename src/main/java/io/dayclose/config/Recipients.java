package io.dayclose.config;

import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import java.util.List;
import java.util.Map;

/** Addresses that do not come from master data, from {@code recipients.yml}. */
public record Recipients(Map<String, List<String>> groups, Map<String, Map<String, List<String>>> scopes) {
    static final Recipients NONE = new Recipients(Map.of(), Map.of());
    private static final Shape ADDRESSES = Shapes.list(Shapes.mail());
    static final Shape SHAPE = Shapes.fields()
            .optional("groups", Shapes.map(Shapes.text(), ADDRESSES))
            .optional("scopes", Shapes.map(ReportReader.SCOPE, Shapes.map(Shapes.text(), ADDRESSES)));

    static Recipients read(Node node) {
        var values = Values.of(node);
        return new Recipients(
                values.in("groups").map(Values::scalars),
                values.in("scopes").map(scope -> Values.of(scope).map(Values::scalars)));
    }

    public List<String> group(String name) {
        return groups.getOrDefault(name, List.of());
    }

    public List<String> scope(ReportScope kind, String code) {
        return scopes.getOrDefault(kind.text(), Map.of()).getOrDefault(code, List.of());
    }
}
