package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;

/** The audit is only appended to; what is old is removed. */
class AuditDaoTest {

    @Test
    void noStatementChangesARow() {
        List<String> changes = Arrays.stream(AuditDao.class.getMethods())
                .flatMap(AuditDaoTest::statements)
                .map(sql -> sql.strip().toLowerCase(Locale.ROOT))
                .filter(sql -> !sql.startsWith("select "))
                .toList();

        assertThat(changes)
                .hasSize(2)
                .anyMatch(sql -> sql.startsWith("insert into audit ") && !sql.contains("duplicate"))
                .anyMatch(sql -> sql.equals("delete from audit where at < :before limit :rows"));
    }

    private static Stream<String> statements(Method method) {
        return Stream.of(
                        Optional.ofNullable(method.getAnnotation(SqlQuery.class))
                                .map(query -> query.value()),
                        Optional.ofNullable(method.getAnnotation(SqlUpdate.class))
                                .map(update -> update.value()),
                        Optional.ofNullable(method.getAnnotation(SqlBatch.class))
                                .map(batch -> batch.value()))
                .flatMap(Optional::stream);
    }
}
