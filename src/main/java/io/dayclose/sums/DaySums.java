package io.dayclose.sums;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up the lines of one day. They must come document by document, so that a document is counted without remembering all. */
final class DaySums {
    private final Map<String, Sum> outlets = new HashMap<>();
    private final Map<String, Map<String, Sum>> sellers = new HashMap<>();
    private final Map<String, Map<String, Sum>> products = new HashMap<>();
    private final List<SaleLine> noted = new ArrayList<>();
    private final Set<Sum> inDocument = new HashSet<>();
    private String document = "";

    void add(SaleLine line) {
        if (!line.id().docNo().equals(document)) {
            document = line.id().docNo();
            inDocument.clear();
        }
        if (line.isDiscount()) {
            outlet(line.outlet()).addDiscount(line.fen());
        } else {
            count(outlet(line.outlet()), line);
            if (line.seller() != null) {
                count(cell(sellers, line.outlet(), line.seller()), line);
            }
            cell(products, line.outlet(), line.product()).add(line);
        }
        if (line.isReturn() || line.why() != null) {
            noted.add(line);
        }
    }

    /** Adds what one of its document's lines bears of a discount; the outlet has the whole of it from the discount line. */
    void addShare(String outlet, @Nullable String seller, String product, long fen) {
        if (seller != null) {
            cell(sellers, outlet, seller).addDiscount(fen);
        }
        cell(products, outlet, product).addDiscount(fen);
    }

    private Sum outlet(String code) {
        return outlets.computeIfAbsent(code, any -> new Sum());
    }

    private static Sum cell(Map<String, Map<String, Sum>> cells, String outlet, String code) {
        return cells.computeIfAbsent(outlet, any -> new HashMap<>()).computeIfAbsent(code, any -> new Sum());
    }

    private void count(Sum sum, SaleLine line) {
        sum.add(line);
        if (inDocument.add(sum)) {
            sum.addDocument();
        }
    }

    Map<String, Sum> outlets() {
        return outlets;
    }

    /** The sums of each outlet's sellers. */
    Map<String, Map<String, Sum>> sellers() {
        return sellers;
    }

    /** The sums of each outlet's products. */
    Map<String, Map<String, Sum>> products() {
        return products;
    }

    List<SaleLine> noted() {
        return noted;
    }
}
