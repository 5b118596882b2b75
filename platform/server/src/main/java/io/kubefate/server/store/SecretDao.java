package io.kubefate.server.store;

import io.kubefate.server.store.encryption.Confidential;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on table {@code service_secret}. */
interface SecretDao {

    @SqlUpdate("insert ignore into service_secret (name, content, created_at) values (:name, :content, :at)")
    void insertIfAbsent(String name, Confidential<String> content, Instant at);

    @SqlQuery("select content from service_secret where name = :name")
    Confidential<String> content(String name);
}
