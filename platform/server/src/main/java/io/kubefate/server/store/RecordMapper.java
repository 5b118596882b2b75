package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Makes records of rows. Remembers which columns are the components of the record: {@link ConstructorMapper} compares the names of all
 * columns with those of all components for each result.
 */
final class RecordMapper<T> implements RowMapper<T> {

    private final RowMapper<T> mapper;
    private final Map<List<String>, RowMapper<T>> byColumns = new ConcurrentHashMap<>();

    private RecordMapper(RowMapper<T> mapper) {
        this.mapper = requireNonNull(mapper, "mapper is null");
    }

    /** Lets rows become records of this type. */
    static <T> void register(Jdbi jdbi, Class<T> type) {
        jdbi.registerRowMapper(type, new RecordMapper<>(ConstructorMapper.of(type)));
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet result, StatementContext context) throws SQLException {
        List<String> columns = columns(result.getMetaData());
        RowMapper<T> known = byColumns.get(columns);
        if (known != null) {
            return known;
        }
        RowMapper<T> specialized = mapper.specialize(result, context);
        byColumns.put(columns, specialized);
        return specialized;
    }

    private static List<String> columns(ResultSetMetaData result) throws SQLException {
        List<String> columns = new ArrayList<>(result.getColumnCount());
        for (int column = 1; column <= result.getColumnCount(); column++) {
            columns.add(result.getColumnLabel(column));
        }
        return columns;
    }
}
