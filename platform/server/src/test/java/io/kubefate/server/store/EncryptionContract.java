package io.kubefate.server.store;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.encryption.MasterKeys;
import io.kubefate.server.store.encryption.UnreadableTextException;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.request.KeyedRequest;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.request.StoredWarning;
import io.kubefate.server.store.step.StepRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How passwords are stored, and how their keys change. */
abstract class EncryptionContract extends StoreContract {

    private static final String PASSWORD = "fate_dev-Xy7";
    private static final KeyedRequest REQUEST = KeyedRequest.of("admin", "key-1", "fingerprint of " + PASSWORD)
            .withWarnings(List.of(new StoredWarning("", 0, "weak password " + PASSWORD)));

    /** What services and commands find in their key file. */
    private final AtomicReference<MasterKeys> file = new AtomicReference<>();

    private Database database;

    EncryptionContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void clear() {
        database = database();
        file.set(MasterKeys.none("no file"));
        jdbi.useHandle(handle -> {
            handle.execute("delete from data_key");
            handle.execute("delete from service_secret");
            handle.execute("delete from upgrade_step");
        });
    }

    @Test
    void noTableHasAPassword() {
        file.set(TestKeys.of(TestKeys.A));

        storePasswords(database.jdbi(open()));

        assertThat(dump()).contains("@aes256gcm:").doesNotContain(PASSWORD);
    }

    @Test
    void withoutAKeyPasswordsAreReadable() {
        storePasswords(database.jdbi(open()));

        assertThat(dump()).contains(PASSWORD).doesNotContain("@aes256gcm:");
    }

    @Test
    void everyColumnForTextsIsConfidentialOrHasNoPasswords() {
        Set<String> confidential = new TreeSet<>();
        for (ConfidentialColumn column : ConfidentialColumn.values()) {
            confidential.add(column.table() + "." + column.column());
        }

        assertThat(textColumns())
                .containsAll(confidential)
                .as("only masked texts, and descriptions of plugins")
                .allMatch(column -> confidential.contains(column)
                        || Set.of(
                                        "job.progress",
                                        "job_event.details",
                                        "job_check.result",
                                        "upgrade_step.message",
                                        "upgrade_step.log",
                                        "plugin.releases",
                                        "plugin.provider",
                                        "plugin.description")
                                .contains(column));
    }

    @ParameterizedTest
    @EnumSource(ConfidentialColumn.class)
    void aTextThatIsMovedToAnotherRowIsRejected(ConfidentialColumn column) {
        file.set(TestKeys.of(TestKeys.A));
        Jdbi encrypted = database.jdbi(open());
        JobRecord job = storePasswords(encrypted);
        String own =
                column("select " + column.column() + " from " + column.table()).get(0);
        String foreign = open().encrypt(
                        column.cell(column.key().toArray()), open().decrypt(own).value());
        jdbi.useHandle(
                handle -> handle.execute("update " + column.table() + " set " + column.column() + " = ?", foreign));

        assertThatThrownBy(() -> readPasswords(encrypted, job))
                .hasStackTraceContaining("the database was changed by somebody else")
                .hasStackTraceContaining(column.table() + "." + column.column() + "/");
    }

    @Test
    void aTextThatIsChangedIsRejected() {
        file.set(TestKeys.of(TestKeys.A));
        Jdbi encrypted = database.jdbi(open());
        JobRecord job = storePasswords(encrypted);
        jdbi.useHandle(handle -> handle.execute(
                "update cluster set spec = concat(left(spec, 40), case substring(spec, 41, 1) when 'A' then 'B' else"
                        + " 'A' end, substring(spec, 42))"));

        ClusterRecord cluster =
                new ClusterStore(encrypted).find(job.clusterUuid()).orElseThrow();

        assertThat(cluster.spec().readable()).isEmpty();
        assertThatThrownBy(() -> cluster.spec().value())
                .isInstanceOf(UnreadableTextException.class)
                .hasStackTraceContaining("or is damaged: cluster.spec/" + job.clusterUuid());
    }

