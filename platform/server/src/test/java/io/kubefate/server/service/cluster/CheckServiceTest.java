package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.api.CheckResult;
import io.kubefate.api.Job;
import io.kubefate.api.Revision;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import org.junit.jupiter.api.Test;

/** Checks of clusters as an operator asks for them. */
class CheckServiceTest extends ServiceScenario {

    @Test
    void triesWhatThePluginDeclaresAndTellsTheResults() {
        String cluster = install("v1", "a\nhost: elsewhere");

        Job accepted = checks.check(cluster, Submission.by("me"));
        Job ended = ended(accepted);

        assertThat(accepted.method()).isEqualTo("ClusterCheck");
        assertThat(accepted.metaData()).isNull();
        assertThat(ended.status()).isEqualTo("Success");
        assertThat(ended.clusterId()).isEqualTo(cluster);
        assertThat(ended.checks())
                .extracting(CheckResult::name, CheckResult::module, CheckResult::status)
                .containsExactly(tuple("python reaches elsewhere", "python", "passed"));
    }

    @Test
    void aCheckIsNoRevisionAndChangesNoStatus() {
        String cluster = install("v1", "a\nhost: elsewhere");

        ended(checks.check(cluster, Submission.by("me")));

        assertThat(revisions.history(cluster)).extracting(Revision::jobStatus).containsExactly("Success");
        assertThat(clusters.describe(cluster).status()).isEqualTo("Running");
        assertThat(clusters.describe(cluster).revision()).isEqualTo(1);
    }

    @Test
    void whatDeclaresNothingHasNothingToTry() {
        String cluster = install("v1", "a");

        assertThatThrownBy(() -> checks.check(cluster, Submission.by("me")))
                .isInstanceOfSatisfying(
                        KubefateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_STATE))
                .hasMessageContaining("declares no checks");
    }

    @Test
    void anUnknownClusterCannotBeChecked() {
        assertThatThrownBy(() -> checks.check("none", Submission.by("me")))
                .isInstanceOfSatisfying(
                        KubefateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
