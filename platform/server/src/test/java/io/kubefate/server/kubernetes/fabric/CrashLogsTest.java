package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.kubernetes.diagnosis.CrashedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrashLogsTest {

    private static final CrashedContainer FIRST = new CrashedContainer("mysql-0", "uid", "mysql", "containerd://1");
    private static final CrashedContainer SECOND = new CrashedContainer("mysql-0", "uid", "mysql", "containerd://2");

    private final List<CrashedContainer> read = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final CrashLogs logs = new CrashLogs(this::read, background::add, () -> told.add("fetched"));

    @Test
    void aCrashIsKnownAtOnceAndItsLogLater() {
        assertThat(logs.of(Set.of(FIRST))).isEmpty();
        background.forEach(Runnable::run);
        assertThat(told).containsExactly("fetched");
        assertThat(logs.of(Set.of(FIRST))).isEqualTo(Map.of(FIRST, "log of containerd://1"));
    }

    @Test
    void eachCrashIsFetchedOnce() {
        logs.of(Set.of(FIRST));
        logs.of(Set.of(FIRST));
        logs.of(Set.of(SECOND));
        background.forEach(Runnable::run);
        assertThat(read).containsExactly(FIRST, SECOND);
    }

    @Test
    void thePastIsForgotten() {
        logs.of(Set.of(FIRST));
        background.forEach(Runnable::run);
        assertThat(logs.of(Set.of(SECOND))).isEmpty();
    }

    private String read(CrashedContainer crash) {
        read.add(crash);
        return "log of " + crash.instance();
    }
}