    @Test
    void anUnencryptedTextIsRejectedOnceAllAreEncrypted() {
        file.set(TestKeys.of(TestKeys.A));
        Encryption encryption = open();
        Jdbi encrypted = database.jdbi(encryption);
        JobRecord job = storePasswords(encrypted);
        encryptExisting(encryption);
        jdbi.useHandle(handle -> handle.execute("update revision set manifests = '[]'"));

        assertThatThrownBy(() -> new ClusterStore(encrypted)
                        .revision(job.clusterUuid(), 1)
                        .orElseThrow()
                        .objects())
                .hasStackTraceContaining("a text that must be encrypted is not");
    }

    @Test
    void whatWasStoredWithoutAKeyIsEncrypted() {
        JobRecord job = storePasswords(database.jdbi(open()));
        file.set(TestKeys.of(TestKeys.A));
        Encryption encryption = open();

        int texts = encryptExisting(encryption);

        assertThat(texts).isEqualTo(ConfidentialColumn.values().length);
        assertThat(dump()).doesNotContain(PASSWORD);
        assertThat(readPasswords(database.jdbi(encryption), job)).hasSize(7).allMatch(text -> text.contains(PASSWORD));
        assertThat(encryptExisting(encryption)).isZero();
    }

    @Test
    void aServiceWithoutAKeyStoresNothingOnceAnotherOneHasAKey() {
        Encryption without = open();
        Jdbi unencrypted = database.jdbi(without);
        Encryption with = database.encryption(() -> TestKeys.of(TestKeys.A));

        assertThatThrownBy(without::refresh)
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("encrypted with the key " + id(TestKeys.A));

        assertThatThrownBy(() -> storePasswords(unencrypted)).hasStackTraceContaining("which is not in no file");
        assertThat(with.enabled()).isTrue();
        assertThat(dump()).doesNotContain(PASSWORD);
    }

    @Test
    void withoutItsKeyADatabaseIsNotOpened() {
        file.set(TestKeys.of(TestKeys.A));
        open();

        file.set(MasterKeys.none("no file"));
        assertThatThrownBy(this::open)
                .isInstanceOf(KubefateException.class)
                .hasMessage("the database is encrypted with the key " + id(TestKeys.A) + ", which is not in no file;"
                        + " add this key, and name the file in KUBEFATE_ENCRYPTION_KEY_FILE");
        file.set(TestKeys.of(TestKeys.B));
        assertThatThrownBy(this::open).hasMessageContaining("(it has " + id(TestKeys.B) + ")");
    }

    @Test
    void afterARotationTheOldKeyIsNotNeeded() {
        file.set(TestKeys.of(TestKeys.A));
        Encryption running = open();
        JobRecord job = storePasswords(database.jdbi(running));
        encryptExisting(running);
        String before = dump();

        file.set(TestKeys.of(TestKeys.B, TestKeys.A));
        int texts = database.reencryption(open(), Duration.ZERO).rotate();

        file.set(TestKeys.of(TestKeys.B));
        assertThat(texts).isEqualTo(ConfidentialColumn.values().length);
        assertThat(readPasswords(database.jdbi(open()), job)).allMatch(text -> text.contains(PASSWORD));
        assertThat(readPasswords(database.jdbi(running), job))
                .as("a service that runs meanwhile")
                .allMatch(text -> text.contains(PASSWORD));
        assertThat(before.lines().filter(dump()::contains).filter(line -> line.contains("@aes256gcm:")))
                .isEmpty();
    }

    @Test
    void anInterruptedRotationIsContinued() {
        file.set(TestKeys.of(TestKeys.A));
        Encryption encryption = open();
        JobRecord job = storePasswords(database.jdbi(encryption));
        encryptExisting(encryption);
        String secret = column("select content from service_secret").get(0);
        jdbi.useHandle(handle -> handle.execute("update service_secret set content = '@aes256gcm:damaged'"));
        file.set(TestKeys.of(TestKeys.B, TestKeys.A));
        assertThatThrownBy(() -> database.reencryption(open(), Duration.ZERO).rotate())
                .hasMessageContaining("incomplete");
        jdbi.useHandle(handle -> handle.execute("update service_secret set content = ?", secret));

        int texts = database.reencryption(open(), Duration.ZERO).rotate();

        assertThat(texts).as("what the first call did not reach").isEqualTo(1);
        assertThat(column("select id from data_key")).hasSize(2);
        assertThat(readPasswords(database.jdbi(open()), job)).allMatch(text -> text.contains(PASSWORD));
    }

