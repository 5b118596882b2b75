package io.kubefate.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.api.DiagnosisCheck;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code kubefate doctor} shows of the service. */
class DiagnosisServiceTest {

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ZERO);
    private final DiagnosisService diagnosis =
            new DiagnosisService(Optional::empty, kubernetes, List::of, Optional::empty, Optional::empty);

    @AfterEach
    void close() {
        kubernetes.close();
    }

    @Test
    void theSandboxLacksNothing() {
        assertThat(diagnosis.check("fate-1"))
                .filteredOn(check ->
                        List.of("permissions", "preflight checks", "ingress").contains(check.name()))
                .hasSize(3)
                .extracting(DiagnosisCheck::status)
                .containsOnly(DiagnosisCheck.OK);
    }

    @Test
    void aServiceThatMayNotReadTheWholeKubernetesClusterSaysWhatPlansDoNotCheck() {
        kubernetes.facts(PreflightFacts.unlimited("Active"));

        List<DiagnosisCheck> checks = diagnosis.check("fate-1");

        assertThat(checks)
                .extracting(DiagnosisCheck::name, DiagnosisCheck::status)
                .contains(
                        tuple("permissions", DiagnosisCheck.OK),
                        tuple("preflight checks", DiagnosisCheck.WARNING),
                        tuple("ingress", DiagnosisCheck.WARNING));
        assertThat(checks.toString())
                .contains(
                        "the service can manage clusters in namespace fate-1",
                        "the service must not read, so plans do not check: the free capacity of nodes (list nodes,",
                        "the service must not list IngressClasses");
    }
}
