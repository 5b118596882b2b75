package io.kubefate.server.store;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.GoldenFile;
import io.kubefate.server.store.audit.AuditResult;
import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.StoredCheck;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.identity.SubjectKind;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ModuleProgress;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.server.store.job.ReturnCause;
import io.kubefate.server.store.job.StoredProblem;
import io.kubefate.server.store.plugin.PluginSource;
import io.kubefate.server.store.plugin.RetiredPlugin;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.step.StepStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is in the database stays readable. After a release, a change of one of these files needs a migration, or code that reads the
 * old format too.
 */
class StoredFormatTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    private static final JobRequest CHANGE = JobRequest.change(
            new RequestedCluster("alpha", "fate-9999", "fate", "v1.5.0", "name: alpha\n", true),
            Set.of(PlanOption.values()),
            FailurePolicy.RETURN);

    private static final JobRequest CHECK = JobRequest.check(
            List.of(new StoredCheck("a reaches b", "a", "a", List.of("sh", "-c", "true"), 5_000, "repair b")));

    private static final JobProgress PROGRESS = new JobProgress(
            List.of(
                    new ModuleProgress("mysql", true, "Running", Optional.of(NOON.plusSeconds(1))),
                    new ModuleProgress("python", false, "Waiting", Optional.empty())),
            List.of(
                    new StoredProblem("mysql", "CLAIM_UNBOUND", "Pod/a", "no volume", NOON, Optional.of(NOON)),
                    new StoredProblem("python", "IMAGE_PULL", "Pod/b", "no image", NOON, Optional.empty())));

    private static final EventDetails DETAILS =
            EventDetails.of("message", "text").with("seconds", 3600).with("images", List.of("mysql:8"));

    private static final StoredCheckResult RESULT =
            new StoredCheckResult("a reaches b", "a", CheckOutcome.FAILED, "no", "repair b", Optional.of(3), "no\n");

    @Test
    void jsonColumnsKeepTheirFormat() {
        assertFormat("request-change.json", CHANGE, new TypeReference<JobRequest>() {});
        assertFormat("request-delete.json", JobRequest.delete(Set.of()), new TypeReference<JobRequest>() {});
        assertFormat("request-check.json", CHECK, new TypeReference<JobRequest>() {});
        assertFormat("progress.json", PROGRESS, new TypeReference<JobProgress>() {});
        assertFormat("event-details.json", DETAILS, new TypeReference<EventDetails>() {});
        assertFormat("check-result.json", RESULT, new TypeReference<StoredCheckResult>() {});
    }

    @Test
    void enumColumnsKeepTheirNames() {
        String names = Stream.<Class<? extends Enum<?>>>of(
                        AuditResult.class,
                        CheckOutcome.class,
                        ClusterStatus.class,
                        FailurePolicy.class,
                        JobEventReason.class,
                        JobMethod.class,
                        JobPhase.class,
                        JobStatus.class,
                        PlanOption.class,
                        PluginSource.class,
                        RetiredPlugin.Retirement.class,
                        ReturnCause.class,
                        StepStatus.class,
                        SubjectKind.class)
                .map(StoredFormatTest::names)
                .collect(joining());

        new GoldenFile("store/enums.txt").assertHas(names);
    }

    private static String names(Class<? extends Enum<?>> type) {
        return type.getSimpleName() + "\n"
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> "  " + constant.name() + "\n")
                        .collect(joining());
    }

    private static <T> void assertFormat(String name, T value, TypeReference<T> type) {
        GoldenFile file = new GoldenFile("store/" + name);
        file.assertHas(indented(JsonColumn.write(value)));
        assertThat(JsonColumn.read(file.text(), type, null)).isEqualTo(value);
    }

    private static String indented(String json) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
