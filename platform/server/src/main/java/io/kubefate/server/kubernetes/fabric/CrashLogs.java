package io.kubefate.server.kubernetes.fabric;

import io.kubefate.server.kubernetes.diagnosis.CrashedContainer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Fetches the logs of the crashes of a cluster, each once and in the background. */
final class CrashLogs {

    private final Map<CrashedContainer, String> known = new ConcurrentHashMap<>();
    private final Set<CrashedContainer> requested = ConcurrentHashMap.newKeySet();
    private final Function<CrashedContainer, String> reader;
    private final Executor executor;
    private final Runnable onFetched;

    CrashLogs(Function<CrashedContainer, String> reader, Executor executor, Runnable onFetched) {
        this.reader = reader;
        this.executor = executor;
        this.onFetched = onFetched;
    }

    /**
     * Returns the known logs, starts to fetch the others and forgets those of other crashes.
     *
     * @param crashed the current crashes
     * @return the logs fetched so far
     */
    Map<CrashedContainer, String> of(Set<CrashedContainer> crashed) {
        known.keySet().retainAll(crashed);
        requested.retainAll(crashed);
        crashed.stream().filter(requested::add).forEach(crash -> executor.execute(() -> fetch(crash)));
        return Map.copyOf(known);
    }

    private void fetch(CrashedContainer crash) {
        known.put(crash, reader.apply(crash));
        onFetched.run();
    }
}
