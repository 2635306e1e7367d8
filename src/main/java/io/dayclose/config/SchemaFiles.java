package io.dayclose.config;

import io.dayclose.config.yaml.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a JSON Schema per kind of file to {@code jobs-config/schema/}, so that editors complete and check. */
public final class SchemaFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SchemaFiles() {}

    public static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        HomeShapes.all().forEach((name, shape) -> texts.put(name + ".schema.json", text(name, shape)));
        return texts;
    }

    /** Writes the schemas; a file that is already right is left alone. */
    public static void write(Path home) throws IOException {
        var folder = home.resolve("jobs-config/schema");
        Files.createDirectories(folder);
        for (var each : texts().entrySet()) {
            var file = folder.resolve(each.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
                Files.writeString(file, each.getValue());
            }
        }
    }

    private static String text(String name, Shape shape) {
        var schema = new LinkedHashMap<>(shape.schema());
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Dayclose " + name);
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }
}
