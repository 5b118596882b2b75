package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Asks the registries of images whether they have them: several at once, each within a limited time. */
public final class Registries {

    private static final int AT_ONCE = 8;

    private final Set<String> insecure;
    private final Limits limits;

    /**
     * How long things may take.
     *
     * @param connect until a connection stands
     * @param answer one whole answer
     * @param all everything that is asked at once
     */
    public record Limits(Duration connect, Duration answer, Duration all) {

        public Limits {
            requireNonNull(connect, "connect is null");
            requireNonNull(answer, "answer is null");
            requireNonNull(all, "all is null");
        }

        /** {@return 5 s, 10 s and 40 s, so that the command line, which waits for a minute, gets an answer} */
        public static Limits usual() {
            return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(40));
        }
    }

    /**
     * Any registries.
     *
     * @param insecure those (host, and port if it has one) that may be asked over http where there is no https
     * @param limits how long things may take
     */
    public Registries(Set<String> insecure, Limits limits) {
        this.insecure = Set.copyOf(insecure);
        this.limits = requireNonNull(limits, "limits is null");
    }

    /**
     * Asks. Nothing is kept for the next time. A login goes to the registry that it is for, and to whom that names as its token
     * service.
     *
     * @param images names as in pod templates, each once
     * @param keyring the logins that may be used
     * @return an answer for each name, in their order
     */
    public Map<String, Availability> check(List<String> images, Keyring keyring) {
        Inquiry inquiry = new Inquiry(new Connection(limits.connect(), limits.answer()), insecure, keyring);
        List<Availability> answers =
                all(images.stream().map(image -> (Callable<Availability>) () -> inquiry.ask(image)));
        Map<String, Availability> byImage = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            byImage.put(images.get(i), answers.get(i));
        }
        return byImage;
    }

    private List<Availability> all(Stream<Callable<Availability>> questions) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return threads.invokeAll(questions.toList(), limits.all().toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(this::answer)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking registries", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The future is done. */
    private Availability answer(Future<Availability> done) {
        try {
            return done.get();
        } catch (CancellationException | InterruptedException e) {
            return Availability.unreachable("no answer within " + limits.all().toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking a registry", e.getCause());
        }
    }
}
