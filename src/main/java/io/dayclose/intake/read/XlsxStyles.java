package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/** How the styles of a workbook show numbers. */
final class XlsxStyles {
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<NumberForm> forms = new ArrayList<>();

    XlsxStyles(@Nullable InputStream part) throws IOException {
        if (part == null) {
            return;
        }
        try (var xml = new Xml(part)) {
            var list = "";
            for (var name = xml.nextElement("styleSheet"); name != null; name = xml.nextElement("styleSheet")) {
                list = name.endsWith("Xfs") ? name : list;
                if (name.equals("numFmt")) {
                    formats.put(xml.whole("numFmtId", 0), String.valueOf(xml.attribute("formatCode")));
                } else if (name.equals("xf") && list.equals("cellXfs")) {
                    forms.add(form(xml.whole("numFmtId", 0)));
                }
            }
        }
    }

    private NumberForm form(int format) {
        var builtin = format < 0 ? null : BuiltinFormats.getBuiltinFormat(format);
        return NumberForm.of(format, formats.getOrDefault(format, builtin == null ? "" : builtin));
    }

    NumberForm get(int style) {
        return style >= 0 && style < forms.size() ? forms.get(style) : NumberForm.PLAIN;
    }
}
