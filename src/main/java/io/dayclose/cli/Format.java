package io.dayclose.cli;

/** How rows are printed. */
enum Format {
    TABLE,
    CSV,
    JSON
}
