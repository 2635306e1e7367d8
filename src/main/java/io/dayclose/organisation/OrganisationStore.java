package io.dayclose.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

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
        load(organisation, "dealer", OrganisationStore::dealer);
        load(organisation, "outlet", OrganisationStore::outlet);
        load(organisation, "person", OrganisationStore::person);
        load(organisation, "product", OrganisationStore::product);
        return organisation;
    }

    private void load(Organisation organisation, String feed, RowReader reader) {
        jdbc.query("SELECT * FROM " + feed + "_dated", put(organisation, feed, reader));
    }

    private static RowCallbackHandler put(Organisation organisation, String feed, RowReader reader) {
        return row -> organisation.put(
                feed, row.getString(feed + "_code"), row.getObject("valid_from", LocalDate.class), reader.read(row));
    }

    /**
     * Outlets, dealers and people as they stood before a night. A row that came and was corrected in the same night stands as
     * it came.
     */
    public Organisation before(LocalDate night) {
        var organisation = new Organisation();
        before(organisation, night, "dealer", OrganisationStore::dealer);
        before(organisation, night, "outlet", OrganisationStore::outlet);
        before(organisation, night, "person", OrganisationStore::person);
        return organisation;
    }

    private void before(Organisation organisation, LocalDate night, String feed, RowReader reader) {
        jdbc.query("""
                SELECT m.* FROM %1$s m
                LEFT JOIN %1$s n ON n.%1$s_code = m.%1$s_code AND n.valid_from = m.valid_from AND n.version = 2
                WHERE m.night < ? OR m.version = 1 AND n.version = 2 ORDER BY m.version""".formatted(feed), put(organisation, feed, reader), night);
    }

    private static Dealer dealer(ResultSet row) throws SQLException {
        return new Dealer(
                row.getString("dealer_code"),
                row.getString("branch_code"),
                date(row, "contract_from"),
                date(row, "contract_to"));
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
                WHERE valid_from <= ? AND valid_until > ? ORDER BY branch_code""", (row, n) -> new Branch(row.getString(1), row.getString(2)), date, date);
    }

    /** The days of every branch, by code. */
    public List<BranchDays> branchDays() {
        return jdbc.query(
                "SELECT branch_code, valid_from, valid_until FROM branch_dated ORDER BY branch_code, valid_from",
                (row, n) -> new BranchDays(
                        row.getString(1),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)));
    }

    /** Code and name of the outlets known on a date, by code. */
    public List<Named> outlets(LocalDate date) {
        return named("outlet", date);
    }

    /** Code and name of the dealers known on a date, by code. */
    public List<Named> dealers(LocalDate date) {
        return named("dealer", date);
    }

    /** Code and name of people known on a date, those who have left included, by code. */
    public List<Named> people(LocalDate date) {
        return named("person", date);
    }

    /** A code and its name. */
    public record Named(String code, String name) {}

    private List<Named> named(String feed, LocalDate date) {
        return jdbc.query(
                "SELECT " + feed + "_code, name FROM " + feed
                        + "_dated WHERE valid_from <= ? AND valid_until > ? ORDER BY 1",
                (row, n) -> new Named(row.getString(1), row.getString(2)),
                date,
                date);
    }

    /** The address of a dealer on a date. */
    public List<String> addressOfDealer(String dealer, LocalDate date) {
        return jdbc.queryForList("""
                SELECT email FROM dealer_dated
                WHERE dealer_code = ? AND email <> '' AND valid_from <= ? AND valid_until > ?""", String.class, dealer, date, date);
    }

    /** Code and name of those who are somebody's manager on a date, by code. */
    public List<Named> managers(LocalDate date) {
        var managers = new HashSet<>(jdbc.queryForList(
                "SELECT DISTINCT manager_code FROM person_dated WHERE manager_code <> '' AND valid_from <= ? AND valid_until > ?",
                String.class,
                date,
                date));
        return people(date).stream()
                .filter(person -> managers.contains(person.code()))
                .toList();
    }

    /** The manufacturers of the products known on a date. */
    public List<String> manufacturers(LocalDate date) {
        return jdbc.queryForList(
                "SELECT DISTINCT manufacturer FROM product_dated WHERE manufacturer <> '' AND valid_from <= ? AND valid_until > ? ORDER BY 1",
                String.class,
                date,
                date);
    }

    /** The codes of a manager's people on a date. */
    public List<String> peopleOf(String manager, LocalDate date) {
        return jdbc.queryForList(
                "SELECT person_code FROM person_dated WHERE manager_code = ? AND valid_from <= ? AND valid_until > ? ORDER BY 1",
                String.class,
                manager,
                date,
                date);
    }

    /** The address of somebody on a date, or of the first above him who has one. */
    public List<String> addressOf(String person, LocalDate date) {
        var seen = new HashSet<String>();
        for (var code = Optional.of(person); code.filter(seen::add).isPresent(); ) {
            var found = jdbc.query(
                    "SELECT email, manager_code FROM person_dated WHERE person_code = ? AND valid_from <= ? AND valid_until > ?",
                    (row, n) -> new String[] {row.getString(1), row.getString(2)},
                    code.get(),
                    date,
                    date);
            if (!found.isEmpty() && found.get(0)[0] != null && !found.get(0)[0].isEmpty()) {
                return List.of(found.get(0)[0]);
            }
            code = found.stream().map(row -> row[1]).filter(Objects::nonNull).findFirst();
        }
        return List.of();
    }

    /** The addresses of people in a role on a date, in one branch or (null) in all, by person code. */
    public List<String> addresses(String role, @Nullable String branch, LocalDate date) {
        return addresses("branch_code", role, branch, date);
    }

    /** The addresses of people in a role at an outlet on a date, by person code. */
    public List<String> addressesAt(String role, String outlet, LocalDate date) {
        return addresses("outlet_code", role, outlet, date);
    }

    private List<String> addresses(String column, String role, @Nullable String code, LocalDate date) {
        return jdbc.queryForList("""
                SELECT email FROM person_dated
                WHERE role = ? AND (? IS NULL OR %s = ?) AND email <> ''
                  AND valid_from <= ? AND valid_until > ?
                  AND (joined_on IS NULL OR joined_on <= ?) AND (left_on IS NULL OR left_on >= ?)
                ORDER BY person_code""".formatted(column), String.class, role, code, code, date, date, date, date);
    }
}
