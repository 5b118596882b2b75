package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.health.Reason;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.StoredProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {

    private JobBench bench;
    private Journal journal;
    private JobRecord job;

    @BeforeEach
    void open() {
        bench = new JobBench();
        bench.install(List.of(), JobBench.Ask.of("a"));
        journal = claimed("runner");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void aProblemThatComesAndGoesIsRecordedAFewTimes() {
        ProblemLog problems = ProblemLog.ofModules(journal);
        Reason crash = new Reason("mysql", Reason.Code.CRASH_LOOP, "Pod/a", "exit code 1");
        for (int second = 0; second < 50; second++) {
            problems.write(ProgressChange.of(journal.progress(), List.of(crash), journal.now()));
            problems.write(ProgressChange.of(journal.progress(), List.of(), journal.now()));
        }

        assertThat(events())
                .filteredOn(event -> event.reason() == JobEventReason.MODULE_TROUBLE)
                .hasSize(5);
        assertThat(events())
                .filteredOn(event -> event.reason() == JobEventReason.MODULE_RECOVERED)
                .hasSize(5);
    }

    @Test
    void problemsOfOneModuleThatOccurTogetherAreAllRecorded() {
        Reason crash = new Reason("mysql", Reason.Code.CRASH_LOOP, "Pod/a", "exit code 1");
        Reason claim = new Reason("mysql", Reason.Code.CLAIM_UNBOUND, "Pod/a", "no volume");

        ProblemLog.ofModules(journal)
                .write(ProgressChange.of(journal.progress(), List.of(crash, claim), journal.now()));

        assertThat(events())
                .extracting(JobEvent::occurrence, event -> event.details().text("code"))
                .containsExactly(tuple(0, "CRASH_LOOP"), tuple(1, "CLAIM_UNBOUND"));
    }

    @Test
    void anOutageOfKubernetesIsRecordedOnceWithItsEnd() {
        journal.kubernetesAnswers();
        journal.postponed(failure(KubernetesException.Kind.UNAVAILABLE, "connection refused"));
        claimed("another").postponed(failure(KubernetesException.Kind.UNAVAILABLE, "no route"));
        claimed("a third").kubernetesAnswers();

        assertThat(events())
                .extracting(JobEvent::reason)
                .containsExactly(JobEventReason.KUBERNETES_UNAVAILABLE, JobEventReason.KUBERNETES_ANSWERS);
    }

    @Test
    void anAnswerThatPostponesTheJobIsNoOutage() {
        KubernetesException terminating = failure(KubernetesException.Kind.TRANSIENT, "namespace a is being deleted");
        journal.postponed(failure(KubernetesException.Kind.UNAVAILABLE, "connection refused"));
        journal.postponed(terminating);
        claimed("another").postponed(terminating);

        assertThat(events())
                .extracting(JobEvent::reason)
                .containsExactly(
                        JobEventReason.KUBERNETES_UNAVAILABLE,
                        JobEventReason.KUBERNETES_ANSWERS,
                        JobEventReason.REQUEST_POSTPONED);
    }

    @Test
    void anEventThatRepeatsIsRecordedWhenItsDetailsChange() {
        journal.onChange(JobEventReason.OBJECT_HELD, "Service/a", EventDetails.of("finalizers", List.of("x", "y")));
        journal.onChange(JobEventReason.OBJECT_HELD, "Service/a", EventDetails.of("finalizers", List.of("x", "y")));
        journal.onChange(JobEventReason.OBJECT_HELD, "Service/a", EventDetails.of("finalizers", List.of("y")));

        assertThat(events()).hasSize(2);
    }

    @Test
    void aRunnerThatLostItsLeaseStops() {
        claimed("another");

        assertThatThrownBy(() -> journal.once(JobEventReason.STARTED)).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(journal.lease()::check).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(journal::stopRequested).isInstanceOf(LeaseLostException.class);
        assertThat(events()).isEmpty();
    }

    @Test
    void messagesOfKubernetesAreStoredWithoutPasswords() {
        String message = "Invalid value: \"S3cret-pass\"";
        journal.once(JobEventReason.FAILED, "", EventDetails.of("message", message));
        journal.postponed(failure(KubernetesException.Kind.TRANSIENT, message));
        journal.postponed(failure(KubernetesException.Kind.TRANSIENT, message));
        Reason refused = new Reason("mysql", Reason.Code.POD_FAILED, "Pod/a", message);
        ProblemLog.ofModules(journal).write(ProgressChange.of(journal.progress(), List.of(refused), journal.now()));

        assertThat(events())
                .extracting(event -> event.details().text("message"))
                .containsExactly(
                        "Invalid value: \"(hidden)\"", "Invalid value: \"(hidden)\"", "Invalid value: \"(hidden)\"");
        assertThat(bench.jobs.find(job.uuid()).orElseThrow().progress().problems())
                .extracting(StoredProblem::message)
                .containsExactly("Invalid value: \"(hidden)\"");
    }

    private static KubernetesException failure(KubernetesException.Kind kind, String message) {
        return new KubernetesException(kind, message);
    }

    /** Every claim comes after the lease of the one before. */
    private Journal claimed(String runner) {
        bench.pass(Duration.ofSeconds(1));
        job = bench.jobs.claim(runner, bench.now(), Duration.ofMillis(500)).orElseThrow();
        return new Journal(
                bench.jobs,
                Clock.systemUTC(),
                job,
                Duration.ofSeconds(1),
                Mask.of(List.of(Map.of("password", "S3cret-pass"))));
    }

    private List<JobEvent> events() {
        return bench.jobs.events(job.uuid());
    }
}
