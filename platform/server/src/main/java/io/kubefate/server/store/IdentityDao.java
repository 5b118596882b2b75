package io.kubefate.server.store;

import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.identity.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The statements on tables {@code account}, {@code role_grant}, {@code api_token} and {@code revoked_session}. Those that return a
 * boolean report whether a row changed.
 */
interface IdentityDao {

    @SqlQuery("select * from account where deleted_at is null order by id")
    List<AccountRecord> accounts();

    @SqlQuery("select * from account where uuid = :uuid and deleted_at is null")
    Optional<AccountRecord> account(String uuid);

    @SqlQuery("select * from account where name = :name and active")
    Optional<AccountRecord> accountNamed(String name);

    @SqlQuery("select exists (select 1 from account where name = :name)")
    boolean everHadAccount(String name);

    @SqlUpdate("""
            insert into account (uuid, name, email, password_hash, enabled, sessions, active, created_at, updated_at)
            values (:uuid, :name, :email, :passwordHash, :enabled, :sessions, true, :times.createdAt, :times.updatedAt)
            """)
    void insert(@BindMethods AccountRecord account);

    @SqlUpdate("""
            update account
            set email = :email, password_hash = :passwordHash, enabled = :enabled, sessions = :sessions,
                updated_at = :times.updatedAt
            where uuid = :uuid and deleted_at is null
            """)
    boolean update(@BindMethods AccountRecord account);

    @SqlUpdate("""
            update account set active = null, enabled = false, updated_at = :at, deleted_at = :at
            where uuid = :uuid and deleted_at is null
            """)
    boolean deleteAccount(String uuid, Instant at);

    @SqlQuery("select * from role_grant order by id")
    List<GrantRecord> grants();

    @SqlQuery("select * from role_grant where id = :id")
    Optional<GrantRecord> grant(long id);

    @SqlQuery("""
            select * from role_grant
            where subject_kind = :subjectKind and subject = :subject and role = :role and namespace = :namespace
            """)
    Optional<GrantRecord> sameGrant(@BindMethods GrantRecord grant);

    @SqlUpdate("""
            insert into role_grant (subject_kind, subject, role, namespace, creator, created_at)
            values (:subjectKind, :subject, :role, :namespace, :creator, :createdAt)
            """)
    void insert(@BindMethods GrantRecord grant);

    @SqlUpdate("delete from role_grant where id = :id")
    boolean deleteGrant(long id);

    @SqlUpdate("delete from role_grant where subject_kind = :kind and subject = :subject")
    void deleteGrants(SubjectKind kind, String subject);

    @SqlQuery("select subject from role_grant where role = :role and namespace = :namespace order by id for update")
    List<String> lockHolders(String role, String namespace);

    @SqlQuery("""
            select count(*) from account
            where active and enabled and name in (
                select subject from role_grant
                where subject_kind = :kind and role = :role and namespace = :namespace)
            """)
    int enabledHolders(SubjectKind kind, String role, String namespace);

    @SqlQuery("select * from api_token where revoked_at is null order by id")
    List<ApiTokenRecord> tokens();

    @SqlUpdate("""
            insert into api_token (uuid, name, account_uuid, sha256, expires_at, created_at)
            values (:uuid, :name, :accountUuid, :sha256, :expiresAt, :createdAt)
            """)
    void insert(@BindMethods ApiTokenRecord token);

    @SqlUpdate("update api_token set revoked_at = :at where uuid = :uuid and revoked_at is null")
    boolean revokeToken(String uuid, Instant at);

    @SqlUpdate("update api_token set revoked_at = :at where account_uuid = :account and revoked_at is null")
    void revokeTokensOf(String account, Instant at);

    @SqlUpdate("update api_token set last_used_at = :at where uuid = :uuid")
    void used(String uuid, Instant at);

    @SqlQuery("select token_id from revoked_session")
    Set<String> revokedSessions();

    @SqlUpdate("insert ignore into revoked_session (token_id, expires_at) values (:tokenId, :expiresAt)")
    void revokeSession(String tokenId, Instant expiresAt);

    @SqlUpdate("delete from revoked_session where expires_at < :now")
    void deleteExpiredRevocations(Instant now);
}
