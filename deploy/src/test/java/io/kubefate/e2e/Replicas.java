package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several services on one MariaDB, behind a load balancer. */
final class Replicas implements AutoCloseable {

    private final DatabaseServers database;
    private final List<Service> services = new ArrayList<>();
    private final LoadBalancer balancer;

    /**
     * Starts them.
     *
     * @param folder for their data and logs
     * @param settings more environment variables, for each replica
     */
    Replicas(Path folder, List<Map<String, String>> settings) {
        database = new DatabaseServers(folder.resolve("database"));
        for (int number = 0; number < settings.size(); number++) {
            Map<String, String> all = new HashMap<>(database.environment());
            all.putAll(settings.get(number));
            services.add(new Service(directory(folder.resolve("replica-" + number)), all));
        }
        balancer = new LoadBalancer(services);
    }

    private static Path directory(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Service> all() {
        return List.copyOf(services);
    }

    Service get(int number) {
        return services.get(number);
    }

    DatabaseServers database() {
        return database;
    }

    /** {@return the host and port of all} */
    String address() {
        return balancer.address();
    }

    /** {@return the replica, but for some, that has run a job; empty as long as there is none} */
    Optional<Service> runnerOf(String job, Service... except) {
        return services.stream()
                .filter(service -> !List.of(except).contains(service))
                .filter(service -> service.hasRun(job))
                .findFirst();
    }

    @Override
    public void close() {
        balancer.close();
        services.forEach(Service::close);
        database.close();
    }
}
