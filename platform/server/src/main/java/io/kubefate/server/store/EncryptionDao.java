package io.kubefate.server.store;

import io.kubefate.server.store.encryption.DataKeyRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.MapMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The statements on table {@code data_key}, and those that read and write the confidential columns of all tables as they are stored.
 */
interface EncryptionDao {

    @SqlQuery("select id, master_key_id, encrypted, complete from data_key order by number")
    List<DataKeyRecord> keys();

    @SqlUpdate("""
            insert into data_key (id, master_key_id, encrypted, complete, created_at)
            values (:id, :masterKeyId, :encrypted, :complete, :at)
            """)
    void insert(@BindMethods DataKeyRecord key, Instant at);

    @SqlUpdate("""
            update data_key set master_key_id = :masterKeyId, encrypted = :encrypted, complete = :complete where id = :id
            """)
    void update(@BindMethods DataKeyRecord key);

    /** Returns the keys of rows whose text does not begin with a prefix. */
    @SqlQuery("select <key> from <table> where <column> not like concat(:prefix, '%') limit :limit")
    @RegisterRowMapper(MapMapper.class)
    List<Map<String, Object>> rowsWithout(
            String prefix, int limit, @Define String table, @Define String column, @Define String key);

    @SqlQuery("select <column> from <table> where <row> for update")
    Optional<String> lock(
            @BindMap Map<String, Object> values, @Define String table, @Define String column, @Define String row);

    @SqlUpdate("update <table> set <column> = :text where <row>")
    void write(
            String text,
            @BindMap Map<String, Object> values,
            @Define String table,
            @Define String column,
            @Define String row);
}
