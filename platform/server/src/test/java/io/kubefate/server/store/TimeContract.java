package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times come back as they were, wherever the service runs. */
abstract class TimeContract extends StoreContract {

    TimeContract(TestDatabases kind) {
        super(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T12:00:00.000001Z",
                "2026-11-24T23:59:59.999999Z",
                "2026-01-01T00:00:00Z",
                // Does not exist, or exists twice, on the clocks of New York and Berlin.
                "2026-03-08T02:30:00.100000Z",
                "2026-10-25T00:30:00.654321Z"
            })
    void microsecondsAreKeptFromOneZoneToAnother(Instant time) throws Exception {
        install("alpha");
        JobLease job = claim("runner", time);
        JobEvent event = new JobEvent(time, JobEventReason.STARTED, "", 0, EventDetails.NONE);

        in("Asia/Shanghai", store -> store.write(job, JobChange.at(time).event(event)));

        assertThat(events("America/New_York", job)).containsExactly(event);
        assertThat(events("Europe/Berlin", job)).containsExactly(event);
    }

    @Test
    void nanosecondsAreCutOff() {
        install("alpha");
        JobLease job = claim("runner", NOON);

        jobs.write(job, event(NOON.plusNanos(999), JobEventReason.STARTED, ""));

        assertThat(jobs.events(job.jobUuid())).extracting(JobEvent::at).containsExactly(NOON);
    }

    @Test
    void leaseEndsAtTheSameMomentInEveryZone() throws Exception {
        JobRecord job = install("alpha");
        claimIn("Asia/Shanghai", NOON);

        assertThat(claimIn("America/New_York", NOON.plusSeconds(9))).isEmpty();
        assertThat(claimIn("America/New_York", NOON.plusSeconds(10)))
                .get()
                .extracting(JobRecord::uuid)
                .isEqualTo(job.uuid());
    }

    private List<JobEvent> events(String zone, JobLease job) throws Exception {
        return in(zone, store -> store.events(job.jobUuid()));
    }

    private Optional<JobRecord> claimIn(String zone, Instant now) throws Exception {
        return in(zone, store -> store.claim("runner in " + zone, now, LEASE));
    }

    private interface Use<T> {
        T with(JobStore store);
    }

    /** Connects anew, because drivers remember the zone of a connection's beginning. */
    private <T> T in(String zone, Use<T> use) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        ManagedDataSource connections = location.connect();
        try {
            Jdbi elsewhere = TestKeys.encrypted(new Database(connections, location.url()));
            return use.with(new JobStore(elsewhere));
        } finally {
            TimeZone.setDefault(before);
            connections.stop();
        }
    }
}
