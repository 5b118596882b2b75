package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.backup.BackupHeader;
import io.kubefate.server.store.backup.BackupRestore;
import io.kubefate.server.store.backup.BackupWriter;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.encryption.DataKeyRecord;
import io.kubefate.server.store.encryption.MasterKeys;
import io.kubefate.server.store.row.RootCause;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database: brings its tables up to date and gives access to it. */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** How often {@link #migrate()} tries again: with pauses of 1, 2, 4, 8, 10 and 10 seconds, 35 in all. */
    private static final int CONNECT_RETRIES = 6;

    /** The error code of H2 for a file that another process has locked. */
    private static final int ALREADY_OPEN = 90020;

    private static final int LONGEST_PAUSE_SECONDS = 10;

    /**
     * MySQL's dialect and its treatment of names, so that one set of statements serves all databases. A commit is on disk
     * before it returns (WRITE_DELAY), a query sees what its transaction wrote before (H2 2.4.240 reuses older results of the same query
     * otherwise: OPTIMIZE_REUSE_RESULTS), and the database outlives H2's own shutdown hook and the interrupt that ends a
     * runner's thread (async: an ordinary file channel is closed by it), because runners still release their jobs while the
     * service stops.
     */
    private static final String EMBEDDED_OPTIONS =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                    + ";NON_KEYWORDS=VALUE,KEY,USER;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE"
                    + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

    private static final CellCipher KEYS_ONLY = CellCipher.refusing("this code must not use confidential columns");

    private final DataSource dataSource;
    private final String url;

    /**
     * Names a database; nothing connects to it yet.
     *
     * @param dataSource gives connections to it; its owner closes it
     * @param url its JDBC URL, for messages only; a password in it is not shown
     */
    public Database(DataSource dataSource, String url) {
        this.dataSource = requireNonNull(dataSource, "dataSource is null");
        this.url = withoutPassword(requireNonNull(url, "url is null"));
    }

    /**
     * The JDBC URL of an embedded database, which one process at a time can open.
     *
     * @param file where it is kept, without H2's ending {@code .mv.db}; it is created with its directories when it is absent
     * @return an H2 URL with all the options that this package needs
     */
    public static String embeddedUrl(Path file) {
        return "jdbc:h2:async:" + file.toAbsolutePath() + EMBEDDED_OPTIONS;
    }

    /**
     * Makes or updates the tables; does nothing when they are up to date. Several services may do this at once. While the
     * database cannot be used it tries again for about half a minute. An embedded one cannot be used while another process has it
     * open: in Kubernetes, a pod starts while the one that it replaces ends.
     *
     * @throws KubefateException {@link ErrorCode#DATABASE_UNAVAILABLE} if it cannot be reached or updated
     */
    public void migrate() {
        migrate(CONNECT_RETRIES);
    }

    /**
     * Makes or updates the tables as {@link #migrate()} does, but fails at once while another process has an embedded database open: for
     * commands, since a service does not end by itself.
     */
    public void migrateUnlessOpen() {
        try {
            flyway(0).migrate();
        } catch (FlywayException failure) {
            if (isOpenElsewhere(failure)) {
                throw unusable(failure);
            }
            migrate(CONNECT_RETRIES);
        }
    }

    void migrate(int connectRetries) {
        try {
            flyway(0).migrate();
        } catch (FlywayException failure) {
            LOG.warn("the database {} cannot be used yet, trying again: {}", url, RootCause.text(failure));
            migrateAgain(connectRetries, failure);
        }
    }

    /** Of several services that meet a new database only one can make Flyway's own table; the others find it now. */
    private void migrateAgain(int connectRetries, FlywayException failure) {
        try {
            flyway(connectRetries).migrate();
        } catch (FlywayException secondFailure) {
            failure.addSuppressed(secondFailure);
            throw unusable(failure);
        }
    }

    /** Returns a backup of the tables, which must be up to date. */
    public BackupWriter backupWriter() {
        return new BackupWriter(jdbi(KEYS_ONLY));
    }

    /** Returns the header of a backup of the tables as they are now. */
    public BackupHeader backupHeader(String service, Instant now) {
        List<String> masterKeys = jdbi(KEYS_ONLY).withExtension(EncryptionDao.class, EncryptionDao::keys).stream()
                .map(DataKeyRecord::masterKeyId)
                .distinct()
                .toList();
        return new BackupHeader(BackupHeader.FORMAT, versions().current(), service, now, masterKeys);
    }

    /** Returns what restores a backup. The tables need not exist. */
    public BackupRestore backupRestore() {
        return new BackupRestore(jdbi(KEYS_ONLY), versions());
    }

    TableVersions versions() {
        return new TableVersions(dataSource, this::unusable);
    }

    /** Another process that has an embedded database open keeps it for as long as it runs. */
    private static boolean isOpenElsewhere(FlywayException failure) {
        return RootCause.causes(failure)
                .anyMatch(cause -> cause instanceof SQLException refusal && refusal.getErrorCode() == ALREADY_OPEN);
    }

    private KubefateException unusable(FlywayException failure) {
        return new KubefateException(
                ErrorCode.DATABASE_UNAVAILABLE,
                "the database " + url + " cannot be used: " + RootCause.text(failure) + "; " + remedy(),
                failure);
    }

    private String remedy() {
        return url.startsWith("jdbc:h2:")
                ? "check that no other service uses this file, that its disk is not full, and that the service may write to it"
                        + " (KUBEFATE_DATA)"
                : "check that it runs, and FATECLOUD_DB_HOST, FATECLOUD_DB_PORT, FATECLOUD_DB_NAME,"
                        + " FATECLOUD_DB_USERNAME and FATECLOUD_DB_PASSWORD";
    }

    private Flyway flyway(int connectRetries) {
        return TableVersions.configuration(dataSource)
                .connectRetries(connectRetries)
                .connectRetriesInterval(LONGEST_PAUSE_SECONDS)
                .load();
    }

    /**
     * Returns access to the database, with mappers for all records of this package; opens connections only when used.
     *
     * @param cipher encrypts confidential columns
     */
    public Jdbi jdbi(CellCipher cipher) {
        return Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()).installPlugin(new StorePlugin(cipher));
    }

    /** Returns whether confidential columns are encrypted. Needs up-to-date tables. */
    public boolean isEncrypted() {
        return !jdbi(KEYS_ONLY)
                .withExtension(EncryptionDao.class, EncryptionDao::keys)
                .isEmpty();
    }

    /**
     * Reads the keys that encrypt confidential columns. Needs up-to-date tables.
     *
     * @param masterKeys reads the keys of the administrator as they are now
     * @throws KubefateException if a master key is missing
     */
    public Encryption encryption(Supplier<MasterKeys> masterKeys) {
        return new Encryption(jdbi(KEYS_ONLY), masterKeys);
    }

    /**
     * Encrypts what is stored already.
     *
     * @param pause until every other service uses a new data key; zero if there is no other one
     */
    public Reencryption reencryption(Encryption encryption, Duration pause) {
        return new Reencryption(jdbi(KEYS_ONLY), encryption, pause);
    }

    /** Credentials stand in the options, before an @, or as pairs of MySQL's key-value form of a host. */
    static String withoutPassword(String url) {
        return url.replaceFirst("[?;].*", "")
                .replaceFirst("//.*@", "//")
                .replaceAll("(?i)(password\\d?)=[^,)]*", "$1=…");
    }
}
