package io.kubefate.server.store;

import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.RetiredPlugin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The statements on tables {@code plugin}, {@code plugin_content} and {@code plugin_retired}. Those that return a boolean report
 * whether a row changed.
 */
interface PluginDao {

    @SqlQuery("select * from plugin order by number")
    List<PluginRecord> list();

    @SqlQuery("select * from plugin where id = :id")
    Optional<PluginRecord> find(String id);

    @SqlQuery("select * from plugin where id = :id for update")
    Optional<PluginRecord> lock(String id);

    @SqlUpdate("""
            insert into plugin (id, version, sha256, file_name, size, releases, provider, description, source, enabled,
                installed_at, changed_by, changed_at)
            values (:identity.id, :identity.version, :file.sha256, :file.fileName, :file.size, :releases, :identity.provider,
                :identity.description, :file.source, :enabled, :history.installedAt, :history.changedBy, :history.changedAt)
            """)
    void insert(@BindMethods PluginRecord plugin);

    @SqlUpdate("""
            update plugin
            set version = :identity.version, sha256 = :file.sha256, file_name = :file.fileName, size = :file.size,
                releases = :releases, provider = :identity.provider, description = :identity.description,
                source = :file.source, changed_by = :history.changedBy, changed_at = :history.changedAt
            where id = :identity.id
            """)
    void update(@BindMethods PluginRecord plugin);

    @SqlUpdate("update plugin set enabled = :enabled, changed_by = :by, changed_at = :at where id = :id")
    boolean setEnabled(String id, boolean enabled, String by, Instant at);

    @SqlUpdate("delete from plugin where id = :id")
    void delete(String id);

    @SqlUpdate("insert into plugin_content (sha256, chunk, content) values (:sha256, :chunk, :content)")
    void insertChunk(String sha256, int chunk, byte[] content);

    @SqlQuery("select content from plugin_content where sha256 = :sha256 and chunk = :chunk")
    Optional<byte[]> chunk(String sha256, int chunk);

    @SqlUpdate("delete from plugin_content where sha256 = :sha256")
    void deleteContent(String sha256);

    @SqlQuery("select * from plugin_retired order by retired_at desc, sha256")
    List<RetiredPlugin> retired();

    @SqlUpdate("""
            insert into plugin_retired (sha256, id, version, how, retired_by, retired_at)
            values (:sha256, :id, :version, :how, :retiredBy, :retiredAt)
            """)
    void insertRetired(@BindMethods RetiredPlugin retired);

    @SqlUpdate("delete from plugin_retired where sha256 = :sha256")
    void deleteRetired(String sha256);
}
