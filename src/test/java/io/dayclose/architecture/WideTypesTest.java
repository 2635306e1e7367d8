package io.dayclose.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A type of more than eight components says in a line of its documentation why: {@code Wide: …}. */
class WideTypesTest {
    private static final int MOST = 8;
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dayclose");

    @Test
    void whatever_takes_more_than_eight_says_why() throws IOException {
        var silent = new TreeMap<String, Integer>();
        for (var type : CODE) {
            int width = type.getConstructors().stream()
                    .mapToInt(WideTypesTest::width)
                    .max()
                    .orElse(0);
            if (width > MOST && !type.isEnum() && !saysWhy(type)) {
                silent.put(type.getName(), width);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static int width(JavaConstructor constructor) {
        return constructor.getRawParameterTypes().size();
    }

    private static boolean saysWhy(JavaClass type) throws IOException {
        var outermost = type.getName().replaceFirst("\\$.*", "");
        var source = Files.readString(Path.of("src/main/java", outermost.replace('.', '/') + ".java"));
        return Pattern.compile("/\\*\\*(?:(?!\\*/)[\\s\\S])*Wide: \\S(?:(?!\\*/)[\\s\\S])*\\*/\\s*(?:@\\w+[^\\n]*\\s+)*"
                        + "(?:public |private |static |final )*(?:record|class) " + type.getSimpleName() + "\\b")
                .matcher(source)
                .find();
    }
}
