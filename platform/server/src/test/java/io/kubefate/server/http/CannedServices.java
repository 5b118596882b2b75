package io.kubefate.server.http;

import io.kubefate.api.Chart;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterImage;
import io.kubefate.api.ClusterInfo;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.DryRun;
import io.kubefate.api.FieldDiff;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.api.Namespace;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.ObjectChange;
import io.kubefate.api.PlannedStep;
import io.kubefate.api.PreflightCheck;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
import io.kubefate.api.SpecProblem;
import io.kubefate.api.SubJob;
import io.kubefate.api.Times;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.AcceptedInstall;
import io.kubefate.server.service.ChartService;
import io.kubefate.server.service.CheckService;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.ImageList;
import io.kubefate.server.service.ImageService;
import io.kubefate.server.service.JobService;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.PlannedCluster;
import io.kubefate.server.service.RevisionService;
import io.kubefate.server.service.UpdateService;
import io.kubefate.server.store.ClusterIdentity;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.StoredRelease;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Services that always give the same answers and remember what they were asked last. */
public final class CannedServices {

    private static final Instant TIME = Instant.parse("2020-11-13T07:22:53.123456Z");

    private CannedServices() {}

    /** {@return the cluster c-1 as it is stored; there is no other} */
    static Optional<ClusterRecord> cluster(String uuid) {
        return Optional.of(uuid)
                .filter("c-1"::equals)
                .map(id -> ClusterRecord.pending(
                        new ClusterIdentity(id, "fate-9999", "fate"),
                        new StoredRelease("fate", "v1.5.0", "eggroll"),
                        "",
                        TIME));
    }

    static final class Clusters extends ClusterService {

        Clusters() {
            super(null, null, null, uuid -> Optional.empty(), null, null, null);
        }

        private final AtomicReference<String> last = new AtomicReference<>("");

        String last() {
            return last.get();
        }

        @Override
        public AcceptedInstall install(ClusterArgs args, String user) {
            last.set("install " + args + " by " + user);
            return new AcceptedInstall(job("Pending", ""), List.of());
        }

        @Override
        public DryRun dryRun(ClusterArgs args) {
            last.set("dryRun " + args);
            return new DryRun("kind: Service\n", List.of(new SpecProblem("warning", "host", 3, "unused")));
        }

        @Override
        public List<Cluster> list(boolean deletedToo) {
            last.set("list " + deletedToo);
            return deletedToo ? List.of(cluster(Map.of(), null)) : List.of();
        }

        @Override
        public Cluster describe(String uuid) {
            if (uuid.equals("defect")) {
                throw new IllegalStateException("secret detail");
            }
            if (!uuid.equals("c-1")) {
                throw new KubefateException(ErrorCode.NOT_FOUND, "no cluster " + uuid);
            }
            ClusterInfo info = new ClusterInfo(
                    List.of("9999.fateboard.example.com"),
                    "10.0.0.1",
                    30091,
                    List.of("python-0"),
                    Map.of("modules", Map.of("python", "Running")),
                    List.of(),
                    TIME);
            return cluster(Map.of("name", "fate-9999"), info);
        }

        @Override
        public Job delete(String uuid, boolean purge, String user) {
            last.set("delete " + uuid + " " + purge + " by " + user);
            return job("Pending", uuid);
        }

        private static Cluster cluster(Map<String, Object> spec, ClusterInfo info) {
            return new Cluster(
                    "c-1",
                    "fate-9999",
                    "fate",
                    "fate",
                    "v1.5.0",
                    "name: fate-9999",
                    spec,
                    1,
                    1,
                    null,
                    "Running",
                    info,
                    "eggroll",
                    7,
                    TIME,
                    TIME,
                    null,
                    null,
                    null);
        }
    }

    static final class Updates extends UpdateService {

        Updates() {
            super(null, null, null, null, null);
        }

        private final AtomicReference<String> last = new AtomicReference<>("");

        String last() {
            return last.get();
        }

        @Override
        public PlannedCluster plan(ClusterArgs args) {
            last.set("plan " + args.name() + " " + args.recreate());
            return new PlannedCluster(clusterPlan("update"), List.of());
        }

        @Override
        public AcceptedInstall update(ClusterArgs args, String user) {
            last.set("update " + args.name() + " by " + user);
            return new AcceptedInstall(job("Pending", "c-1"), List.of());
        }
    }

    static final class Revisions extends RevisionService {

        Revisions() {
            super(null, null, null, null);
        }

        private final AtomicReference<String> last = new AtomicReference<>("");

        String last() {
            return last.get();
        }

        @Override
        public List<Revision> history(String uuid) {
            return List.of(revision(null));
        }

        @Override
        public Revision find(String uuid, int number) {
            return revision("name: a");
        }

        @Override
        public RevisionDiff diff(String uuid, int from, Optional<Integer> to) {
            last.set("diff " + uuid + " " + from + " " + to);
            return new RevisionDiff(from, 2, List.of(new FieldDiff("partyId", "1", "2")), List.of());
        }

        @Override
        public ClusterPlan planRollback(String uuid, int number, RollbackArgs args) {
            last.set("plan " + uuid + " " + number);
            return clusterPlan("rollback");
        }

