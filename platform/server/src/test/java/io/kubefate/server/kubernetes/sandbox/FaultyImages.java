package io.kubefate.server.kubernetes.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Images that start unless a test breaks them. */
final class FaultyImages implements SandboxImages {

    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void set(String image, Outcome outcome) {
        outcomes.put(image, outcome);
        listeners.forEach(Runnable::run);
    }

    @Override
    public Outcome outcome(String image) {
        return outcomes.getOrDefault(image, Outcome.STARTS);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
