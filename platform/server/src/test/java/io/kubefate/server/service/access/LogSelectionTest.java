package io.kubefate.server.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSelectionTest {

    private static final List<PodContainer> CONTAINERS = List.of(
            container("python-x", "python", "wait", true, State.SUCCEEDED),
            container("python-x", "python", "mysql", true, State.SUCCEEDED),
            container("python-x", "python", "python", false, State.RUNNING),
            container("python-x", "python", "fateboard", false, State.RUNNING),
            container("mysql-0", "mysql", "prepare", true, State.FAILED),
            container("mysql-0", "mysql", "mysql", false, State.WAITING),
            container("client-x", "client", "client", true, State.SUCCEEDED),
            container("client-x", "client", "wait", true, State.FAILED),
            container("client-x", "client", "notebook", false, State.WAITING));

    @ParameterizedTest
    @CsvSource({
        "'', 'python,fateboard,prepare,mysql,wait,notebook'",
        "python, python",
        "mysql, mysql",
        "client, 'wait,notebook'",
        "fateboard, fateboard",
        "mysql-0, 'prepare,mysql'",
        "python-x, 'wait,mysql,python,fateboard'",
        "wait, 'wait,wait'",
        "nobody, ''"
    })
    void choosesByContainerModuleOrPod(String name, String chosen) {
        assertThat(new LogSelection(name).of(CONTAINERS))
                .extracting(PodContainer::name)
                .containsExactly(chosen.isEmpty() ? new String[0] : chosen.split(","));
    }

    @Test
    void anEmptyClusterHasNothingToRefuse() {
        assertThat(new LogSelection("").checked(List.of())).isEmpty();
    }

    private static PodContainer container(String pod, String module, String name, boolean init, State state) {
        return new PodContainer(pod, pod, module, name, init, "1", state, "");
    }
}
