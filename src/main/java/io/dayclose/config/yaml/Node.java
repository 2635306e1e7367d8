package io.dayclose.config.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a YAML file, with the place it stands at ({@code file:line}). */
public sealed interface Node {
    String place();

    /** A single value, kept as the text in the file: a rate of 2.50 is never a binary fraction. Null = empty. */
    record Scalar(String place, @Nullable String text) implements Node {}

    /** A list. */
    record Listing(String place, List<Node> items) implements Node {}

    /** Keys and their values, in the order of the file. */
    record Mapping(String place, Map<String, Node> entries) implements Node {}
}
