package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML of workbooks, pulled event by event. Names are compared without their prefix: each program has its own. */
final class Xml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader xml;

    Xml(InputStream in) throws IOException {
        this.in = in;
        try {
            xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException damaged) {
            in.close();
            throw UnreadableFile.of(damaged);
        }
    }

    /** No document types, no entities from outside: a workbook has neither. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The next event, a constant of {@link XMLStreamConstants}; END_DOCUMENT after the last. */
    int next() throws IOException {
        try {
            return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException damaged) {
            throw UnreadableFile.of(damaged);
        }
    }

    /** Goes on to the next element that begins, as long as it lies within {@code parent}. */
    @Nullable
    String nextElement(String parent) throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return name();
            }
            if (event == XMLStreamConstants.END_ELEMENT && name().equals(parent)) {
                return null;
            }
        }
        return null;
    }

    /** Goes on to the next element of a name, anywhere. */
    boolean find(String element) throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT && name().equals(element)) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return xml.getLocalName();
    }

    boolean isCharacters() {
        return xml.isCharacters();
    }

    String text() {
        return xml.getText();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute that must be a whole number where it stands. */
    int whole(String name, int otherwise) throws UnreadableFile {
        var text = attribute(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException damaged) {
            throw new UnreadableFile("attribute", name, text);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
