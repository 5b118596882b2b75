package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.e2e.ApiServerProxy.Disturbance;
import io.kubefate.e2e.ApiServerProxy.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas of the service on one database. Each takes its own way to Kubernetes, on which its requests are recorded. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "MariaDB is there for Linux on x86-64")
class ReplicasE2e extends IsolatedScenario {

    /** They are applied together, before the rest. */
    private static final int CONFIG_MAPS = 8;

    private static final Duration TAKEOVER_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final List<ApiServerProxy> ways = new ArrayList<>();
    private Replicas replicas;

    @BeforeAll
    @Override
    void startService(@TempDir Path home, SharedService shared) {
        assumeKubernetes();
        for (int number = 0; number < 3; number++) {
            ways.add(new ApiServerProxy(home.resolve("way-" + number)));
        }
        replicas =
                new Replicas(home, ways.stream().map(ApiServerProxy::variables).toList());
        service = replicas.get(0);
    }

    @AfterAll
    @Override
    void stopService() {
        if (replicas != null) {
            replicas.close();
        }
        ways.forEach(ApiServerProxy::close);
    }

    @Test
    void everyReplicaAnswersEveryRequest() {
        String id = install(ClusterFile.exchange(folder, cluster, ""), 0);

        for (Service replica : replicas.all()) {
            assertThat(replica.get("v1/job/" + id).at("/uuid").asText()).isEqualTo(id);
        }
        assertThat(ended(id).at("/status").asText()).isEqualTo("Success");
        for (Service replica : replicas.all()) {
            assertThat(replica.kubefate("cluster", "list").out()).contains(cluster);
            assertThat(replica.kubefate("cluster", "describe", cluster).out()).contains("Running");
        }
        String delete = jobId(replicas.get(2).kubefate("cluster", "delete", cluster));
        assertThat(ended(delete).at("/status").asText()).isEqualTo("Success");
        assertThat(replicas.get(1).kubefate("cluster", "describe", cluster).exitCode())
                .isNotZero();
    }

    @Test
    void anotherReplicaContinuesTheJobOfOneThatWasKilled() {
        String id = install(ClusterFile.party(folder, cluster, ""), 0);
        Service runner = runnerOf(id);
        Eventually.holds("it applies", LIMIT, () -> !kubectl.names("configmaps").isEmpty());

        runner.kill();
        Instant killed = Instant.now();
        try {
            Service successor = runnerOf(id, runner);

            assertThat(Duration.between(killed, Instant.now())).isLessThan(TAKEOVER_LIMIT);
            service = successor;
            assertInstalledOnce(id);
        } finally {
            runner.start();
        }
    }

    /** A way holds the requests of a group, so that none is between the check of the lease and the network. */
    @Test
    void aReplicaThatWasPausedWhileItAppliedWritesNothing() {
        ways.forEach(way -> way.disturb(
                request -> isOfConfigMap(request.target()) ? Effect.delay(Duration.ofSeconds(5)) : Effect.PASS));
        try {
            assertPausedReplicaWritesNothing(runner -> wayOf(runner).writes().stream()
                            .filter(request -> request.contains("/" + cluster + "/") && isOfConfigMap(request))
                            .count()
                    == CONFIG_MAPS);
        } finally {
            ways.forEach(way -> way.disturb(Disturbance.NONE));
        }
    }

    private static boolean isOfConfigMap(String request) {
        return request.contains("/configmaps/");
    }

    @Test
    void aReplicaThatWasPausedWhileItWaitedWritesNothing() {
        assertPausedReplicaWritesNothing(runner -> kubectl.names("ingresses").size() == 2);
    }

    /** When to pause a replica. */
    private interface Moment {
        boolean reachedBy(Service runner);
    }

    private void assertPausedReplicaWritesNothing(Moment moment) {
        String id = install(ClusterFile.party(folder, cluster, ""), 0);
        Service runner = runnerOf(id);
        Eventually.holds("the moment to pause comes", LIMIT, () -> moment.reachedBy(runner));

        runner.pause();
        Instant paused = Instant.now();
        service = runnerOf(id, runner);
        assertThat(Duration.between(paused, Instant.now())).isLessThan(TAKEOVER_LIMIT);
        assertInstalledOnce(id);
        String delete = jobId(service.kubefate("cluster", "delete", cluster, "--purge"));
        assertThat(ended(delete).at("/status").asText()).isEqualTo("Success");
        JsonNode before = job(id);
        List<String> writes = wayOf(runner).writes();

        runner.resume();

        Eventually.holds(
                "it sees that the job is not its own any longer",
                LIMIT,
                () -> runner.logText().contains("another runner continues job " + id));
        assertThat(wayOf(runner).writes()).isEqualTo(writes);
        assertThat(job(id)).isEqualTo(before);
        assertThat(kubectl.names("deployments,services,configmaps,secrets,persistentvolumeclaims,pods"))
                .noneMatch(name -> !name.startsWith("Secret/default-token"));
    }

