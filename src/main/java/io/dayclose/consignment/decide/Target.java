package io.dayclose.consignment.decide;

import io.dayclose.consignment.ReceivableKind;

/** What a decision is about, and the text by which it is kept. */
public sealed interface Target {
    /** Between two targets of one decision. */
    String BETWEEN = " | ";

    String token();

    /** What somebody owes. */
    record OfReceivable(ReceivableKind kind, String debtor, String subject) implements Target {
        @Override
        public String token() {
            return kind + ":" + debtor + ":" + subject;
        }
    }

    /**
     * A line of a statement, where it stands.
     *
     * @param id its own number: two lines may stand in the same place in two revisions
     */
    record OfLine(String carrier, String source, long id) implements Target {
        @Override
        public String token() {
            return "LINE:" + carrier + ":" + source + "#" + id;
        }

        private static OfLine parse(String carrier, String place) {
            int mark = place.lastIndexOf('#');
            boolean numbered = mark >= 0 && place.substring(mark + 1).matches("\\d+");
            return numbered
                    ? new OfLine(carrier, place.substring(0, mark), Long.parseLong(place.substring(mark + 1)))
                    : new OfLine(carrier, place, 0);
        }
    }

    /** A receipt of the bank. */
    record OfReceipt(String payer, String number) implements Target {
        @Override
        public String token() {
            return "RECEIPT:" + payer + ":" + number;
        }
    }

    /** A break that nothing else stands behind. */
    record OfBreak(String key) implements Target {
        @Override
        public String token() {
            return "BREAK:" + key;
        }
    }

    /** What a text says. */
    static Target parse(String token) {
        var parts = token.split(":", 3);
        return switch (parts[0]) {
            case "LINE" -> OfLine.parse(parts[1], parts[2]);
            case "RECEIPT" -> new OfReceipt(parts[1], parts[2]);
            case "BREAK" -> new OfBreak(token.substring("BREAK:".length()));
            default -> new OfReceivable(ReceivableKind.valueOf(parts[0]), parts[1], parts[2]);
        };
    }
}
