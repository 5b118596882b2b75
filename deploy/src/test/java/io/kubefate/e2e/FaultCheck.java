package io.kubefate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds what faults have left behind, in the database, in the logs of the replicas and in Kubernetes. */
final class FaultCheck {

    /** The kinds of objects that a cluster consists of. */
    private static final String KINDS = "configmaps,secrets,services,serviceaccounts,persistentvolumeclaims,"
            + "deployments,statefulsets,ingresses.networking.k8s.io,jobs,roles,rolebindings";

    private final FaultSite site;
    private final Path folder;
    private final List<FaultUser> users;
    private final List<String> violations = new ArrayList<>();
    private int endedOnce;
    private int equalInventories;
    private int orphans;

    /** @param users who have stopped to work */
    FaultCheck(FaultSite site, Path folder, List<FaultUser> users) {
        this.site = site;
        this.folder = folder;
        this.users = users;
    }

    /**
     * What was found.
     *
     * @param accepted the jobs of all users
     * @param endedOnce those of them that have ended exactly once
     * @param inventories the clusters
     * @param equalInventories those of them whose live objects are those of their revision
     * @param orphans objects that belong to no cluster, or to no revision of it
     * @param violations what is wrong, in words
     */
    record Findings(
            int accepted, int endedOnce, int inventories, int equalInventories, int orphans, List<String> violations) {}

    Findings findings() throws Exception {
        List<String> accepted =
                users.stream().flatMap(user -> user.accepted().stream()).toList();
        users.forEach(user -> violations.addAll(user.failures()));
        checkJobs(accepted);
        for (FaultUser user : users) {
            checkCluster(user);
        }
        return new Findings(
                accepted.size(), endedOnce, users.size(), equalInventories, orphans, List.copyOf(violations));
    }

    private void checkJobs(List<String> accepted) throws SQLException {
        String logs = site.replicas().stream().map(Service::logText).collect(Collectors.joining());
        Set<String> stored = new HashSet<>();
        try (Connection connection = site.database().connect();
                PreparedStatement query = connection.prepareStatement("""
                        select job.uuid, job.ended_at, job.status
                        from job join cluster on cluster.uuid = job.cluster_uuid
                        where cluster.namespace in (?, ?, ?)
                        """);
                ResultSet rows = rows(query)) {
            while (rows.next()) {
                String id = rows.getString("uuid");
                stored.add(id);
                long ends = Pattern.compile("JobLog job=" + id + ":")
                        .matcher(logs)
                        .results()
                        .count();
                if (rows.getString("ended_at") == null) {
                    violations.add("job " + id + " has not ended: " + rows.getString("status"));
                } else if (ends > 1) {
                    violations.add("job " + id + " has ended " + ends + " times");
                } else {
                    endedOnce++;
                }
            }
        }
        accepted.stream()
                .filter(id -> !stored.contains(id))
                .forEach(id -> violations.add("job " + id + " was accepted and is lost"));
        stored.stream()
                .filter(id -> !accepted.contains(id))
                .forEach(id -> violations.add("job " + id + " was accepted twice, or nobody requested it"));
    }

    private ResultSet rows(PreparedStatement query) throws SQLException {
        for (int number = 0; number < users.size(); number++) {
            query.setString(number + 1, users.get(number).namespace());
        }
        return query.executeQuery();
    }

    private void checkCluster(FaultUser user) throws Exception {
        Set<String> wanted = user.hasCluster() ? wanted(user) : Set.of();
        Set<String> live = live(user);
        Set<String> orphaned = new TreeSet<>(live);
        orphaned.removeAll(wanted);
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(live);
        orphans += orphaned.size();
        orphaned.forEach(object -> violations.add(user.namespace() + ": orphan " + object));
        missing.forEach(object -> violations.add(user.namespace() + ": missing " + object));
        List<String> drift = drift(user);
        drift.forEach(change -> violations.add(user.namespace() + ": drift " + change));
        if (orphaned.isEmpty() && missing.isEmpty() && drift.isEmpty()) {
            equalInventories++;
        }
    }

    /** {@return the differences between the live objects and those of the current revision, field by field} */
    private static List<String> drift(FaultUser user) {
        return user.hasCluster()
                ? StreamSupport.stream(user.read("/drift").at("/objects").spliterator(), false)
                        .filter(change -> !change.at("/action").asText().equals("unchanged"))
                        .map(JsonNode::toString)
                        .toList()
                : List.of();
    }

    /** {@return {@code cluster Kind/name} of each object of the current revision} */
    private Set<String> wanted(FaultUser user) throws Exception {
        JsonNode revision = user.read("/revision/" + user.revision());
        Path file = Files.writeString(
                folder.resolve("revision.yaml"), revision.at("/manifests").asText());
        String names = new Kubectl(user.namespace())
                .run(
                        "create",
                        "--dry-run=client",
                        "--validate=false",
                        "--filename=" + file,
                        "--output=jsonpath={.kind}/{.metadata.name}{'\\n'}")
                .out();
        return names.lines().map(name -> user.cluster() + " " + name).collect(Collectors.toSet());
    }

    /** {@return the same of each object that belongs to some cluster} */
    private static Set<String> live(FaultUser user) {
        return new Kubectl(user.namespace())
                .items(KINDS).stream()
                        .filter(object -> object.at("/metadata/labels").has("kubefate.io/cluster"))
                        .map(object -> object.at("/metadata/labels/kubefate.io~1cluster")
                                        .asText() + " " + name(object))
                        .collect(Collectors.toSet());
    }

    private static String name(JsonNode object) {
        return object.at("/kind").asText() + "/" + object.at("/metadata/name").asText();
    }
}
