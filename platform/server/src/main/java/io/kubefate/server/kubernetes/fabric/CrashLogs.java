package io.kubefate.server.kubernetes.fabric;

import io.kubefate.server.kubernetes.diagnosis.CrashedContainer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The logs of the crashes of one cluster: each is fetched once, in the background. */
final class CrashLogs {

    private final Map<CrashedContainer, String> known = new ConcurrentHashMap<>();
    private final Set<CrashedContainer> asked = ConcurrentHashMap.newKeySet();
    private final Function<CrashedContainer, String> reader;
    private final Executor executor;
    private final Runnable onFetched;

    CrashLogs(Function<CrashedContainer, String> reader, Executor executor, Runnable onFetched) {
        this.reader = reader;
        this.executor = executor;
        this.onFetched = onFetched;
    }

    /**
     * What is known of these crashes; begins to fetch the rest and forgets all others.
     *
     * @param crashed the present crashes
     * @return the logs that have been fetched
     */
    Map<CrashedContainer, String> of(Set<CrashedContainer> crashed) {
        known.keySet().retainAll(crashed);
        asked.retainAll(crashed);
        crashed.stream().filter(asked::add).forEach(crash -> executor.execute(() -> fetch(crash)));
        return Map.copyOf(known);
    }

    private void fetch(CrashedContainer crash) {
        known.put(crash, reader.apply(crash));
        onFetched.run();
    }
}
