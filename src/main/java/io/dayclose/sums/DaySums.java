package io.dayclose.sums;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up the lines of one day. They must come document by document, so that a document is counted without remembering all. */
final class DaySums {
    private final Map<String, Sum> outlets = new HashMap<>();
    private final Map<Cell, Sum> sellers = new HashMap<>();
    private final Map<Cell, Sum> products = new HashMap<>();
    private final List<SaleLine> noted = new ArrayList<>();
    private final Set<Object> inDocument = new HashSet<>();
    private String document = "";

    /** An outlet with one of its sellers or products. */
    record Cell(String outlet, String code) {}

    void add(SaleLine line) {
        if (!line.id().docNo().equals(document)) {
            document = line.id().docNo();
            inDocument.clear();
        }
        count(outlets.computeIfAbsent(line.outlet(), any -> new Sum()), line, line.outlet());
        if (line.seller() != null) {
            var seller = new Cell(line.outlet(), line.seller());
            count(sellers.computeIfAbsent(seller, any -> new Sum()), line, seller);
        }
        products.computeIfAbsent(new Cell(line.outlet(), line.product()), any -> new Sum())
                .add(line);
        if (line.isReturn() || line.why() != null) {
            noted.add(line);
        }
    }

    private void count(Sum sum, SaleLine line, Object who) {
        sum.add(line);
        if (inDocument.add(who)) {
            sum.addDocument();
        }
    }

    Map<String, Sum> outlets() {
        return outlets;
    }

    Map<Cell, Sum> sellers() {
        return sellers;
    }

    Map<Cell, Sum> products() {
        return products;
    }

    List<SaleLine> noted() {
        return noted;
    }
}
