package io.kubefate.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.NotReadyReason;
import io.kubefate.api.ObjectChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long text that several modules or objects have in common is printed once. */
class LongTextTest {

    private static final String LONG = "admission webhook \"policy.example.org\" denied the request; ".repeat(4);

    @Test
    void modulesWithTheSameReasonHaveOneLine() {
        assertThat(JobView.reasons(
                        List.of(reason("mysql", LONG), reason("python", LONG), reason("client", "starting"))))
                .containsExactly("mysql, python: " + LONG, "client: starting");
    }

    @Test
    void laterObjectsReferToTheFirstOneWithTheSameNote() {
        assertThat(PlanView.objects(List.of(refused("a", LONG), refused("b", LONG), refused("c", "forbidden"))))
                .isEqualTo(
                        "! refused ConfigMap/a: " + LONG + "\n! refused ConfigMap/b: the same reason as ConfigMap/a\n"
                                + "! refused ConfigMap/c: forbidden\n");
    }

    private static NotReadyReason reason(String module, String message) {
        return new NotReadyReason(module, "POD_FAILED", "Deployment/" + module, message);
    }

    private static ObjectChange refused(String name, String note) {
        return new ObjectChange("refused", "ConfigMap", name, "", false, List.of(), note);
    }
}