    @Test
    void aRotationNeedsAKey() {
        assertThatThrownBy(() -> database.reencryption(open(), Duration.ZERO).rotate())
                .isInstanceOf(KubefateException.class)
                .hasMessage("there is no encryption key; set KUBEFATE_ENCRYPTION_KEY_FILE");
    }

    @Test
    void servicesThatStartTogetherReadEachOther() throws Exception {
        file.set(TestKeys.of(TestKeys.A));

        List<Encryption> services = together(4, this::open);

        ConfidentialColumn column = ConfidentialColumn.CLUSTER_SPEC;
        for (Encryption writer : services) {
            String text = writer.encrypt(column.cell("a"), PASSWORD);
            assertThat(services).allMatch(reader -> reader.decrypt(text).value().equals(PASSWORD));
        }
    }

    private Encryption open() {
        return database.encryption(file::get);
    }

    private int encryptExisting(Encryption encryption) {
        return database.reencryption(encryption, Duration.ZERO).encryptExisting();
    }

    private static String id(String key) {
        return TestKeys.of(key).first().id();
    }

    /** Stores a password in each confidential column. */
    private static JobRecord storePasswords(Jdbi jdbi) {
        String spec = "password: " + PASSWORD;
        ClusterRecord cluster = cluster("alpha", spec);
        ClusterStore clusters = new ClusterStore(jdbi);
        RevisionRecord revision = TestRows.revision(cluster, "[{\"kind\":\"" + PASSWORD + "\"}]", "p@1");
        JobRecord job = clusters.acceptInstall(
                cluster, revision, job(cluster, JobMethod.ClusterInstall), RequestConditions.NONE.with(REQUEST));
        jdbi.useExtension(
                StepDao.class,
                steps -> steps.insert(StepRecord.pending(cluster.uuid(), 1, "step", "{\"kind\":\"" + PASSWORD + "\"}")
                        .withRevision(1)));
        new SecretStore(jdbi).findOrCreate(SecretStore.TOKEN_KEY, PASSWORD, NOON);
        return job;
    }

    /** Reads the values of all confidential columns except the fingerprint, which only shows that a request is repeated. */
    private static List<String> readPasswords(Jdbi jdbi, JobRecord job) {
        ClusterStore clusters = new ClusterStore(jdbi);
        RevisionRecord revision = clusters.revision(job.clusterUuid(), 1).orElseThrow();
        JobStore jobs = new JobStore(jdbi);
        KeyedRequest request =
                clusters.requests().find(REQUEST, NOON).orElseThrow().request();
        assertThat(request.isRepeatedBy(REQUEST)).isTrue();
        return List.of(
                clusters.find(job.clusterUuid()).orElseThrow().spec().value(),
                revision.spec().value(),
                revision.objects().get(0).kind(),
                jobs.find(job.uuid())
                        .orElseThrow()
                        .request()
                        .cluster()
                        .orElseThrow()
                        .spec(),
                jobs.steps().ofCluster(job.clusterUuid()).get(0).manifest().value(),
                request.answeredWarnings().get(0).message(),
                new SecretStore(jdbi).findOrCreate(SecretStore.TOKEN_KEY, "other", NOON));
    }

    /** Returns all values of all tables. */
    private String dump() {
        return tables().stream()
                .flatMap(table ->
                        jdbi
                                .withHandle(handle -> handle.createQuery("select * from " + table)
                                        .mapToMap()
                                        .list())
                                .stream())
                .map(Map::toString)
                .collect(joining("\n"));
    }

    private List<String> tables() {
        return column("select table_name from information_schema.tables where table_schema = " + schema());
    }

    private List<String> textColumns() {
        return column(
                "select concat(table_name, '.', column_name) from information_schema.columns where table_schema = "
                        + schema()
                        + " and data_type not in ('mediumblob', 'BINARY LARGE OBJECT') and character_maximum_length >"
                        + " 1000");
    }

    private String schema() {
        return kind == TestDatabases.H2 ? "current_schema()" : "database()";
    }

    private List<String> column(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
