package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Listing;
import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.config.yaml.Node.Scalar;
import io.dayclose.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads the documents of one YAML file into {@link Node}s; what cannot be read becomes a problem with its line. */
public final class YamlFile {
    /** Longer texts are scanned for minutes; what people write is a thousandth of it. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final String name;
    private final Problems problems;

    private YamlFile(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    public static List<Node> read(String name, String content, Problems problems) {
        return new YamlFile(name, problems).documents(content);
    }

    private List<Node> documents(String content) {
        var documents = new ArrayList<Node>();
        if (content.length() > MOST_CHARACTERS) {
            problems.add(place(1), Message.SETTINGS_TOO_LARGE, MOST_CHARACTERS >> 20);
            return documents;
        }
        try (var parser = new YAMLFactory().createParser(ObjectReadContext.empty(), content)) {
            while (parser.nextToken() != null) {
                documents.add(value(parser));
            }
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            problems.add(place(line), Message.YAML_BROKEN, firstLine(broken));
            return List.of();
        }
        return documents;
    }

    private static String firstLine(JacksonException broken) {
        return String.valueOf(broken.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("?")
                .strip();
    }

    private Node value(JsonParser parser) {
        var place = place(parser.currentTokenLocation().getLineNr());
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, place);
            case START_ARRAY -> listing(parser, place);
            case VALUE_NULL -> new Scalar(place, null);
            default -> new Scalar(place, parser.getString());
        };
    }

    private Mapping mapping(JsonParser parser, String place) {
        var entries = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.getString();
            var keyPlace = place(parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            if (entries.putIfAbsent(key, value(parser)) != null) {
                problems.add(keyPlace, Message.DUPLICATE_KEY, key);
            }
        }
        return new Mapping(place, entries);
    }

    private Listing listing(JsonParser parser, String place) {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Listing(place, items);
    }

    private String place(int line) {
        return name + ":" + Math.max(line, 1);
    }
}
