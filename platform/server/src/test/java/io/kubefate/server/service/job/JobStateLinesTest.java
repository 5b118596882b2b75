package io.kubefate.server.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.GoldenFile;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lines that people and existing clients read. */
class JobStateLinesTest {

    private static final EventDetails NONE = EventDetails.NONE;
    private static final EventDetails PULL =
            EventDetails.of("code", "IMAGE_PULL").with("message", "mysql:8 cannot be pulled");

    private final Map<String, List<String>> jobs = new LinkedHashMap<>();
    private final Set<JobEventReason> covered = EnumSet.noneOf(JobEventReason.class);

    @Test
    void everyEventHasItsLines() {
        install();
        adoption();
        imported();
        update();
        upgrade();
        deleteAndCheck();

        StringBuilder text = new StringBuilder();
        jobs.forEach((title, lines) -> {
            text.append("# ").append(title).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        });
        new GoldenFile("service/job-states.txt").assertHas(text.toString());
        assertThat(covered).containsExactlyInAnyOrder(JobEventReason.values());
    }

    private void adoption() {
        new Script("adoption", JobMethod.ClusterInstall)
                .add(JobEventReason.RELEASE_ADOPTED, "fate-9999", EventDetails.of("records", 2))
                .add(JobEventReason.READY, "", NONE)
                .end();
        new Script("adoption that restores the release", JobMethod.ClusterInstall)
                .add(JobEventReason.GOING_BACK, "", EventDetails.of("cause", "FAILED"))
                .add(JobEventReason.APPLIED, "0", EventDetails.of("objects", 24))
                .add(JobEventReason.RELEASE_RESTORED, "fate-9999", EventDetails.of("cause", "FAILED"))
                .end();
        new Script("adoption of an imported cluster that is stopped", JobMethod.ClusterUpdate)
                .add(JobEventReason.GOING_BACK, "", EventDetails.of("cause", "STOPPED"))
                .add(JobEventReason.PLAN_MADE, "0", plan())
                .add(JobEventReason.RELEASE_RESTORED, "fate-9999", EventDetails.of("cause", "STOPPED"))
                .end();
        new Script("adoption of a release that is removed meanwhile", JobMethod.ClusterInstall)
                .add(JobEventReason.RELEASE_GONE, "fate-9999", NONE)
                .end();
    }

    private void imported() {
        new Script("job of the original", JobMethod.ClusterInstall)
                .add(JobEventReason.IMPORTED, "", EventDetails.of("states", List.of("job run Success")))
                .end();
    }

    private void install() {
        new Script("install that replaces foreign objects", JobMethod.ClusterInstall)
                .add(JobEventReason.STARTED, "", NONE)
                .add(JobEventReason.CLUSTER_STORED, "", NONE)
                .add(JobEventReason.NAMESPACE_CREATED, "fate-9999", NONE)
                .add(JobEventReason.REPLACING_FOREIGN, "", NONE)
                .add(JobEventReason.PLAN_MADE, "1", plan())
                .add(JobEventReason.APPLIED, "1", EventDetails.of("objects", 24))
                .add(JobEventReason.MODULE_TROUBLE, "mysql", PULL)
                .add(JobEventReason.MODULE_RECOVERED, "mysql", EventDetails.of("code", "IMAGE_PULL"))
                .again(JobEventReason.MODULE_TROUBLE, "mysql", PULL)
                .again(JobEventReason.MODULE_RECOVERED, "mysql", EventDetails.of("code", "IMAGE_PULL"))
                .add(JobEventReason.READY, "", NONE)
                .end();
        new Script("install that waits", JobMethod.ClusterInstall)
                .add(JobEventReason.APPLIED, "1", EventDetails.of("objects", 24))
                .end();
        new Script("install that is kept at the time limit", JobMethod.ClusterInstall)
                .add(JobEventReason.TIME_LIMIT_REACHED, "", EventDetails.of("seconds", 3600))
                .add(JobEventReason.NOT_READY, "mysql", PULL)
                .add(JobEventReason.OBJECTS_KEPT, "", EventDetails.of("cluster", "0a1b"))
                .end();
        new Script("install that is rejected half-way", JobMethod.ClusterInstall)
                .add(JobEventReason.FAILED, "", EventDetails.of("message", "Deployment/b: admission webhook denied"))
                .add(
                        JobEventReason.OBJECTS_KEPT,
                        "",
                        EventDetails.of("cluster", "0a1b")
                                .with("objects", List.of("ConfigMap/a", "PersistentVolumeClaim/data"))
                                .with("namespace", "fate-9999"))
                .end();
        new Script("install that is rejected at once", JobMethod.ClusterInstall)
                .add(
                        JobEventReason.OBJECTS_KEPT,
                        "",
                        EventDetails.of("cluster", "0a1b").with("objects", List.of()))
                .end();
        String forbidden = "the namespace enforces Pod Security level restricted, which forbids its pods; ".repeat(3);
        EventDetails security = EventDetails.of("code", "POD_FAILED").with("message", forbidden.strip());
        new Script("install whose modules fail for the same long reason", JobMethod.ClusterInstall)
                .add(JobEventReason.MODULE_TROUBLE, "mysql", security)
                .add(JobEventReason.MODULE_TROUBLE, "python", security)
                .add(JobEventReason.NOT_READY, "mysql", security)
                .add(JobEventReason.NOT_READY, "python", security)
                .end();
        new Script("install that returns to nothing", JobMethod.ClusterInstall)
                .add(JobEventReason.GOING_BACK, "", EventDetails.of("cause", "FAILED"))
                .add(JobEventReason.RETURNED, "", EventDetails.of("cause", "FAILED"))
                .end();
        new Script("install that is stopped", JobMethod.ClusterInstall)
                .add(JobEventReason.STOP_SEEN, "", NONE)
                .add(JobEventReason.GOING_BACK, "", EventDetails.of("cause", "STOPPED"))
                .add(JobEventReason.RETURNED, "", EventDetails.of("cause", "STOPPED"))
                .end();
        new Script("install that meets foreign objects", JobMethod.ClusterInstall)
                .add(JobEventReason.OBJECT_CONFLICT, "ConfigMap/settings", EventDetails.of("owner", "Helm release old"))
                .add(JobEventReason.FOREIGN_OBJECT_HELD, "Service/old", NONE)
                .add(JobEventReason.FAILED, "Service/b", EventDetails.of("message", "quota exceeded"))
                .end();
    }