        @Override
        public AcceptedInstall rollback(String uuid, int number, RollbackArgs args, String user) {
            last.set("rollback " + uuid + " " + number + " " + args + " by " + user);
            return new AcceptedInstall(job("Pending", uuid), List.of());
        }

        private static Revision revision(String spec) {
            return new Revision(
                    1, true, true, 0, "v1.5.0", "eggroll", "p@1", "admin", TIME, "j-1", "Success", spec, spec);
        }
    }

    private static ClusterPlan clusterPlan(String operation) {
        ObjectChange change = new ObjectChange(
                "update", "ConfigMap", "settings", "", false, List.of(new FieldDiff("data.key", "a", "b")), "");
        PreflightCheck check = new PreflightCheck("namespace", "passed", "it exists", "");
        return new ClusterPlan(
                operation,
                "c-1",
                "fate-9999",
                "fate",
                true,
                true,
                List.of(new PlannedStep("migrate", List.of("mysql:8"))),
                List.of(change),
                List.of(),
                List.of(),
                List.of(check));
    }

    static final class Checks extends CheckService {

        Checks() {
            super(null, null, null, null, null);
        }

        private final AtomicReference<String> last = new AtomicReference<>("");

        String last() {
            return last.get();
        }

        @Override
        public Job check(String uuid, String user) {
            last.set("check " + uuid + " by " + user);
            return job("Pending", uuid);
        }
    }

    static final class Images extends ImageService {

        Images() {
            super(null, null, null, null);
        }

        private final AtomicReference<String> last = new AtomicReference<>("");

        String last() {
            return last.get();
        }

        @Override
        public ImageList list(ImagesArgs args) {
            last.set("list " + args.cluster());
            return new ImageList(List.of(image(null, null)), List.of());
        }

        @Override
        public ImageList check(ImagesArgs args) {
            last.set("check " + args.cluster() + " with " + args.dockerConfig());
            return new ImageList(
                    List.of(image("missing", "there is none")),
                    List.of(new SpecProblem("warning", "imagePullSecrets", 0, "unreadable")));
        }

        private static ClusterImage image(String status, String reason) {
            ClusterImage.Use use = new ClusterImage.Use("python", "Deployment/python", "python", true, "Always");
            return new ClusterImage("fate/python:1", "docker.io", List.of(use), status, reason);
        }
    }

    public static final class Jobs extends JobService {

        public Jobs() {
            super(null, null, null);
        }

        private final AtomicReference<String> last = new AtomicReference<>("");

        String last() {
            return last.get();
        }

        @Override
        public List<Job> list() {
            return List.of();
        }

        @Override
        public Job find(String uuid) {
            return job("Running", "c-1");
        }

        @Override
        public List<JobStep> steps(String uuid) {
            return List.of(
                    new JobStep("migrate", List.of("mysql:8"), "Failed", TIME, TIME, "exit code 1", "no table\n"));
        }

        @Override
        public void stop(String uuid) {
            last.set("stop " + uuid);
        }

        @Override
        public void delete(String uuid) {
            last.set("delete " + uuid);
        }
    }

    static final class Charts extends ChartService {

        Charts() {
            super(null, null);
        }

        @Override
        public List<Chart> list() {
            return List.of(find("h-1"));
        }

        @Override
        public Chart find(String uuid) {
            return new Chart(
                    uuid,
                    "fate",
                    "name: fate",
                    "",
                    "",
                    "name: a",
                    List.of(),
                    "v1.5.0",
                    "v1.5.0",
                    "eggroll",
                    "fate-1.5@3.0.0",
                    1,
                    TIME,
                    TIME,
                    null);
        }

        @Override
        public String example(String name, String version) {
            return "chartName: " + name + "\nchartVersion: " + version + "\n";
        }
    }

    static final class Namespaces extends NamespaceService {

        Namespaces() {
            super(null, null);
        }

        @Override
        public List<Namespace> list() {
            return List.of(new Namespace("fate", "Active", Map.of("a", "b"), Map.of(), "5m"));
        }

        @Override
        public String kubernetes() {
            return "https://10.0.0.1:6443 (v1.20.2)";
        }
    }

    static final class Passwords extends Masking {

        Passwords() {
            super(null, null);
        }

        @Override
        public Map<String, Object> mask(Map<String, Object> answer, Optional<String> cluster) {
            return Map.of("masked", answer.keySet(), "of", cluster.orElse("all"));
        }
    }

    private static Job job(String status, String cluster) {
        SubJob python = new SubJob("python", "Running", "Waiting", "Waiting", TIME, Times.ZERO);
        ClusterArgs args = new ClusterArgs(
                "fate-9999", "fate", "fate", "v1.5.0", false, "bmFtZTogYQ==", false, null, null, null, null);
        NotReadyReason reason = new NotReadyReason("python", "IMAGE_PULL", "Pod/python-0", "no such image");
        return new Job(
                "j-1",
                TIME,
                Times.ZERO,
                "ClusterInstall",
                "state 2",
                cluster,
                "admin",
                Map.of("python", python),
                status,
                3_600_000_000_000L,
                args,
                List.of("state 1", "state 2"),
                List.of(reason),
                List.of(),
                List.of(),
                1,
                TIME,
                TIME,
                null);
    }
}
