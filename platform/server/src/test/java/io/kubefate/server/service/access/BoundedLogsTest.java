package io.kubefate.server.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.kubernetes.access.PodContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLogsTest {

    private static final LogText PREFIXED = new LogText(true);

    private final List<PodContainer> containers = List.of(container("a"), container("b"));

    @Test
    void givesLogAfterLog() {
        BoundedLogs logs = new BoundedLogs(containers, 1000);
        logs.add(1, new LogLine("second"));
        logs.add(0, new LogLine("first"));

        assertThat(logs.inOrder(PREFIXED)).isEqualTo("[a main] first\n[b main] second\n");
    }

    @Test
    void givesLinesByTimeAndKeepsPiecesTogether() {
        BoundedLogs logs = new BoundedLogs(containers, 1000);
        logs.add(0, new LogLine("2020-11-13T07:00:01Z one"));
        logs.add(0, new LogLine("its second piece"));
        logs.add(0, new LogLine("2020-11-13T07:00:03.000000001+00:00 three"));
        logs.add(1, new LogLine("2020-11-13T07:00:02.5Z two"));

        assertThat(logs.byTime(PREFIXED)).isEqualTo("""
                [a main] 2020-11-13T07:00:01Z one
                [a main] its second piece
                [b main] 2020-11-13T07:00:02.5Z two
                [a main] 2020-11-13T07:00:03.000000001+00:00 three
                """);
    }

    @Test
    void dropsTheOldestOfTheLongestAndSaysSo() {
        BoundedLogs logs = new BoundedLogs(containers, 20);
        logs.add(1, new LogLine("few"));
        for (int number = 0; number < 100; number++) {
            logs.add(0, new LogLine("line " + number));
        }

        assertThat(logs.inOrder(PREFIXED).lines())
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("[a main] kubefate: 98 earlier lines are omitted"),
                        line -> assertThat(line).isEqualTo("[a main] line 98"),
                        line -> assertThat(line).isEqualTo("[a main] line 99"),
                        line -> assertThat(line).isEqualTo("[b main] few"));
    }

    @Test
    void tellsOfAContainerWithoutALogAmongTheOthers() {
        BoundedLogs logs = new BoundedLogs(containers, 1000);
        logs.note(0, "no log: the container has not started");
        logs.add(1, new LogLine("runs"));

        assertThat(logs.inOrder(PREFIXED))
                .isEqualTo("[a main] kubefate: no log: the container has not started\n[b main] runs\n");
    }

    private static PodContainer container(String pod) {
        return new PodContainer(pod, pod, "module", "main", false, "1", PodContainer.State.RUNNING, "");
    }
}
