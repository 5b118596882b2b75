package io.kubefate.server.kubernetes.fabric.access;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.Broadcast;
import io.kubefate.server.kubernetes.access.ExecOptions;
import io.kubefate.server.kubernetes.access.LogOptions;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.access.Page;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.SharedWatches;
import io.kubefate.server.kubernetes.fabric.Connection;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Accesses the pods of a real Kubernetes with the fabric8 client. */
public final class FabricPodAccess implements PodAccess {

    private final Connection connection;
    private final KubernetesClient client;
    private final SharedWatches<List<PodContainer>> containers = new SharedWatches<>(this::watchPods);
    private final SharedWatches<ObjectEvent> events = new SharedWatches<>(this::watchAllEvents);

    private FabricPodAccess(Connection connection, KubernetesClient client) {
        this.connection = connection;
        this.client = client;
    }

    /**
     * Connects to Kubernetes. Sends no request yet. Does not share connections with the rest of the
     * service: following a log occupies a connection for hours, and with HTTP/2, where all requests share one connection, the API
     * server allows only a few hundred at a time. For the same reason it uses HTTP/1.1.
     */
    public static FabricPodAccess connect(Connection connection) {
        return new FabricPodAccess(connection, connection.open(HttpClient.Builder::preferHttp11));
    }

    @Override
    public List<PodContainer> containers(String namespace, String clusterId) {
        return connection.run("list the pods of namespace " + namespace, () -> {
            ModuleNames modules = new ModuleNames(client, namespace, clusterId);
            return new PodContainers(modules::of)
                    .of(pods(namespace, clusterId).list().getItems());
        });
    }

    @Override
    public Watch watchContainers(String namespace, String clusterId, Consumer<List<PodContainer>> onChange) {
        return containers.listen(namespace, clusterId, onChange);
    }

    @Override
    public InputStream openLog(String namespace, PodContainer container, LogOptions options) {
        return connection.run(
                "log of container " + container.name() + " in pod " + container.pod(),
                () -> new LogRequest(client).open(namespace, container, options));
    }

    @Override
    public List<ObjectEvent> events(String namespace, String clusterId) {
        return connection.run("list the events of namespace " + namespace, () -> {
            List<Event> all = events(namespace).list().getItems();
            EventOwners owners = new EventOwners(client, namespace, clusterId).read(all);
            return all.stream()
                    .flatMap(event -> owners.event(event).stream())
                    .sorted(Comparator.comparing(ObjectEvent::time))
                    .toList();
        });
    }

    @Override
    public Watch watchEvents(String namespace, String clusterId, Consumer<ObjectEvent> onEvent) {
        return events.listen(namespace, clusterId, onEvent);
    }

    @Override
    public void exec(String namespace, PodContainer container, ExecOptions options, PodChannel.Listener listener) {
        String query = "exec?container=" + container.name() + "&stdout=true&stdin=" + options.input() + "&tty="
                + options.terminal() + "&stderr=" + !options.terminal();
        String command = options.command().stream()
                .map(word -> "&command="
                        + URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(joining());
        new FabricPodChannel(listener, "pods/exec").connect(client, pod(namespace, container.pod()) + query + command);
    }

    @Override
    public List<Page> pages(String namespace, String clusterId) {
        return connection.run(
                "list the services and ingresses of namespace " + namespace,
                () -> new Pages(client.network()
                                .v1()
                                .ingresses()
                                .inNamespace(namespace)
                                .withLabel(Ownership.CLUSTER, clusterId)
                                .list()
                                .getItems())
                        .of(client.services()
                                .inNamespace(namespace)
                                .withLabel(Ownership.CLUSTER, clusterId)
                                .list()
                                .getItems()));
    }

    @Override
    public void forward(String namespace, Page page, PodChannel.Listener listener) {
        Optional<ReadyPod> pod =
                connection.run("find a pod of service " + page.service(), () -> readyPod(namespace, page.service()));
        if (pod.isEmpty()) {
            listener.closed("no pod of service " + page.service() + " is ready");
            return;
        }
        new FabricPodChannel(listener, "pods/portforward")
                .connect(
                        client,
                        pod(namespace, pod.get().pod()) + "portforward?ports="
                                + pod.get().port());
    }

    @Override
    public void close() {
        client.close();
    }

    private Watch watchPods(String namespace, String clusterId, Broadcast<List<PodContainer>> listeners) {
        ModuleNames modules = new ModuleNames(client, namespace, clusterId);
        return connection.run(
                "watch the pods of namespace " + namespace,
                () -> new ContainerWatch(
                                pods(namespace, clusterId).runnableInformer(0),
                                new PodContainers(modules::of),
                                listeners)
                        .open());
    }

    private Watch watchAllEvents(String namespace, String clusterId, Broadcast<ObjectEvent> listeners) {
        EventOwners owners = new EventOwners(client, namespace, clusterId);
        return connection.run(
                "watch the events of namespace " + namespace,
                () -> new EventWatch(events(namespace).runnableInformer(0), owners, listeners).open());
    }

    private Optional<ReadyPod> readyPod(String namespace, String name) {
        Service service =
                client.services().inNamespace(namespace).withName(name).get();
        if (service == null) {
            return Optional.empty();
        }
        List<Pod> pods = client.pods()
                .inNamespace(namespace)
                .withLabels(service.getSpec().getSelector())
                .list()
                .getItems();
        return Pages.port(service).flatMap(port -> ReadyPod.of(pods, port));
    }

    private static String pod(String namespace, String name) {
        return "api/v1/namespaces/" + namespace + "/pods/" + name + "/";
    }

    private FilterWatchListDeletable<Event, EventList, Resource<Event>> events(String namespace) {
        return client.v1().events().inNamespace(namespace);
    }

    private FilterWatchListDeletable<Pod, PodList, PodResource> pods(String namespace, String clusterId) {
        return client.pods().inNamespace(namespace).withLabel(Ownership.CLUSTER, clusterId);
    }
}
