package io.dayclose.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A call such as {@code answer(7, true)} does not say what is true: public methods have two names or take an enum. */
class BooleanParametersTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dayclose");

    /** What may take a boolean, and why. */
    private static final Map<String, String> EXCEPT =
            Map.of("io.dayclose.config.yaml.Values.flag", "the boolean is the value itself, where a file says none");

    @Test
    void public_methods_of_public_types_take_no_boolean() {
        var found = new TreeSet<String>();
        for (var type : CODE) {
            if (isPublic(type)) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(BooleanParametersTest::takesBoolean)
                        .filter(unit -> !isOfRecord(unit) && !isGiven(unit))
                        .map(unit -> type.getFullName().replace('$', '.') + "." + unit.getName())
                        .forEach(found::add);
            }
        }
        found.removeAll(EXCEPT.keySet());
        assertThat(found).isEmpty();
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(BooleanParametersTest::isPublic).orElse(true);
    }

    private static boolean takesBoolean(JavaCodeUnit unit) {
        var types = Set.of("boolean", "java.lang.Boolean");
        return unit.getRawParameterTypes().stream().map(JavaClass::getName).anyMatch(types::contains);
    }

    /** The components of a record are facts with names. */
    private static boolean isOfRecord(JavaCodeUnit unit) {
        return unit instanceof JavaConstructor
                && unit.getOwner().isRecord()
                && unit.getOwner().getConstructors().stream().noneMatch(other -> width(other) > width(unit));
    }

    private static int width(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().size();
    }

    /** Whether a type of somebody else's asks for the method as it is. */
    private static boolean isGiven(JavaCodeUnit unit) {
        return unit instanceof JavaMethod
                && unit.getOwner().getAllRawInterfaces().stream()
                        .filter(type -> !type.getPackageName().startsWith("io.dayclose"))
                        .flatMap(type -> type.getMethods().stream())
                        .anyMatch(other -> other.getName().equals(unit.getName()) && width(other) == width(unit));
    }
}
