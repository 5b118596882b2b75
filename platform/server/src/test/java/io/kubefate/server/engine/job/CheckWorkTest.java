package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check of a cluster as a job: what it tells, what it keeps, and that it changes nothing. */
class CheckWorkTest {

    private static final String NAME = "fate-9999";

    private final FaultySandbox sandbox = new FaultySandbox(Duration.ofMillis(10));
    private JobBench bench;
    private JobRunner runner;
    private JobRecord install;

    @BeforeEach
    void installACluster() {
        bench = new JobBench();
        install = bench.install(JobBench.modules(NAME, "a", "b"), JobBench.Ask.of(NAME));
        runner = bench.start(sandbox);
        assertThat(bench.ended(install).status()).isEqualTo(JobStatus.Success);
        runner.close();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        sandbox.close();
    }

    @Test
    void triesEachCheckAndTellsHowItEnded() {
        JobRecord job = check("a", "b");
        runner = bench.start(sandbox);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(results(job))
                .extracting(
                        StoredCheckResult::name,
                        StoredCheckResult::module,
                        StoredCheckResult::outcome,
                        StoredCheckResult::remedy)
                .containsExactly(
                        tuple("try a", "a", CheckOutcome.PASSED, ""), tuple("try b", "b", CheckOutcome.PASSED, ""));
        assertThat(bench.states(job))
                .contains("try a passed: the sandbox runs no command", "try b passed: the sandbox runs no command")
                .endsWith("2 of 2 checks passed, 0 failed, 0 skipped");
    }

    @Test
    void leavesTheClusterAsItWas() {
        ClusterRecord before = bench.clusters.find(install.clusterUuid()).orElseThrow();
        JobRecord job = check("nowhere");
        runner = bench.start(sandbox);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.clusters.find(install.clusterUuid())).hasValue(before);
        assertThat(bench.clusters.history(install.clusterUuid()))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.jobUuid()).isEqualTo(install.uuid()));
    }

    @Test
    void aCheckWithoutAReadyPodFailsWithItsRemedy() {
        JobRecord job = check("a", "nowhere");
        runner = bench.start(sandbox);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(results(job).get(1))
                .isEqualTo(new StoredCheckResult(
                        "try nowhere",
                        "nowhere",
                        CheckOutcome.FAILED,
                        "no pod of module nowhere with a ready container nowhere was found",
                        "repair nowhere",
                        Optional.empty(),
                        ""));
        assertThat(bench.states(job)).endsWith("1 of 2 checks passed, 1 failed, 0 skipped");
    }

    @Test
    void whatWasTriedBeforeACrashIsNotTriedAgain() throws Exception {
        JobRecord job = check("a", "b");
        AtomicInteger tried = new AtomicInteger();
        runner = bench.start(ChangedKubernetes.withCommands(sandbox, command -> {
            tried.incrementAndGet();
            if (command.module().equals("b")) {
                new CountDownLatch(1).await();
            }
            return new CommandResult.Exited(0, "");
        }));
        JobBench.until("a is tried", () -> results(job).size() == 1);
        runner.close();

        assertThat(bench.status(job)).isEqualTo(JobStatus.Running);
        List<String> modules = new CopyOnWriteArrayList<>();
        runner = bench.start(ChangedKubernetes.withCommands(sandbox, command -> {
            modules.add(command.module());
            return new CommandResult.Exited(0, "");
        }));

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(modules).containsExactly("b");
        assertThat(bench.states(job)).containsOnlyOnce("try a passed").containsOnlyOnce("try b passed");
    }

    @Test
    void aServiceThatIsKilledGoesOnAfterwards() {
        JobRecord job = check("a", "b");
        bench.dieAfter(1, sandbox, job);
        runner = bench.start(sandbox);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(results(job)).hasSize(2);
    }

    @Test
    void stopsWhenAskedAndKeepsWhatItHas() {
        JobRecord job = check("a", "b");
        runner = bench.start(ChangedKubernetes.withCommands(sandbox, command -> {
            if (command.module().equals("b")) {
                new CountDownLatch(1).await();
            }
            return new CommandResult.Exited(0, "");
        }));
        JobBench.until("a is tried", () -> results(job).size() == 1);
        assertThat(bench.jobs.requestStop(job.uuid(), Instant.now())).isTrue();

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Canceled);
        assertThat(bench.states(job)).endsWith("job stopped; 1 of 2 checks passed, 0 failed, 0 skipped");
        assertThat(bench.clusters.find(install.clusterUuid()).orElseThrow().status())
                .isEqualTo(ClusterStatus.Running);
    }

    @Test
    void endsAtTheTimeLimit() {
        JobRecord job = bench.check(install.clusterUuid(), Duration.ofMillis(600), List.of(JobBench.check("a")));
        runner = bench.start(ChangedKubernetes.withCommands(sandbox, command -> {
            new CountDownLatch(1).await();
            return new CommandResult.Exited(0, "");
        }));

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job))
                .endsWith("time limit of the job reached; 0 of 1 checks passed, 0 failed, 0 skipped");
    }

    @Test
    void waitsForAKubernetesThatIsAway() {
        sandbox.unavailable(true);
        JobRecord job = check("a");
        runner = bench.start(sandbox);
        JobBench.until(
                "it says so",
                () -> bench.states(job).stream().anyMatch(state -> state.startsWith("Kubernetes does not answer")));
        sandbox.unavailable(false);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
    }

    @Test
    void aClusterHasOneJobAtATime() {
        JobRecord job = check("a");

        assertThatThrownBy(() -> check("b"))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("has the unfinished job " + job.uuid() + " (ClusterCheck, Pending)")
                .hasMessageContaining("kubefate job stop " + job.uuid());
    }

    private JobRecord check(String... modules) {
        return bench.check(
                install.clusterUuid(),
                JobBench.LIMIT,
                List.of(modules).stream().map(JobBench::check).toList());
    }

    private List<StoredCheckResult> results(JobRecord job) {
        return bench.jobs.checks().of(job).stream().map(CheckRecord::result).toList();
    }
}
