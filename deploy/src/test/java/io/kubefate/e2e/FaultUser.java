package io.kubefate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Installs, updates, rolls back and deletes one cluster after the other, and notes every job that does not succeed. */
final class FaultUser {

    /** How the modules and the configuration of the clusters change. */
    private static final List<String> VARIANTS = List.of("rollsite", "rollsite, client", "rollsite, mysql");

    private static final int MAX_CHANGES = 4;

    private final ClusterUser user;
    private final Path folder;
    private final String namespace;
    private final Random random;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    /** The variant of each revision of the cluster. */
    private final List<Integer> revisions = new ArrayList<>();

    FaultUser(String address, Path folder, String namespace, Random random) {
        this.user = new ClusterUser(address);
        this.folder = folder;
        this.namespace = namespace;
        this.random = random;
    }

    String namespace() {
        return namespace;
    }

    List<String> accepted() {
        return user.accepted();
    }

    /** {@return the jobs that did not succeed, with what they did, and requests that the service refused} */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Works until the condition no longer holds, and leaves a cluster or none. */
    void work(BooleanSupplier goOn) {
        try {
            while (goOn.getAsBoolean()) {
                workOnce(goOn);
            }
        } catch (AssertionError | RuntimeException e) {
            failures.add(namespace + ": " + e);
        }
    }

    private void workOnce(BooleanSupplier goOn) {
        if (revisions.isEmpty()) {
            bring(user.install(file(0)), 0);
        }
        for (int change = random.nextInt(MAX_CHANGES); change > 0 && goOn.getAsBoolean(); change--) {
            change();
        }
        if (goOn.getAsBoolean()) {
            end(user.delete());
            revisions.clear();
        }
    }

    private void change() {
        int current = revisions.get(revisions.size() - 1);
        int other = (current + 1 + random.nextInt(VARIANTS.size() - 1)) % VARIANTS.size();
        int earlier = revisions.lastIndexOf(other);
        if (earlier >= 0 && random.nextBoolean()) {
            bring(user.rollback(earlier + 1), other);
        } else {
            bring(user.update(file(other)), other);
        }
    }

    private void bring(String job, int variant) {
        end(job);
        revisions.add(variant);
    }

    private void end(String job) {
        JsonNode ended = user.ended(job);
        if (!ended.at("/status").asText().equals("Success")) {
            failures.add("job " + job + " " + ended.at("/status").asText() + ": "
                    + StreamSupport.stream(ended.at("/states").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining("; ")));
            throw new IllegalStateException("job " + job + " did not succeed");
        }
    }

    private Path file(int variant) {
        return ClusterFile.ofModules(folder, namespace, VARIANTS.get(variant), "");
    }

    /** {@return the cluster as the service describes it; missing if there is none} */
    JsonNode read(String path) {
        return user.read("v1/cluster/" + user.cluster().orElseThrow() + path);
    }

    boolean hasCluster() {
        return !revisions.isEmpty();
    }

    String cluster() {
        return user.cluster().orElse("");
    }

    int revision() {
        return revisions.size();
    }
}
