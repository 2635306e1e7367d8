package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** The sheets of a workbook by their names. */
public final class XlsxSheets {
    private XlsxSheets() {}

    /** The XML of the sheet with a name, or of the first one when no name is wanted. */
    static Optional<InputStream> find(XSSFReader reader, Optional<String> wanted)
            throws IOException, InvalidFormatException {
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            var xml = sheets.next();
            if (wanted.isEmpty() || wanted.get().equals(sheets.getSheetName())) {
                return Optional.of(xml);
            }
            xml.close();
        }
        return Optional.empty();
    }

    /** The names of a workbook's sheets, in order. */
    public static List<String> names(Path file) throws IOException {
        OPCPackage opened = null;
        try {
            opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
            var names = new ArrayList<String>();
            var sheets = (XSSFReader.SheetIterator) new XSSFReader(opened).getSheetsData();
            while (sheets.hasNext()) {
                sheets.next().close();
                names.add(sheets.getSheetName());
            }
            return names;
        } catch (OpenXML4JException | RuntimeException damaged) {
            throw new IOException("the workbook is damaged", damaged);
        } finally {
            if (opened != null) {
                opened.revert();
            }
        }
    }
}
