package io.dayclose.config.yaml;

import io.dayclose.text.Bilingual;
import java.util.Map;

/**
 * What a value in a configuration file may be. One definition does three things: it checks a {@link Node} and names
 * everything wrong with it, it tells a person what to write instead, and it yields the JSON Schema that editors use.
 */
public interface Shape {
    void check(Node node, Problems problems);

    /** What to write here, in words that follow "write". */
    Bilingual expects();

    /** The JSON Schema fragment for this value. */
    Map<String, Object> schema();
}
