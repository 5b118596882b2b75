package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Checks concurrently whether registries have images, within a time limit. */
public final class Registries {

    static final int AT_ONCE = 8;

    private final Set<String> insecure;
    private final Set<String> listed;
    private final Limits limits;

    /**
     * Timeouts.
     *
     * @param connect the timeout for connecting
     * @param answer the timeout for one response
     * @param all the timeout for all images of a request
     */
    public record Limits(Duration connect, Duration answer, Duration all) {

        public Limits {
            requireNonNull(connect, "connect is null");
            requireNonNull(answer, "answer is null");
            requireNonNull(all, "all is null");
        }

        /** Returns 5 s, 10 s and 40 s, so that the CLI, which waits for a minute, gets a response. */
        public static Limits usual() {
            return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(40));
        }
    }

    /**
     * Creates a client for all registries.
     *
     * @param insecure the registries (host and optional port) that may be used over http if https is not available
     * @param listed other registries that can have any address, and whose failures are explained
     * @param limits the timeouts
     */
    public Registries(Set<String> insecure, Set<String> listed, Limits limits) {
        this.insecure = lowerCase(insecure.stream());
        this.listed = lowerCase(Stream.concat(insecure.stream(), listed.stream()));
        this.limits = requireNonNull(limits, "limits is null");
    }

    /**
     * Checks images, without caching. Credentials are sent only to their registry and to the token service of this registry.
     *
     * @param images distinct names as in pod templates
     * @param keyring the available credentials
     * @return the availability of each image, in order
     */
    public Map<String, Availability> check(List<String> images, Keyring keyring) {
        Destinations destinations = new Destinations(listed);
        List<Availability> answers;
        try (Connection connection = new Connection(limits.connect(), limits.answer(), destinations)) {
            Inquiry inquiry = new Inquiry(connection, insecure, listed, keyring);
            answers = all(images.stream().map(image -> (Callable<Availability>) () -> inquiry.ask(image)));
        }
        Map<String, Availability> byImage = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            byImage.put(images.get(i), answers.get(i));
        }
        return byImage;
    }

    private static Set<String> lowerCase(Stream<String> hosts) {
        return hosts.map(host -> host.toLowerCase(Locale.ROOT)).collect(toUnmodifiableSet());
    }

    private List<Availability> all(Stream<Callable<Availability>> questions) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return threads.invokeAll(questions.toList(), limits.all().toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(this::answer)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while checking registries");
        } finally {
            threads.shutdownNow();
        }
    }

    /** The future is done. */
    private Availability answer(Future<Availability> done) {
        try {
            return done.get();
        } catch (CancellationException | InterruptedException e) {
            return Availability.unreachable("no response within " + limits.all().toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("checking an image failed", e.getCause());
        }
    }
}
