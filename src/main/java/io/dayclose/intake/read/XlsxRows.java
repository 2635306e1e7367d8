package io.dayclose.intake.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Rows of one sheet of a workbook, streamed. Titles above the header and totals below the rows are what people put
 * around their data; they are not records.
 */
public final class XlsxRows implements RowSource {
    private static final int HEADER_WITHIN = 30;
    private static final Pattern TOTALS =
            Pattern.compile("(合\\s*计|总\\s*计|小\\s*计|(grand |sub-?)?total)[:：]?", Pattern.CASE_INSENSITIVE);

    /**
     * What is wanted of a workbook.
     *
     * @param sheet the name of the sheet, the first one when empty
     * @param keepsTotals whether rows of totals are handed out too, because somebody compares them
     */
    public record Wanted(int mostMegabytes, Optional<String> sheet, boolean keepsTotals) {}

    private final OPCPackage file;
    private final boolean keepsTotals;
    private final XlsxSheet sheet;
    private final List<String> header;
    private @Nullable String damage;

    /**
     * @param isHeader tells the header among the first rows; where none is, the first row counts as header
     * @throws IOException saying in one line why the file cannot be read
     */
    public XlsxRows(Path path, Wanted wanted, Predicate<List<String>> isHeader) throws IOException {
        XlsxGuard.check(path, wanted.mostMegabytes());
        keepsTotals = wanted.keepsTotals();
        OPCPackage opened = null;
        try {
            opened = OPCPackage.open(path.toFile(), PackageAccess.READ);
            file = opened;
            var reader = new XSSFReader(file);
            var cells = new XlsxCells(reader.getStylesTable(), XlsxEpoch.isSince1904(reader));
            var xml = XlsxSheets.find(reader, wanted.sheet())
                    .orElseThrow(() -> new IOException("the workbook has no sheet"));
            sheet = new XlsxSheet(xml, new ReadOnlySharedStringsTable(file, false), cells);
            header = findHeader(isHeader);
        } catch (IOException | OpenXML4JException | SAXException | XMLStreamException | RuntimeException damaged) {
            if (opened != null) {
                opened.revert();
            }
            throw readable(damaged);
        }
    }

    private List<String> findHeader(Predicate<List<String>> isHeader) throws IOException, XMLStreamException {
        List<String> first = List.of();
        for (int i = 0; i < HEADER_WITHIN; i++) {
            var row = sheet.next();
            var names = row == null
                    ? List.<String>of()
                    : Arrays.stream(row.cells()).map(String::strip).toList();
            if (isHeader.test(names)) {
                return names;
            }
            first = first.isEmpty() ? names : first;
        }
        return first;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable SourceRow next() {
        if (damage != null) {
            return null;
        }
        try {
            var row = sheet.next();
            while (row != null && !keepsTotals && isTotals(row)) {
                row = sheet.next();
            }
            return row == null ? null : fitted(row);
        } catch (IOException | XMLStreamException | RuntimeException damaged) {
            damage = String.valueOf(readable(damaged).getMessage());
            return new SourceRow(0, new String[] {damage}, true);
        }
    }

    @Override
    public Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    private static boolean isTotals(SourceRow row) {
        var first = Arrays.stream(row.cells())
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst();
        return first.filter(cell -> TOTALS.matcher(cell).matches()).isPresent();
    }

    /** A row ends with its last filled cell: what follows up to the header's end is empty, what stands beyond is damage. */
    private SourceRow fitted(SourceRow row) {
        if (row.cells().length > header.size()) {
            return new SourceRow(row.line(), row.cells(), true);
        }
        var cells = Arrays.copyOf(row.cells(), header.size());
        Arrays.fill(cells, row.cells().length, cells.length, "");
        return new SourceRow(row.line(), cells, false);
    }

    private static IOException readable(Exception damaged) {
        return damaged instanceof IOException known && known.getMessage() != null
                ? known
                : new IOException("the workbook is damaged", damaged);
    }

    @Override
    public void close() {
        file.revert();
    }
}
