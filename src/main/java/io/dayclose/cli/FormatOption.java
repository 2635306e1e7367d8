package io.dayclose.cli;

import io.dayclose.inquiry.Rows;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How a command prints its rows. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json / 输出格式")
    private Format format = Format.TABLE;

    void print(Rows rows, PrintWriter out) {
        RowPrinter.print(rows, format, out);
    }
}
