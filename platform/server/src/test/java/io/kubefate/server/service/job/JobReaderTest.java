package io.kubefate.server.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.Job;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.ListStore;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of jobs that another replica changes. */
class JobReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private final JobStore otherReplica = new JobStore(database.jdbi());
    private final JobReader reader = new JobReader(
            new JobStore(database.jdbi()), new ListStore(database.jdbi()), Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void listsAJobThatHasEndedAsOneThatIsRead() {
        JobRecord job = end(accept("alpha"));
        reader.all();

        assertThat(reader.all()).containsExactly(reader.read(job));
    }

    @Test
    void listsTheEndOfAJobAtOnce() {
        JobRecord job = accept("alpha");
        assertThat(reader.all()).extracting(Job::status).containsExactly("Pending");

        end(job);

        assertThat(reader.all()).extracting(Job::status).containsExactly("Success");
    }

    @Test
    void aRemovedJobIsNoLongerListed() {
        JobRecord removed = end(accept("alpha"));
        JobRecord other = end(accept("bravo"));
        reader.all();

        otherReplica.remove(removed.uuid(), NOON.plusSeconds(2));

        assertThat(reader.all()).extracting(Job::uuid).containsExactly(other.uuid());
    }

    @Test
    void listsANewJobAtOnceAndLast() {
        JobRecord first = end(accept("alpha"));
        reader.all();

        JobRecord second = accept("bravo");

        assertThat(reader.all()).extracting(Job::uuid).containsExactly(first.uuid(), second.uuid());
    }

    @Test
    void listsMoreJobsThanItReadsAtOnce() {
        for (int number = 0; number < 501; number++) {
            accept("cluster-" + number);
        }

        assertThat(reader.all()).hasSize(501).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
    }

    private JobRecord accept(String name) {
        return TestRows.accept(new ClusterStore(database.jdbi()), TestRows.cluster(name, "name: " + name, NOON));
    }

    private JobRecord end(JobRecord accepted) {
        JobLease lease = otherReplica
                .claim("runner", NOON, Duration.ofSeconds(10))
                .flatMap(JobRecord::lease)
                .orElseThrow();
        otherReplica.finish(lease, JobStatus.Success, ClusterStatus.Running, NOON.plusSeconds(1));
        return otherReplica.find(accepted.uuid()).orElseThrow();
    }
}
