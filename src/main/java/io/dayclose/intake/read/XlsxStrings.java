package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of a workbook share, by number. Reading aids above Chinese and Japanese words are passed over. */
final class XlsxStrings {
    private static final long MOST_CHARACTERS = 48L << 20;

    private final List<String> texts = new ArrayList<>();
    private long characters;

    XlsxStrings(@Nullable InputStream part) throws IOException {
        if (part == null) {
            return;
        }
        try (var xml = new Xml(part)) {
            while (xml.find("si")) {
                add(rich(xml, "si"));
            }
        }
    }

    private void add(String text) throws UnreadableFile {
        characters += text.length() + 16;
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableFile("strings", MOST_CHARACTERS >> 20);
        }
        texts.add(text);
    }

    /** The text of an element with runs of differently written letters, up to its end. */
    static String rich(Xml xml, String element) throws IOException {
        var text = new StringBuilder();
        boolean wanted = false;
        boolean aid = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                aid |= xml.name().equals("rPh");
                wanted = xml.name().equals("t") && !aid;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals(element)) {
                    break;
                }
                aid &= !xml.name().equals("rPh");
                wanted = false;
            } else if (wanted && xml.isCharacters()) {
                text.append(xml.text());
            }
        }
        return unescaped(text.toString());
    }

    /** Control characters are written as {@code _x000D_}. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        var matcher = Pattern.compile("_x([0-9A-Fa-f]{4})_").matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    String get(int index) {
        return texts.get(index);
    }
}
