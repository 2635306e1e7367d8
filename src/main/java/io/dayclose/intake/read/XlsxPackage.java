package io.dayclose.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Open XML workbook, transitional or strict, found by the relations between them and read by the local
 * names of their elements: both forms, and every program's prefixes, are the same to it.
 */
final class XlsxPackage implements Closeable {
    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean since1904;
    private boolean uncalculated;
    private @Nullable String strings;
    private @Nullable String styles;

    /** A sheet's name, the path of its part, and whether people see it. */
    record Sheet(String name, String part, boolean visible) {}

    XlsxPackage(Path file) throws IOException {
        zip = Compression.open(file);
        try {
            readWorkbook(byType(relations("_rels/.rels"), "officeDocument"));
        } catch (IOException | RuntimeException damaged) {
            zip.close();
            throw damaged;
        }
    }

    private record Relation(String type, String part) {}

    private Map<String, Relation> relations(String path) throws IOException {
        var relations = new HashMap<String, Relation>();
        var in = part(path);
        if (in == null) {
            return relations;
        }
        var folder = path.replaceFirst("_rels/[^/]*$", "");
        try (var xml = new Xml(in)) {
            while (xml.find("Relationship")) {
                var target = String.valueOf(xml.attribute("Target"));
                relations.put(
                        String.valueOf(xml.attribute("Id")),
                        new Relation(String.valueOf(xml.attribute("Type")), resolved(folder, target)));
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var path = Path.of("/" + folder).resolve(target).normalize().toString().replace('\\', '/');
        return path.substring(1);
    }

    private void readWorkbook(@Nullable String workbook) throws IOException {
        var in = workbook == null ? null : part(workbook);
        if (workbook == null || in == null) {
            throw new UnreadableFile("no_workbook");
        }
        var relations = relations(beside(workbook));
        try (var xml = new Xml(in)) {
            for (var name = xml.nextElement("workbook"); name != null; name = xml.nextElement("workbook")) {
                if (name.equals("workbookPr")) {
                    var flag = xml.attribute("date1904");
                    since1904 = "1".equals(flag) || "true".equals(flag);
                } else if (name.equals("calcPr")) {
                    var flag = xml.attribute("fullCalcOnLoad");
                    uncalculated = "1".equals(flag) || "true".equals(flag);
                } else if (name.equals("sheet")) {
                    add(xml, relations);
                }
            }
        }
        strings = byType(relations, "sharedStrings");
        styles = byType(relations, "styles");
    }

    /** The part that relations name for a type. */
    private static @Nullable String byType(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith("/" + type))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    /** The list of relations of a part. */
    private static String beside(String part) {
        int folder = part.lastIndexOf('/') + 1;
        return part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    }

    /** A sheet of a diagram has no rows and is passed over. */
    private void add(Xml xml, Map<String, Relation> relations) {
        var relation = relations.get(String.valueOf(xml.attribute("id")));
        var state = xml.attribute("state");
        if (relation != null && relation.type().endsWith("/worksheet")) {
            var name = String.valueOf(xml.attribute("name"));
            sheets.add(new Sheet(name, relation.part(), state == null || state.equals("visible")));
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    boolean isSince1904() {
        return since1904;
    }

    /** Whether its formulas are to be worked out by whoever opens it: what is stored as zero was never worked out. */
    boolean isUncalculated() {
        return uncalculated;
    }

    @Nullable
    InputStream strings() throws IOException {
        return strings == null ? null : part(strings);
    }

    @Nullable
    InputStream styles() throws IOException {
        return styles == null ? null : part(styles);
    }

    /** The bytes of a part, null where there is none. */
    @Nullable
    InputStream part(String path) throws IOException {
        var entry = zip.getEntry(path);
        return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
