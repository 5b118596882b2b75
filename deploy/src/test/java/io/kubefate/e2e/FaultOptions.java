package io.kubefate.e2e;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a campaign does.
 *
 * @param rounds how often a replica is killed; other faults have a tenth of it
 * @param seed decides what happens when
 * @param duration after which no further round begins
 * @param outage how long the database and the API server are away
 * @param faults the names of the faults; empty for all
 */
record FaultOptions(int rounds, long seed, Duration duration, Duration outage, List<String> faults) {

    static final String USAGE = """
            Usage: deploy/faults [--rounds N] [--seed N] [--duration SECONDS] [--outage SECONDS] [--faults NAME,NAME...]

            Installs, updates, rolls back and deletes clusters with three replicas of the service, lets things go wrong meanwhile, and
            checks what has become of the jobs and the objects. Needs KUBECONFIG and kubectl.

              --rounds     how often a replica is killed (200); each other fault occurs a tenth as often, and once at least
              --seed       repeats the decisions of an earlier campaign
              --duration   begins no further round after this time (3600)
              --outage     how long the database and the API server are away (60)
              --faults     %s
            """.formatted(String.join(",", Faults.names()));

    static FaultOptions parse(String[] arguments) {
        FaultOptions options = new FaultOptions(
                200, System.nanoTime() % 100_000, Duration.ofHours(1), Duration.ofSeconds(60), List.of());
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            options = options.with(words.next(), words.hasNext() ? words.next() : "");
        }
        return options;
    }

    private FaultOptions with(String name, String value) {
        return switch (name) {
            case "--rounds" -> new FaultOptions(Integer.parseInt(value), seed, duration, outage, faults);
            case "--seed" -> new FaultOptions(rounds, Long.parseLong(value), duration, outage, faults);
            case "--duration" -> new FaultOptions(rounds, seed, seconds(value), outage, faults);
            case "--outage" -> new FaultOptions(rounds, seed, duration, seconds(value), faults);
            case "--faults" -> new FaultOptions(rounds, seed, duration, outage, known(value));
            default -> throw new IllegalArgumentException("unknown option: " + name);
        };
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }

    private static List<String> known(String value) {
        List<String> names = List.of(value.split(","));
        names.stream()
                .filter(Predicate.not(Faults.names()::contains))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown fault: " + name);
                });
        return names;
    }

    boolean includes(Fault fault) {
        return faults.isEmpty() || faults.contains(fault.name());
    }

    int rounds(Fault fault) {
        return fault.name().equals("kill") ? rounds : Math.max(1, rounds / 10);
    }
}
