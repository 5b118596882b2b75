package io.kubefate.e2e;

import io.kubefate.e2e.Fault.Need;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Three replicas of the service with their database and their way to Kubernetes, which can all fail. */
final class FaultSite implements AutoCloseable {

    static final int REPLICAS = 3;

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Optional<SmallDisk> disk;
    private final Optional<JumpingClock> clock;
    private final ApiServerProxy apiServer;
    private final Replicas replicas;
    private final Set<Service> down = ConcurrentHashMap.newKeySet();
    private final ExecutorService restarts = Executors.newCachedThreadPool();

    /**
     * Starts everything.
     *
     * @param folder for data and logs
     * @param provided what it has besides
     */
    FaultSite(Path folder, Set<Need> provided) {
        this.disk = provided.contains(Need.SMALL_DISK)
                ? Optional.of(SmallDisk.mount(folder.resolve("database")))
                : Optional.empty();
        this.apiServer = new ApiServerProxy(folder);
        this.clock = provided.contains(Need.JUMPING_CLOCK) ? Optional.of(new JumpingClock(folder)) : Optional.empty();
        List<Map<String, String>> settings = new ArrayList<>(Collections.nCopies(REPLICAS, apiServer.variables()));
        clock.ifPresent(jumping -> settings.set(0, with(settings.get(0), jumping.variables())));
        this.replicas = new Replicas(folder, settings);
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    /** {@return whether this machine can provide it} */
    static boolean canProvide(Need need, Path folder) {
        return switch (need) {
            case NOTHING -> true;
            case SMALL_DISK -> SmallDisk.isPossible(folder.resolve("disk"));
            case JUMPING_CLOCK -> JumpingClock.isPossible();
        };
    }

    /** {@return the disk of the database, if it can be filled} */
    Optional<SmallDisk> disk() {
        return disk;
    }

    /** {@return the clock of the first replica, if it can jump} */
    Optional<JumpingClock> clock() {
        return clock;
    }

    List<Service> replicas() {
        return replicas.all();
    }

    MariaDb database() {
        return replicas.database().primary();
    }

    DatabaseServers databases() {
        return replicas.database();
    }

    ApiServerProxy apiServer() {
        return apiServer;
    }

    /** {@return host and port of the load balancer} */
    String address() {
        return replicas.address();
    }

    /** {@return a replica that runs; another one does, too} */
    Service anyRunning(Random random) {
        Eventually.holds("two replicas run", LIMIT, () -> down.size() < REPLICAS - 1);
        List<Service> running =
                replicas().stream().filter(service -> !down.contains(service)).toList();
        return running.get(random.nextInt(running.size()));
    }

    void killAndRestart(Service victim, Duration pause) {
        down.add(victim);
        victim.kill();
        restarts.execute(() -> {
            try {
                Thread.sleep(pause.toMillis());
                victim.start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                down.remove(victim);
            }
        });
    }

    /** Waits until all replicas run and are ready. */
    void awaitReady() {
        Eventually.holds(
                "all replicas are ready",
                LIMIT,
                () -> down.isEmpty() && replicas().stream().allMatch(Service::isReady));
    }

    @Override
    public void close() {
        restarts.shutdownNow();
        replicas.close();
        disk.ifPresent(SmallDisk::close);
        apiServer.close();
    }
}
