package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaFilesTest {
    @Test
    void the_schemas_in_the_repository_are_those_the_definitions_give() throws IOException {
        for (var schema : SchemaFiles.texts().entrySet()) {
            var file = Path.of("jobs-config/schema", schema.getKey());
            assertThat(Files.readString(file))
                    .as("%s; run: dayclose check", file)
                    .isEqualTo(schema.getValue());
        }
    }
}
