package io.dayclose.stock.roll;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.stock.FifoLayers;
import io.dayclose.stock.Flow;
import io.dayclose.stock.Flows;
import io.dayclose.stock.MonthToDate;
import io.dayclose.stock.Ownership;
import io.dayclose.stock.StockItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that a piece of work has rolled, on their way into their tables. */
final class RolledRows {
    /** In the order of {@link Flow}. */
    private static final List<String> FLOWS = List.of(
            "received",
            "sold",
            "returned",
            "transfer_in",
            "transfer_out",
            "pulled_back",
            "damaged",
            "gifted",
            "adjusted",
            "counted");

    private final BulkRows days = new BulkRows(
            "stock_day",
            Stream.of(
                            Stream.of("business_date", "outlet_code", "product_code", "ownership", "opening"),
                            FLOWS.stream(),
                            Stream.of("closing", "previous_on", "taken_from", "layers"),
                            RunningColumns.NAMES.stream())
                    .flatMap(each -> each)
                    .toList());
    private final BulkRows cells = new BulkRows(
            "stock_cell",
            Stream.concat(
                            Stream.of(
                                    "outlet_code",
                                    "product_code",
                                    "last_on",
                                    "owned",
                                    "owned_layers",
                                    "consigned",
                                    "consigned_layers",
                                    "sold_28"),
                            RunningColumns.NAMES.stream())
                    .toList());
    private final BulkRows variances = new BulkRows(
            "stock_variance",
            List.of("count_no", "line_no", "business_date", "outlet_code", "product_code", "calculated", "counted"));
    private final BulkRows consigned = new BulkRows(
            "consigned_sale", List.of("doc_no", "line_no", "business_date", "outlet_code", "product_code", "quantity"));

    /**
     * A day that was rolled.
     *
     * @param previous the day before on which anything happened
     * @param running what the cell has come to by its end
     * @param kept whether there was a row of consigned goods for the day, which must be overwritten
     */
    record Done(Place place, StockItem.Day day, @Nullable LocalDate previous, MonthToDate running, boolean kept) {
        Flows flows(Ownership ownership) {
            return Objects.requireNonNull(day.flows().get(ownership));
        }
    }

    /** @param cell as it stands after the day */
    void day(Done done, StockItem cell) {
        row(done, Ownership.OWNED, cell.shelf(Ownership.OWNED));
        var ours = cell.shelf(Ownership.CONSIGNED);
        if (done.kept() || !done.flows(Ownership.CONSIGNED).isNone() || ours.closing() != 0) {
            row(done, Ownership.CONSIGNED, ours);
        }
        var place = done.place();
        var day = done.day();
        day.variances().forEach(each -> {
            var id = id(each.count());
            variances.add(
                    id[0],
                    Long.parseLong(id[1]),
                    day.date(),
                    place.outlet(),
                    place.product(),
                    each.calculated(),
                    each.counted());
        });
        day.consigned().forEach((line, quantity) -> {
            var id = id(line);
            consigned.add(id[0], Long.parseLong(id[1]), day.date(), place.outlet(), place.product(), quantity);
        });
    }

    /** Number and line: the last stroke divides them, as a number may have one itself. */
    private static String[] id(String numberAndLine) {
        int at = numberAndLine.lastIndexOf('/');
        return new String[] {numberAndLine.substring(0, at), numberAndLine.substring(at + 1)};
    }

    private void row(Done done, Ownership ownership, FifoLayers shelf) {
        var flows = done.flows(ownership);
        var row = new ArrayList<@Nullable Object>();
        row.add(done.day().date());
        row.add(done.place().outlet());
        row.add(done.place().product());
        row.add(ownership.name());
        row.add(shelf.closing() - flows.net());
        for (var flow : Flow.values()) {
            row.add(flows.of(flow));
        }
        row.add(shelf.closing());
        row.add(done.previous());
        row.add(ownership == Ownership.OWNED ? done.day().takenFrom() : null);
        row.add(LayerText.of(shelf));
        RunningColumns.add(ownership == Ownership.OWNED ? done.running() : MonthToDate.none(), row);
        days.add(row.toArray());
    }

    /** @param running what the cell has come to, {@code cell} with it */
    void now(Place place, StockItem cell, MonthToDate running, long sold28) {
        var owned = cell.shelf(Ownership.OWNED);
        var ours = cell.shelf(Ownership.CONSIGNED);
        var row = new ArrayList<@Nullable Object>(List.of(
                place.outlet(),
                place.product(),
                Objects.requireNonNull(running.on()),
                owned.closing(),
                LayerText.of(owned),
                ours.closing(),
                LayerText.of(ours),
                sold28));
        RunningColumns.add(running, row);
        cells.add(row.toArray());
    }

    /** Makes the bytes to be written, so that the thread that writes need not. */
    void encode() {
        days.encode();
        cells.encode();
    }

    void write(BulkWriter bulk) {
        bulk.replace(days);
        bulk.replace(cells);
        bulk.replace(variances);
        bulk.replace(consigned);
    }
}
