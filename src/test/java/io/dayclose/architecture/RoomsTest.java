package io.dayclose.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of rooms in ARCHITECTURE.md is the rule: who may use whom. */
class RoomsTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dayclose");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|");

    @Test
    void every_room_uses_only_the_rooms_the_table_allows() throws IOException {
        var table = table();
        var open = table.entrySet().stream()
                .filter(room -> room.getValue().contains("(open to all)"))
                .map(Map.Entry::getKey)
                .toList();
        table.forEach((room, uses) -> {
            var allowed = new ArrayList<String>(List.of(
                    "java..",
                    "javax..",
                    "org..",
                    "com.mysql..",
                    "jakarta..",
                    "tools.jackson..",
                    "de.siegmar..",
                    "picocli.."));
            allowed.add("io.dayclose." + room + "..");
            if (room.equals("app")) {
                allowed.add("ch.qos.logback.."); // where logs go is said at the start; what is logged is slf4j's
            }
            open.forEach(each -> allowed.add("io.dayclose." + each + ".."));
            Arrays.stream(uses.split("[,\\s]+"))
                    .filter(table::containsKey)
                    .forEach(each -> allowed.add("io.dayclose." + each + ".."));
            classes()
                    .that()
                    .resideInAPackage("io.dayclose." + room + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .check(CODE);
        });
    }

    @Test
    void every_package_is_a_room_of_the_table() throws IOException {
        var rooms = table().keySet();
        CODE.stream()
                .map(each -> each.getPackageName().replaceFirst("^io\\.dayclose\\.?", ""))
                .filter(name -> !name.isEmpty())
                .forEach(name -> assertThat(rooms).contains(name.split("\\.")[0]));
    }

    @Test
    void every_class_and_folder_that_the_guide_names_is_there() throws IOException {
        var guide = Files.readString(Path.of("ARCHITECTURE.md"));
        var named = Pattern.compile("`([a-z]+(?:/[A-Za-z]+)+)(?:\\.(?!sql)[a-z]\\w*)?`")
                .matcher(guide);
        var code = Path.of("src/main/java/io/dayclose");
        assertThat(named.results()
                        .map(each -> each.group(1))
                        .filter(name -> !Files.exists(code.resolve(name + ".java"))
                                && !Files.exists(code.resolve(name))
                                && !Files.exists(Path.of(name))))
                .isEmpty();
    }

    @Test
    void rooms_make_no_cycles() {
        slices().matching("io.dayclose.(*)..").should().beFreeOfCycles().check(CODE);
    }

    /** Sub-rooms included: whoever reads a room can begin with what uses nothing else of it. */
    @Test
    void packages_make_no_cycles() {
        slices().matching("io.dayclose.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void rules_know_no_framework_no_database_and_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.dayclose.money..",
                        "io.dayclose.calendar..",
                        "io.dayclose.intake.check..",
                        "io.dayclose.commission",
                        "io.dayclose.consignment",
                        "io.dayclose.ledger",
                        "io.dayclose.stock",
                        "io.dayclose.target",
                        "io.dayclose.bonus")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.apache.poi..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(CODE);
    }

    @Test
    void only_one_class_builds_steps() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Steps")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.batch.core.step.builder.StepBuilder")
                .check(CODE);
    }

    @Test
    void only_one_package_writes_and_one_reads_with_the_spreadsheet_library() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.dayclose.report.workbook..", "io.dayclose.intake.read..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CODE);
    }

    @Test
    void nobody_asks_the_system_what_day_it_is() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CODE);
    }

    private static Map<String, String> table() throws IOException {
        var rooms = new LinkedHashMap<String, String>();
        var section = Files.readString(Path.of("ARCHITECTURE.md"))
                .split("\n## Rooms\n")[1]
                .split("\n## ")[0];
        var matcher = ROW.matcher(section);
        while (matcher.find()) {
            rooms.put(matcher.group(1), matcher.group(2).replace("`", ""));
        }
        assertThat(rooms).as("rooms of ARCHITECTURE.md").hasSizeGreaterThan(8);
        return rooms;
    }
}
