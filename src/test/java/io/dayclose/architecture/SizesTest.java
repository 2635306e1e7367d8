package io.dayclose.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The caps of the style: short files, short methods, few parameters. Counted by the compiler's own parser. */
class SizesTest {
    private static final List<Method> METHODS = new ArrayList<>();
    private static final List<Method> FILES = new ArrayList<>();

    /** A method or a file with its size; records' components are fields, an override's parameters are another's. */
    private record Method(String name, int lines, int parameters) {}

    static {
        try {
            parse();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void no_file_is_longer_than_400_lines_and_nine_in_ten_have_at_most_250() {
        assertThat(FILES).as("files").filteredOn(file -> file.lines() > 400).isEmpty();
        assertThat(ninetieth(FILES)).isLessThanOrEqualTo(250);
    }

    @Test
    void no_method_is_longer_than_40_lines_and_nine_in_ten_have_at_most_20() {
        assertThat(METHODS)
                .as("methods")
                .filteredOn(method -> method.lines() > 40)
                .isEmpty();
        assertThat(ninetieth(METHODS)).isLessThanOrEqualTo(20);
    }

    @Test
    void no_method_takes_more_than_4_parameters() {
        assertThat(METHODS)
                .as("methods")
                .filteredOn(method -> method.parameters() > 4)
                .isEmpty();
    }

    private static int ninetieth(List<Method> sizes) {
        var sorted = sizes.stream()
                .map(Method::lines)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get(sorted.size() * 9 / 10);
    }

    private static void parse() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources;
        try (var files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                FILES.add(new Method(
                        unit.getSourceFile().getName(),
                        (int) unit.getLineMap()
                                .getLineNumber(unit.getSourceFile()
                                                .getCharContent(true)
                                                .length()
                                        - 1),
                        0));
                unit.accept(new Counter(unit, positions), null);
            }
        }
    }

    private static final class Counter extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private Tree.Kind inside = Tree.Kind.CLASS;

        Counter(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            var outside = inside;
            inside = type.getKind();
            super.visitClass(type, nothing);
            inside = outside;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean components = inside == Tree.Kind.RECORD && method.getReturnType() == null;
            boolean given = method.getModifiers().getAnnotations().stream()
                    .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
            int parameters = components || given ? 0 : method.getParameters().size();
            METHODS.add(new Method(unit.getSourceFile().getName() + "#" + method.getName(), lines(method), parameters));
            return super.visitMethod(method, nothing);
        }

        private int lines(MethodTree method) {
            if (method.getBody() == null) {
                return 1;
            }
            var map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
            return (int) (map.getLineNumber(positions.getEndPosition(unit, method.getBody())) - first + 1);
        }
    }
}