    private ApiServerProxy wayOf(Service runner) {
        return ways.get(replicas.all().indexOf(runner));
    }

    @Test
    void aRollingRestartLosesNoAcceptedRequestAndStreamsReconnect() {
        String waiting =
                install(ClusterFile.exchange(folder, cluster, "rollsite: {nodeSelector: {disktype: nowhere}}\n"), 1);
        Command.Running job = follow("job", "describe", waiting, "--watch");
        Command.Running events = follow("cluster", "events", cluster, "-f");
        Kubectl logged = installChatty();
        Command.Running logs = follow("cluster", "logs", cluster + "-logs", "-f");
        Eventually.holds(
                "all follow",
                LIMIT,
                () -> Stream.of(job, events, logs)
                        .noneMatch(command -> command.out().isEmpty()));
        AtomicBoolean restarting = new AtomicBoolean(true);
        CompletableFuture<List<String>> accepted = CompletableFuture.supplyAsync(() -> load(restarting));

        for (Service replica : replicas.all()) {
            Instant begin = Instant.now();
            replica.stop();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(STOP_LIMIT);
            replica.start();
        }
        restarting.set(false);

        assertThat(accepted.join())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(ended(id).at("/status").asText()).isEqualTo("Success"));
        assertThat(events.err()).contains("reconnected");
        events.interrupt();
        assertFollowedWithoutGap(logs, logged);
        assertThat(service.kubefate("job", "stop", waiting).exitCode()).isZero();
        assertThat(job.end().out()).contains("Canceled");
    }

    /** {@return the namespace of a cluster with a module that writes a line each second, so that some are written during a reconnect} */
    private Kubectl installChatty() {
        Kubectl namespace = new Kubectl(cluster + "-logs");
        String id = install(ClusterFile.exchange(folder, cluster + "-logs", ""), 0);
        assertThat(ended(id).at("/status").asText()).isEqualTo("Success");
        assertSuccess(namespace.run("set", "env", "deployment/rollsite", "STUB_HEARTBEAT=1"));
        assertSuccess(namespace.run("rollout", "status", "deployment/rollsite", "--timeout=60s"));
        Eventually.holds(
                "the former pod is gone", LIMIT, () -> namespace.names("pods").size() == 1);
        return namespace;
    }

    private static void assertFollowedWithoutGap(Command.Running logs, Kubectl namespace) {
        List<String> written =
                lines(namespace.run("logs", "deployment/rollsite").out());
        Eventually.holds(
                "the last line is followed",
                LIMIT,
                () -> lines(logs.out()).containsAll(written.subList(written.size() - 1, written.size())));
        assertThat(logs.err()).contains("reconnected");
        assertThat(lines(logs.out()).subList(0, written.size())).isEqualTo(written);
        logs.interrupt();
        namespace.deleteNamespace();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /** Installs and deletes a cluster again and again, through the load balancer. {@return the jobs that were accepted} */
    private List<String> load(AtomicBoolean running) {
        String name = cluster + "-load";
        Path file = ClusterFile.exchange(folder, name, "");
        ClusterUser user = new ClusterUser(replicas.address());
        while (running.get()) {
            user.ended(user.install(file));
            user.ended(user.delete());
        }
        new Kubectl(name).deleteNamespace();
        return user.accepted();
    }

    private Command.Running follow(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Home.program("kubefate")));
        words.addAll(List.of(arguments));
        return Command.start(Service.clientEnvironment(replicas.address()), folder, words);
    }

    private String install(Path file, int replica) {
        return jobId(replicas.get(replica).kubefate("cluster", "install", "-f", file.toString()));
    }

    private Service runnerOf(String job, Service... except) {
        Eventually.holds(
                "a replica runs job " + job,
                LIMIT,
                () -> replicas.runnerOf(job, except).isPresent());
        return replicas.runnerOf(job, except).orElseThrow();
    }

    private void assertInstalledOnce(String id) {
        JsonNode job = ended(id);
        assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("Success");
        assertThat(states(job)).doesNotHaveDuplicates().contains("job run Success");
        assertThat(kubectl.names("deployments")).hasSize(6);
        assertThat(kubectl.names("replicasets")).hasSize(6);
    }
}
