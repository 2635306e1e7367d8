package io.dayclose.intake.read;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** From which year a workbook counts its days: 1900, or 1904 where it was made on an old Macintosh. */
final class XlsxEpoch {
    private XlsxEpoch() {}

    static boolean isSince1904(XSSFReader reader) throws IOException, InvalidFormatException, XMLStreamException {
        try (var in = reader.getWorkbookData()) {
            var xml = XlsxSheet.safeFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    var flag = xml.getAttributeValue(null, "date1904");
                    return "1".equals(flag) || "true".equals(flag);
                }
            }
            return false;
        }
    }
}
