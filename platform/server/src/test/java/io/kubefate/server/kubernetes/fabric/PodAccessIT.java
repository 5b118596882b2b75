package io.kubefate.server.kubernetes.fabric;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static io.kubefate.planning.manifest.Manifests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.ExecOptions;
import io.kubefate.server.kubernetes.access.LogOptions;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.access.Page;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import io.kubefate.server.kubernetes.fabric.access.FabricPodAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Logs, events, commands and ports on a real Kubernetes, of one Deployment with a Service and an Ingress. */
@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
@Timeout(120)
class PodAccessIT {

    private static final LogOptions ALL =
            new LogOptions(false, false, false, Optional.empty(), Optional.empty(), Optional.empty());

    private static final LogOptions FOLLOWING =
            new LogOptions(false, true, true, Optional.empty(), Optional.empty(), Optional.of(1L));

    private static TestNamespace namespace;
    private static PodAccess pods;

    @BeforeAll
    static void deploy() throws InterruptedException {
        namespace = new TestNamespace();
        pods = FabricPodAccess.connect(Connection.find());
        Map<String, Object> container = Map.of(
                "name",
                "main",
                "image",
                IMAGE,
                "ports",
                List.of(Map.of("name", "web", "containerPort", 20000)),
                "readinessProbe",
                Map.of("tcpSocket", Map.of("port", 20000), "periodSeconds", 1));
        Map<String, Object> init =
                Map.of("name", "prepare", "image", IMAGE, "command", List.of("sh", "-c", "echo done"));
        namespace
                .kubernetes()
                .apply(Manifests.deployment(
                        namespace.name(),
                        "client",
                        Map.of("containers", List.of(container), "initContainers", List.of(init))));
        Map<String, Object> spec = Map.of(
                "selector", Map.of("app", "client"),
                "ports", List.of(Map.of("port", 80, "targetPort", "web", "protocol", "TCP")));
        namespace.kubernetes().apply(Manifests.object("v1", "Service", namespace.name(), "client", "spec", spec));
        namespace.kubernetes().apply(Manifests.ingress(namespace.name(), "client", "notebook.example.com"));
        eventually(
                () -> main().filter(running -> running.state() == State.RUNNING).isPresent()
                        && namespace
                                .kubernetes()
                                .observe(namespace.name(), CLUSTER_ID)
                                .reasons()
                                .isEmpty());
    }

    @AfterAll
    static void remove() {
        pods.close();
        namespace.close();
    }

    @Test
    void knowsTheModulesOfPodsByTheirWorkloads() {
        assertThat(pods.containers(namespace.name(), CLUSTER_ID))
                .filteredOn(container -> container.pod().startsWith("client-"))
                .extracting(PodContainer::name, PodContainer::module, PodContainer::init, PodContainer::state)
                .containsExactly(
                        tuple("prepare", "client", true, State.SUCCEEDED),
                        tuple("main", "client", false, State.RUNNING));
    }