    private void update() {
        new Script("update", JobMethod.ClusterUpdate)
                .add(JobEventReason.STARTED, "", NONE)
                .add(JobEventReason.KUBERNETES_UNAVAILABLE, "", EventDetails.of("message", "connection refused"))
                .add(JobEventReason.KUBERNETES_ANSWERS, "", NONE)
                .add(JobEventReason.REQUEST_POSTPONED, "", EventDetails.of("message", "namespace a is being deleted"))
                .add(JobEventReason.PLAN_MADE, "2", plan())
                .add(JobEventReason.APPLIED, "2", EventDetails.of("objects", 4))
                .add(JobEventReason.OBJECT_LEFT, "PersistentVolumeClaim/data", NONE)
                .add(JobEventReason.PRUNE_FAILED, "", EventDetails.of("message", "forbidden"))
                .add(JobEventReason.READY, "", NONE)
                .end();
        new Script("update that goes back at the time limit", JobMethod.ClusterUpdate)
                .add(JobEventReason.TIME_LIMIT_REACHED, "", EventDetails.of("seconds", 600))
                .add(JobEventReason.NOT_READY, "mysql", PULL)
                .add(JobEventReason.GOING_BACK, "1", failure("TIME_LIMIT").with("seconds", 600))
                .add(JobEventReason.PLAN_MADE, "1", EventDetails.of("unchanged", 4))
                .add(JobEventReason.RETURNED, "1", EventDetails.of("cause", "FAILED"))
                .end();
        new Script("update that is stopped", JobMethod.ClusterUpdate)
                .add(JobEventReason.GOING_BACK, "1", EventDetails.of("cause", "STOPPED"))
                .add(JobEventReason.RETURN_NOT_READY, "1", NONE)
                .end();
        new Script("update that a delete of the cluster stops", JobMethod.ClusterUpdate)
                .add(JobEventReason.STOP_SEEN, "", NONE)
                .add(JobEventReason.DELETE_FOLLOWS, "", NONE)
                .end();
        new Script("update that is refused", JobMethod.ClusterUpdate)
                .add(
                        JobEventReason.GOING_BACK,
                        "1",
                        failure("REFUSED").with("message", "ConfigMap/a belongs to Helm release old"))
                .add(
                        JobEventReason.FAILED,
                        "",
                        EventDetails.of("message", "[Service/b] was deleted and is still there"))
                .end();
        new Script("update without a good revision", JobMethod.ClusterUpdate)
                .add(JobEventReason.NO_WAY_BACK, "", failure("TIME_LIMIT").with("seconds", 600))
                .end();
        new Script("update that ends by a defect", JobMethod.ClusterUpdate)
                .add(
                        JobEventReason.INTERNAL_ERROR,
                        "",
                        EventDetails.of("id", "7f").with("message", "x is null"))
                .end();
    }

