package io.dayclose.intake.describe;

import io.dayclose.config.feed.FeedSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Expressions for what a file of sales does not say but lets tell. */
final class Derivation {
    private final FeedSchema schema;
    private final Map<String, Integer> cells;
    private final Found found;
    private final Map<String, String> expressions = new LinkedHashMap<>();

    Derivation(FeedSchema schema, Map<String, Integer> cells, Found found) {
        this.schema = schema;
        this.cells = cells;
        this.found = found;
    }

    /** Our column to its expression, quoted for YAML. */
    Map<String, String> expressions() {
        if (schema.name().equals("sale")) {
            sale();
        } else if (lacks("line_no") && schema.isKey("line_no")) {
            put("line_no", "occurrence(" + schema.key().get(0) + ")");
        }
        return expressions;
    }

    private void sale() {
        boolean signed = has("quantity") && hasNegative("quantity");
        if (lacks("line_no") && has("doc_no")) {
            put("line_no", "occurrence(doc_no)");
        }
        if (lacks("kind")) {
            put("kind", signed ? "quantity < 0 ? 'RETURN' : 'SALE'" : "'SALE'");
        }
        if (lacks("business_date") && has("sold_at")) {
            put("business_date", "date(sold_at)");
        }
        if (signed) {
            put("quantity", "abs(quantity)");
        }
        if (lacks("amount") && has("quantity") && has("unit_price")) {
            put("amount", "round(abs(quantity * unit_price), 2)");
        } else if (has("amount") && hasNegative("amount")) {
            put("amount", "abs(amount)");
        }
        if (lacks("unit_price") && has("quantity") && has("amount")) {
            put("unit_price", "round(abs(amount / quantity), 8)");
        }
    }

    private void put(String column, String expression) {
        expressions.put(column, ProposalText.quoted(expression));
    }

    private boolean has(String column) {
        return cells.containsKey(column);
    }

    private boolean lacks(String column) {
        return schema.has(column) && !has(column);
    }

    private boolean hasNegative(String column) {
        return found.values(Objects.requireNonNull(cells.get(column))).stream()
                .anyMatch(value -> value.matches("[-−(（].*|.*\\d-"));
    }
}
