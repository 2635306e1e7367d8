package io.dayclose.stock.roll;

import io.dayclose.stock.FifoLayers;
import io.dayclose.stock.Layer;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Layers as they are kept: JSON, so that a report's query can open them too. */
final class LayerText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String NONE = "[]";

    private LayerText() {}

    static String of(FifoLayers shelf) {
        var layers = shelf.layers();
        if (layers.isEmpty()) {
            return NONE;
        }
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            layers.forEach(layer -> write(json, layer));
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Layer layer) {
        json.writeStartArray();
        json.writeString(layer.receivedOn().toString());
        json.writeNumber(layer.quantity());
        var produced = layer.producedOn();
        if (produced != null || !layer.batch().isEmpty()) {
            json.writeString(produced == null ? null : produced.toString());
            json.writeString(layer.batch());
        }
        json.writeEndArray();
    }

    /** @param closing negative for a debt */
    static FifoLayers shelf(String text, long closing) {
        var layers = new ArrayList<Layer>();
        if (!text.equals(NONE)) {
            try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    layers.add(layer(json));
                }
            }
        }
        return new FifoLayers(layers, Math.max(0, -closing));
    }

    private static Layer layer(JsonParser json) {
        json.nextToken();
        var received = LocalDate.parse(json.getString());
        json.nextToken();
        long quantity = json.getLongValue();
        var rest = new ArrayList<@Nullable String>(List.of());
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rest.add(json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString());
        }
        var produced = rest.isEmpty() ? null : rest.get(0);
        var batch = rest.size() < 2 ? null : rest.get(1);
        return new Layer(
                received, produced == null ? null : LocalDate.parse(produced), batch == null ? "" : batch, quantity);
    }
}
