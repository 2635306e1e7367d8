package io.dayclose.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/** The rows of a query with its column names. */
final class RowReader implements ResultSetExtractor<Rows> {
    @Override
    public Rows extractData(ResultSet result) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getMetaData().getColumnLabel(i));
        }
        var found = new Rows(columns);
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(plain(result.getObject(i)));
            }
            found.add(row);
        }
        return found;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDateTime || value instanceof Timestamp
                ? value.toString().replace('T', ' ').replaceFirst("\\.0$", "")
                : value;
    }
}
