package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented company: its own system's tables, and the files that carriers, the bank and the branches send. The same
 * seed gives the same company; only the dates move with the day it is asked for.
 */
final class DemoCompany {
    private static final long SEED = 20261122;

    private final DemoSpan span;
    private final DemoPlaces places;
    private final DemoPeople people;
    private final DemoProducts products;
    private final DemoSales sales;
    private final DemoShipments shipments;
    private final DemoConsignment consignment;

    /** @param last the last day with sales */
    DemoCompany(LocalDate last) {
        var random = new SplittableRandom(SEED);
        span = DemoSpan.endingOn(last);
        places = new DemoPlaces(last);
        people = new DemoPeople(random, last);
        products = new DemoProducts(chance(1));
        sales = new DemoSales(random, span, people, products);
        shipments = new DemoShipments(chance(2), span, products);
        consignment = new DemoConsignment(span, products, sales.book());
    }

    /** A source of chance of its own for each part, so that a change of one leaves the others as they are. */
    private static SplittableRandom chance(int part) {
        return new SplittableRandom(SEED + part);
    }

    static BulkRows table(String name, String columns) {
        return new BulkRows(name, List.of(columns.split(", ")));
    }

    /** In this order: what is sold must be known before stock can be there for it. */
    List<BulkRows> tables() {
        var deposits = new DemoDeposits(chance(4), span.last());
        return List.of(
                places.branches(),
                places.dealers(),
                places.outlets(),
                people.rows(),
                products.rows(),
                sales.rows(),
                shipments.rows(),
                consignment.rows(),
                new DemoStock(chance(3), span, products, sales.book()).rows(shipments),
                deposits.cards(sales.phones()),
                deposits.deposits());
    }

    /** What others send, once the tables are made. */
    void mail(Path inbox) {
        var carriers = new DemoCarriers(span, shipments);
        carriers.statements().forEach(statement -> statement.write(inbox));
        new DemoReceipts(span, carriers, consignment).write(inbox);
        new DemoCounts(chance(5), span, products, sales.book()).write(inbox);
        new DemoPlans(span, people).write(inbox);
        new DemoBranches(chance(6), span).write(inbox);
    }
}
