package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of several forms. The key by which a form is known decides which one is meant, so that a slip further inside is
 * told as what it is.
 *
 * @param forms by the key that only this form has
 */
record FormsShape(Map<String, FieldsShape> forms) implements Shape {

    @Override
    public void check(Node node, Problems problems) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.add(node.place(), Message.WRONG_VALUE, ScalarShape.shown(node), expects());
            return;
        }
        forms.entrySet().stream()
                .filter(form -> mapping.entries().containsKey(form.getKey()))
                .findFirst()
                .ifPresentOrElse(form -> form.getValue().check(node, problems), () -> mapping.entries()
                        .forEach((key, value) -> problems.add(
                                value.place(), Message.UNKNOWN_KEY, key, Nearest.to(key, forms.keySet()))));
    }

    @Override
    public Bilingual expects() {
        return new Bilingual(joined(" 或 ", Bilingual::zh), joined(" or ", Bilingual::en));
    }

    private String joined(String or, Function<Bilingual, String> language) {
        return forms.values().stream().map(Shape::expects).map(language).collect(Collectors.joining(or));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "anyOf", List.copyOf(forms.values().stream().map(Shape::schema).toList()));
    }
}
