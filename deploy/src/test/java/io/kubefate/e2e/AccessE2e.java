package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The way into the pods of a cluster, which is installed once: its logs, events, commands in it, its pages. */
@EnabledIfEnvironmentVariable(named = "KUBECONFIG", matches = ".+")
@ExtendWith(SharedServiceResolver.class)
class AccessE2e {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static String namespace;
    private static Kubectl kubectl;
    private static Service service;
    private static String cluster;

    @BeforeAll
    static void install(SharedService shared) {
        namespace = "e2e-" + UUID.randomUUID().toString().substring(0, 8);
        kubectl = new Kubectl(namespace);
        service = shared.running();
        Path file = ClusterFile.party(folder, namespace, "nodemanager: {count: 2}\n");
        Command.Result installed = service.kubefate("cluster", "install", "-f", file.toString(), "--wait");
        assertThat(installed.exitCode()).as(installed.toString()).isZero();
        cluster = service.get("v1/job/" + Scenario.jobId(installed))
                .at("/cluster_id")
                .asText();
    }

    @AfterAll
    static void remove() {
        kubectl.deleteNamespace();
    }

    @Test
    void showsAllPodsOfAModuleAndWhoseLineItIs() {
        List<String> lines = logs("nodemanager", "--tail", "2").lines().toList();

        assertThat(lines).allMatch(line -> line.matches("\\[nodemanager-[01]-\\S+ \\S+] .*"));
        assertThat(lines).anyMatch(line -> line.startsWith("[nodemanager-0-"));
        assertThat(lines).anyMatch(line -> line.startsWith("[nodemanager-1-"));
        assertThat(logs("mysql").lines()).isNotEmpty().noneMatch(line -> line.startsWith("["));
    }

    @Test
    void limitsByLinesBytesAndTime() {
        assertThat(logs("mysql", "--tail", "1")).hasLineCount(1);
        assertThat(logs("mysql", "--limit-bytes", "10")).hasSize(11);
        assertThat(logs("mysql", "--since", "1h")).contains("stub mysql");
        assertThat(logs("mysql", "--since-time", "2100-01-01T00:00:00Z")).isEmpty();
        assertThat(logs("", "--timestamps")
                        .lines()
                        .map(line -> line.replaceFirst("\\[.*?] ", "").split(" ")[0]))
                .isSorted();
    }

    @Test
    void refusesANameThatNothingHas() {
        for (String[] more : new String[][] {{}, {"-f"}}) {
            List<String> words = new ArrayList<>(List.of("cluster", "logs", cluster, "nobody"));
            words.addAll(List.of(more));

            Command.Result refused = service.kubefate(words.toArray(String[]::new));

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("resp.StatusCode=400, error: the cluster has no module, container or pod nobody")
                    .contains("nodemanager");
        }
    }

    @Test
    void showsWhyAContainerEndedBefore() {
        kubectl.apply(folder, crashing());
        Eventually.holds(
                "it crashed",
                LIMIT,
                () -> kubectl.items("pods").stream()
                        .anyMatch(pod -> pod.at("/status/containerStatuses/0/restartCount")
                                                .asInt()
                                        > 0
                                && pod.at("/metadata/name").asText().startsWith("crasher")));

        // Its kubelet removes the log of the run before whenever it starts another, so there may be none for a moment.
        Eventually.holds(
                "its end is shown", LIMIT, () -> logs("crasher", "--previous").contains("stub"));
        assertThat(logs("mysql", "--previous")).startsWith("kubefate: no log: ").contains("previous");
    }

    @Test
    void followsAPodThatTakesThePlaceOfAnother() {
        Command.Running following = service.start("cluster", "logs", cluster, "clustermanager", "-f", "--tail", "1");
        try {
            Eventually.holds("a line came", LIMIT, () -> !following.out().isEmpty());
            String pod = pod("clustermanager");

            kubectl.run("delete", "pod", pod, "--wait=false");

            Eventually.holds(
                    "the new pod's first line came",
                    LIMIT,
                    () -> following
                            .out()
                            .lines()
                            .anyMatch(line ->
                                    line.matches("\\[clustermanager-\\S+ \\S+] .*started.*") && !line.contains(pod)));
        } finally {
            following.interrupt();
            following.end();
        }
    }