    @Test
    void readsALogAndReportsWhyThereIsNone() throws IOException {
        try (InputStream log = pods.openLog(namespace.name(), main().orElseThrow(), ALL)) {
            assertThat(new String(log.readAllBytes(), StandardCharsets.UTF_8)).contains("started");
        }
        LogOptions previous = new LogOptions(true, false, false, Optional.empty(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> pods.openLog(namespace.name(), main().orElseThrow(), previous))
                .isInstanceOf(KubernetesException.class)
                .hasMessageContaining("previous terminated container");
    }

    @Test
    void followsALogFromATimeOnUntilItIsInterrupted() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Future<?> follower = executor.submit(() -> {
            try (BufferedReader log = new BufferedReader(new InputStreamReader(
                    pods.openLog(namespace.name(), main().orElseThrow(), FOLLOWING.from(Instant.EPOCH)),
                    StandardCharsets.UTF_8))) {
                for (String line = log.readLine(); line != null; line = log.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                lines.add("END");
            }
        });
        assertThat(lines.poll(30, TimeUnit.SECONDS)).matches("\\d{4}-\\d\\d-\\d\\dT\\S+ .*");

        follower.cancel(true);

        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsContainersAgainWhenAPodChanges() throws InterruptedException {
        List<List<PodContainer>> told = new CopyOnWriteArrayList<>();
        try (Watch watch = pods.watchContainers(namespace.name(), CLUSTER_ID, told::add)) {
            assertThat(told.get(0)).isNotEmpty();
            namespace.kubernetes().apply(second());
            eventually(() -> told.get(told.size() - 1).stream()
                    .anyMatch(container -> container.module().equals("second") && container.state() == State.RUNNING));
        } finally {
            delete(second().ref());
        }
    }

    private void delete(ObjectRef ref) {
        namespace.kubernetes().find(List.of(ref)).forEach(namespace.kubernetes()::delete);
    }

    @Test
    void listsAndFollowsEvents() throws InterruptedException {
        assertThat(pods.events(namespace.name(), CLUSTER_ID))
                .anyMatch(event -> event.kind().equals("Pod")
                        && event.module().equals("client")
                        && event.reason().equals("Started"));
        BlockingQueue<ObjectEvent> told = new LinkedBlockingQueue<>();
        try (Watch watch = pods.watchEvents(namespace.name(), CLUSTER_ID, told::add)) {
            assertThat(told).isNotEmpty();
            namespace.kubernetes().apply(Manifests.deployment(namespace.name(), "third", IMAGE));
            eventually(() -> told.stream()
                    .anyMatch(event ->
                            event.module().equals("third") && event.kind().equals("Pod")));
        } finally {
            delete(new ObjectRef("apps/v1", "Deployment", namespace.name(), "third"));
        }
    }

    @Test
    void runsACommandWithInput() throws InterruptedException {
        Frames frames = new Frames();

        pods.exec(
                namespace.name(),
                main().orElseThrow(),
                new ExecOptions(List.of("sh", "-c", "read line; echo \"got $line & +\"; exit 4"), true, false),
                frames);
        frames.channel.take().send(ByteBuffer.wrap("\0hello\n".getBytes(StandardCharsets.UTF_8)));

        eventually(() -> frames.closed.size() == 1);
        assertThat(frames.closed).containsExactly("");
        assertThat(frames.text).anyMatch(frame -> frame.equals("\1got hello & +\n"));
        assertThat(frames.text).anyMatch(frame -> frame.startsWith("\3{") && frame.contains("\"message\":\"4\""));
    }

    @Test
    void findsPagesAndConnectsToTheirPods() throws InterruptedException {
        List<Page> pages = pods.pages(namespace.name(), CLUSTER_ID);
        assertThat(pages).containsExactly(new Page("client", "client", 80, List.of("http://notebook.example.com/")));
        Frames frames = new Frames();

        pods.forward(namespace.name(), pages.get(0), frames);
        frames.channel.take().send(ByteBuffer.wrap("\0GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8)));

        eventually(() -> frames.text.stream().anyMatch(frame -> frame.startsWith("\0HTTP/1.")));
    }

    @Test
    void reportsAPageWithoutAPod() {
        Frames frames = new Frames();

        pods.forward(namespace.name(), new Page("absent", "", 80, List.of()), frames);

        assertThat(frames.closed).containsExactly("no pod of service absent is ready");
    }

    private static Manifest second() {
        return Manifests.deployment(
                namespace.name(),
                "second",
                Map.of("containers", List.of(with(Manifests.container("main", IMAGE), "env", List.of()))));
    }

    private static Optional<PodContainer> main() {
        return pods.containers(namespace.name(), CLUSTER_ID).stream()
                .filter(container ->
                        container.module().equals("client") && container.name().equals("main"))
                .findFirst();
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50); // the class has a time limit
        }
    }

    private static final class Frames implements PodChannel.Listener {

        private final BlockingQueue<PodChannel> channel = new LinkedBlockingQueue<>();
        private final List<String> text = new CopyOnWriteArrayList<>();
        private final List<String> closed = new CopyOnWriteArrayList<>();

        @Override
        public void opened(PodChannel opened) {
            channel.add(opened);
        }

        @Override
        public void frame(ByteBuffer frame, Runnable taken) {
            text.add(StandardCharsets.UTF_8.decode(frame).toString());
            taken.run();
        }

        @Override
        public void closed(String failure) {
            closed.add(failure);
        }
    }
}
