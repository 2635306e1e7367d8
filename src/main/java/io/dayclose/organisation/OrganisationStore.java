package io.dayclose.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads master data from the database. */
public final class OrganisationStore {
    private final JdbcTemplate jdbc;

    public OrganisationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @FunctionalInterface
    private interface RowReader {
        Object read(ResultSet row) throws SQLException;
    }

    public Organisation load() {
        var organisation = new Organisation();
        load(organisation, "branch", row -> new Branch(row.getString("branch_code"), row.getString("name")));
        load(
                organisation,
                "dealer",
                row -> new Dealer(
                        row.getString("dealer_code"),
                        row.getString("branch_code"),
                        date(row, "contract_from"),
                        date(row, "contract_to")));
        load(organisation, "outlet", OrganisationStore::outlet);
        load(organisation, "person", OrganisationStore::person);
        load(organisation, "product", OrganisationStore::product);
        return organisation;
    }

    private void load(Organisation organisation, String feed, RowReader reader) {
        jdbc.query("SELECT * FROM " + feed + "_dated", row -> {
            organisation.put(
                    feed,
                    row.getString(feed + "_code"),
                    row.getObject("valid_from", LocalDate.class),
                    reader.read(row));
        });
    }

    private static Outlet outlet(ResultSet row) throws SQLException {
        return new Outlet(
                row.getString("outlet_code"),
                row.getString("branch_code"),
                row.getString("channel"),
                row.getString("dealer_code"),
                date(row, "opened_on"),
                date(row, "closed_on"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("person_code"),
                row.getString("branch_code"),
                row.getString("role"),
                row.getString("manager_code"),
                date(row, "joined_on"),
                date(row, "left_on"));
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString("product_code"),
                "Y".equals(row.getString("serialised")),
                row.getString("category"),
                text(row, "manufacturer"),
                text(row, "kind"),
                row.getBigDecimal("standard_cost"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Code and name of the branches valid on a date, by code. */
    public List<Branch> branches(LocalDate date) {
        return jdbc.query("""
                SELECT branch_code, name FROM branch_dated
                WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until > ?) ORDER BY branch_code""", (row, n) -> new Branch(row.getString(1), row.getString(2)), date, date);
    }

    /** The days of every branch, by code. */
    public List<BranchDays> branchDays() {
        return jdbc.query(
                "SELECT branch_code, valid_from, valid_until FROM branch_dated ORDER BY branch_code, valid_from",
                (row, n) -> new BranchDays(row.getString(1), date(row, "valid_from"), date(row, "valid_until")));
    }

    /** The addresses of people in a role on a date, in one branch or (null) in all, by person code. */
    public List<String> addresses(String role, @Nullable String branch, LocalDate date) {
        return jdbc.queryForList("""
                SELECT email FROM person_dated
                WHERE role = ? AND (? IS NULL OR branch_code = ?) AND email <> ''
                  AND valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)
                  AND (joined_on IS NULL OR joined_on <= ?) AND (left_on IS NULL OR left_on >= ?)
                ORDER BY person_code""", String.class, role, branch, branch, date, date, date, date);
    }
}