    private void upgrade() {
        EventDetails started = EventDetails.of("job", "Job/migrate-r2").with("images", List.of("mysql:8", "python:1"));
        new Script("upgrade", JobMethod.ClusterUpdate)
                .add(JobEventReason.STEP_STARTED, "migrate", started)
                .add(JobEventReason.STEP_TROUBLE, "migrate", PULL)
                .add(JobEventReason.STEP_RECOVERED, "migrate", EventDetails.of("code", "IMAGE_PULL"))
                .again(JobEventReason.STEP_ATTEMPT_FAILED, "migrate", NONE)
                .add(JobEventReason.LOG_UNREADABLE, "migrate", EventDetails.of("message", "the node is gone"))
                .add(JobEventReason.STEP_SUCCEEDED, "migrate", NONE)
                .add(
                        JobEventReason.STEP_FAILED,
                        "index",
                        EventDetails.of("message", "exit code 1").with("log", List.of("no table", "end")))
                .add(JobEventReason.GOING_BACK, "1", failure("STEP").with("step", "index"))
                .add(JobEventReason.STEPS_NOT_UNDONE, "", EventDetails.of("steps", List.of("migrate", "index")))
                .end();
        new Script("upgrade that ends in a step", JobMethod.ClusterUpdate)
                .add(JobEventReason.STEP_STOPPED, "migrate", NONE)
                .add(JobEventReason.STEP_TIME_LIMIT_REACHED, "index", NONE)
                .add(JobEventReason.GOING_BACK, "1", failure("EARLIER_STEPS").with("jobs", List.of("Job/migrate-r2")))
                .end();
    }

    private void deleteAndCheck() {
        new Script("rollback with stuck pods", JobMethod.ClusterUpdate)
                .add(JobEventReason.STUCK_POD_DELETED, "Pod/mysql-0", NONE)
                .add(
                        JobEventReason.STUCK_POD_KEPT,
                        "Pod/python-0",
                        EventDetails.of("namespace", "fate-9999").with("message", "pods is forbidden"))
                .end();
        new Script("delete", JobMethod.ClusterDelete)
                .add(JobEventReason.OBJECT_HELD, "Service/a", EventDetails.of("finalizers", List.of("example.com/x")))
                .add(JobEventReason.OBJECT_HELD, "Service/b", NONE)
                .add(JobEventReason.CLAIM_KEPT, "PersistentVolumeClaim/data", NONE)
                .add(JobEventReason.UNINSTALLED, "", NONE)
                .end();
        EventDetails counts =
                EventDetails.of("checks", 2).with("passed", 1).with("failed", 1).with("skipped", 0);
        new Script("check", JobMethod.ClusterCheck)
                .add(
                        JobEventReason.CHECK_ENDED,
                        "0",
                        EventDetails.of("name", "a reaches b").with("outcome", "PASSED"))
                .add(
                        JobEventReason.CHECK_ENDED,
                        "1",
                        EventDetails.of("name", "a reaches c")
                                .with("outcome", "FAILED")
                                .with("message", "no answer"))
                .add(JobEventReason.CHECKS_ENDED, "", counts.with("end", "DONE"))
                .add(JobEventReason.CHECKS_ENDED, "", counts.with("end", "STOPPED"))
                .add(JobEventReason.CHECKS_ENDED, "", counts.with("end", "TIME_LIMIT"))
                .end();
    }

    private static EventDetails plan() {
        return EventDetails.of("changes", List.of("UPDATE Deployment/mysql", "REMOVE Service/old"))
                .with("unchanged", 3);
    }

    private static EventDetails failure(String kind) {
        return EventDetails.of("cause", "FAILED").with("failure", kind).with("revision", 2);
    }

    /** The events of one job. */
    private final class Script {

        private final List<JobEvent> events = new ArrayList<>();
        private final String title;
        private final JobMethod method;

        private Script(String title, JobMethod method) {
            this.title = title;
            this.method = method;
        }

        private Script add(JobEventReason reason, String object, EventDetails details) {
            return add(reason, object, 0, details);
        }

        private Script again(JobEventReason reason, String object, EventDetails details) {
            return add(reason, object, 1, details);
        }

        private Script add(JobEventReason reason, String object, int occurrence, EventDetails details) {
            covered.add(reason);
            events.add(new JobEvent(Instant.EPOCH, reason, object, occurrence, details));
            return this;
        }

        private void end() {
            jobs.put(title, JobStateLines.of(method, events, Instant.EPOCH.plusSeconds(3600)));
        }
    }
}
