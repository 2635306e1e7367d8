package io.dayclose.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The tables a file holds, in order: the sheets of a workbook, the tables of a page, or the one of a text. */
interface Tables extends Closeable {
    /**
     * A table by its name, empty where it has none.
     *
     * @param visible whether a person who opens the file sees it
     */
    record Table(String name, boolean visible) {}

    List<Table> all();

    /** The rows of a table from its beginning; several may be open, one after the other. */
    TableRows open(int table) throws IOException;
}
