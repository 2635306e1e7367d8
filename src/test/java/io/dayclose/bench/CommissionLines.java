package io.dayclose.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * So many lines for each day from the first on, as the server loads them: a third are handsets with serial numbers, each
 * fiftieth gives back a piece of one of the fourteen days before. Some warranty cards come back within ten days.
 *
 * @param cardPercent of the handsets sold, how many cards come back
 */
record CommissionLines(LocalDate first, int aDay, int cardPercent) {
    private static final int AT_ONCE = 10_000;
    private static final int CARD_DAYS = 10;
    private static final int RETURN_DAYS = 14;
    private static final int RETURN = 49;

    private static final String[] OUTLETS = codes(CommissionHome.OUTLETS, CommissionHome::outlet);
    private static final String[] SELLERS = codes(CommissionHome.SELLERS, CommissionHome::seller);
    private static final String[] PRODUCTS = codes(CommissionHome.PRODUCTS, CommissionHome::product);

    private static String[] codes(int count, IntFunction<String> code) {
        return IntStream.range(0, count).mapToObj(code).toArray(String[]::new);
    }

    private static long mixed(long day, long i, int salt) {
        long z = (day * 10_000_019L + i) * 0x9E3779B97F4A7C15L + salt * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 30) * 0x94D049BB133111EBL;
        return (z ^ z >>> 27) >>> 16;
    }

    /** A line of a day. Few products bring most lines: the cube of an even share. */
    private record Sold(long day, int i) {
        int product() {
            long share = mixed(day, i, 1) & 0xFFFF;
            return (int) ((share * share >> 16) * share * CommissionHome.PRODUCTS >> 32);
        }

        int outlet() {
            return (int) (mixed(day, i / 4, 2) % CommissionHome.OUTLETS);
        }

        int seller() {
            return outlet() * CommissionHome.SELLERS_PER_OUTLET
                    + (int) (mixed(day, i / 4, 3) % CommissionHome.SELLERS_PER_OUTLET);
        }

        int quantity() {
            return CommissionHome.isHandset(product()) ? 1 : i % 3 + 1;
        }

        boolean isReturn() {
            return i % 50 == RETURN;
        }

        String document() {
            return "S" + digits(1_000_000 + day) + digits(10_000_000 + i / 4);
        }

        /** Like those on handsets: what is sold together has nothing in common. */
        String serial() {
            return digits(1_000_000_000 + mixed(day, i, 4) % 1_000_000_000) + digits(10_000_000 + i);
        }

        /** A number without the 1 before it: quicker than a format, of which twenty million lines would take many. */
        private static String digits(long number) {
            return String.valueOf(number).substring(1);
        }
    }

    /** The lines of a day. */
    InputStream sales(LocalDate date, long source) {
        var end = "\t1\t" + date + "\t" + source + "\t";
        return stream(i -> {
            var line = new Sold(date.toEpochDay(), i);
            return (line.isReturn() ? back(date, line) : sale(date, line)) + end + (i + 2) + "\n";
        });
    }

    private static String sale(LocalDate date, Sold line) {
        var serial = CommissionHome.isHandset(line.product()) ? line.serial() : "\\N";
        return cells(date, line, line, "SALE") + "\t" + serial + "\t\\N\t\\N\t\\N";
    }

    private String back(LocalDate date, Sold line) {
        long before = Math.min(RETURN_DAYS, ChronoUnit.DAYS.between(first, date));
        var lag = before == 0 ? 0 : mixed(line.day(), line.i(), 5) % before + 1;
        int other = (int) (mixed(line.day(), line.i(), 6) % aDay);
        var original = new Sold(line.day() - lag, other % 50 == RETURN ? other - 1 : other);
        return cells(date, line, original, "RETURN") + "\t\\N\t" + original.document() + "\t" + (original.i() % 4 + 1)
                + "\t\\N";
    }

    private static String cells(LocalDate date, Sold line, Sold like, String kind) {
        int price = CommissionHome.price(like.product());
        return String.join(
                "\t",
                line.document(),
                String.valueOf(line.i() % 4 + 1),
                kind,
                date.toString(),
                OUTLETS[like.outlet()],
                SELLERS[like.seller()],
                PRODUCTS[like.product()],
                String.valueOf(like.quantity()),
                price + ".00",
                "\\N",
                price * like.quantity() + ".00");
    }

    /** The cards that come back on a day, of handsets sold on one of the days before. */
    InputStream cards(LocalDate date, long source) {
        var end = "\t" + date + "\t\\N\t1\t" + date + "\t" + source + "\t";
        long before = Math.min(CARD_DAYS, ChronoUnit.DAYS.between(first, date));
        return stream(i -> {
            var lag = mixed(0, i, 7) % CARD_DAYS + 1;
            var sold = new Sold(date.toEpochDay() - lag, i);
            boolean comes = mixed(0, i, 8) % 100 < cardPercent && lag <= before && !sold.isReturn();
            return comes && CommissionHome.isHandset(sold.product()) ? sold.serial() + end + (i + 2) + "\n" : "";
        });
    }

    private InputStream stream(IntFunction<String> line) {
        var pieces = IntStream.iterate(0, from -> from < aDay, from -> from + AT_ONCE)
                .mapToObj(from -> piece(line, from))
                .iterator();
        return new SequenceInputStream(new Pieces(pieces));
    }

    private InputStream piece(IntFunction<String> line, int from) {
        var text = new StringBuilder();
        IntStream.range(from, Math.min(aDay, from + AT_ONCE)).forEach(i -> text.append(line.apply(i)));
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private record Pieces(Iterator<InputStream> left) implements Enumeration<InputStream> {
        @Override
        public boolean hasMoreElements() {
            return left.hasNext();
        }

        @Override
        public InputStream nextElement() {
            return left.next();
        }
    }
}