    @Test
    void speaksTheWebSocketOfTheEarlierCommandLine() {
        List<String> frames = new CopyOnWriteArrayList<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + service.token())
                .header("Origin", "ws://" + service.address() + "/")
                .buildAsync(
                        URI.create("ws://" + service.address() + "/v1/log/" + cluster
                                + "/ws?container=mysql&follow=true&previous=false&since=0&tail=1&timestamps=false"),
                        collecting(frames))
                .join();

        Eventually.holds("two lines came", LIMIT, () -> frames.size() > 1);

        assertThat(frames).allMatch(frame -> frame.contains("stub") && frame.endsWith("\n"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        Eventually.holds("the service answers", LIMIT, socket::isInputClosed);
    }

    @Test
    void listsWhatKubernetesReportsAndFollowsIt() {
        Command.Result listed = service.kubefate("cluster", "events", cluster, "-o", "json");
        assertThat(Scenario.json(listed)).anySatisfy(event -> {
            assertThat(event.at("/module").asText()).isEqualTo("nodemanager");
            assertThat(event.at("/object").asText()).startsWith("Pod/nodemanager-");
            assertThat(event.at("/reason").asText()).isEqualTo("Started");
        });
        Command.Running following = service.start("cluster", "events", cluster, "-f");
        try {
            Eventually.holds("known events came", LIMIT, () -> following.out().contains("Pod/mysql-"));
            String pod = pod("nodemanager-1");

            kubectl.run("delete", "pod", pod, "--wait=false");

            Eventually.holds(
                    "its end is told",
                    LIMIT,
                    () -> following.out().lines().anyMatch(line -> line.contains("Killing") && line.contains(pod)));
        } finally {
            following.interrupt();
            following.end();
        }
    }

    @Test
    void aCommandHasItsOwnStreamsAndExitCode() {
        Command.Result result = service.kubefate(
                "cluster", "exec", cluster, "rollsite", "--", "sh", "-c", "echo out; echo err >&2; exit 7");

        assertThat(result).isEqualTo(new Command.Result(7, "out\n", "err\n"));
        assertThat(service.logText())
                .contains("exec by operator in cluster " + cluster, "container rollsite: sh, 2 arguments")
                .doesNotContain("echo err");
        Command.Result absent = service.kubefate("cluster", "exec", cluster, "rollsite", "--", "/no/such/program");
        assertThat(absent.exitCode()).isNotZero();
        assertThat(absent.err()).contains("/no/such/program");
    }

    @Test
    void opensAPageThroughTheServiceAlsoWhenItsPodWasReplaced() {
        assertThat(service.kubefate("cluster", "open", cluster, "fateboard").out())
                .isEqualTo("http://9999.fateboard.kubefate.net/\n");
        Command.Running open = service.start("cluster", "open", cluster, "fateboard", "--forward");
        try {
            Eventually.holds("the address is printed", LIMIT, () -> open.out().contains("\n"));
            String address = open.out().strip();
            assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+");
            Eventually.holds("the page answers", LIMIT, () -> answers(address));

            kubectl.run("delete", "pod", pod("python"), "--grace-period=0", "--force");

            Eventually.holds("the page answers again", LIMIT, () -> answers(address));
        } finally {
            open.interrupt();
            open.end();
        }
    }

    private static boolean answers(String address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String logs(String name, String... options) {
        List<String> words = new ArrayList<>(List.of("cluster", "logs", cluster));
        if (!name.isEmpty()) {
            words.add(name);
        }
        words.addAll(List.of(options));
        Command.Result result = service.kubefate(words.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }

    private static String pod(String workload) {
        return kubectl.items("pods").stream()
                .filter(pod -> pod.at("/metadata/deletionTimestamp").isMissingNode())
                .map(pod -> pod.at("/metadata/name").asText())
                .filter(name -> name.startsWith(workload))
                .findFirst()
                .orElseThrow();
    }

    private static WebSocket.Listener collecting(List<String> frames) {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                frames.add(text.toString());
                socket.request(1);
                return null;
            }
        };
    }

    /** A workload of the cluster whose container ends every two seconds. */
    private static String crashing() {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: crasher
                  labels: {kubefate.io/cluster: %s, kubefate.io/module: crasher}
                spec:
                  selector: {matchLabels: {app: crasher}}
                  template:
                    metadata:
                      labels: {app: crasher, kubefate.io/cluster: %s}
                    spec:
                      containers:
                        - name: main
                          image: federatedai/client:1.5.0-release
                          env: [{name: STUB_CRASH, value: "2"}]
                """.formatted(cluster, cluster);
    }
}
