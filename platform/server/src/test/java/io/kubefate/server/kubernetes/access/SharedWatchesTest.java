package io.kubefate.server.kubernetes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.kubernetes.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedWatchesTest {

    private final CountingSource source = new CountingSource();
    private final SharedWatches<String> watches = new SharedWatches<>(source);

    @Test
    void fiftyListenersShareOneWatchAndTheLastClosesIt() {
        List<List<String>> received =
                Stream.generate(SharedWatchesTest::log).limit(50).toList();
        List<Watch> listening = received.stream()
                .map(log -> CompletableFuture.supplyAsync(() -> watches.listen("fate", "one", log::add)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        source.report("one", "a change");

        assertThat(received).allSatisfy(log -> assertThat(log).containsExactly("first of one", "a change"));
        assertThat(source.opened).hasValue(1);

        listening.subList(0, 49).forEach(Watch::close);
        assertThat(source.closed).hasValue(0);

        listening.get(49).close();
        assertThat(source.closed).hasValue(1);
    }

    @Test
    void aLateListenerFirstReceivesWhatIsKnown() {
        watches.listen("fate", "one", log()::add);
        source.report("one", "second");
        source.report("one", "third");
        source.forget("one", "second");

        List<String> late = log();
        watches.listen("fate", "one", late::add);
        source.report("one", "fourth");

        assertThat(late).containsExactly("first of one", "third", "fourth");
    }

    @Test
    void nothingIsLostOrRepeatedForAListenerThatJoinsAmongChanges() {
        List<String> all = IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
        watches.listen("fate", "one", log()::add);
        CompletableFuture<Void> changes =
                CompletableFuture.runAsync(() -> all.forEach(item -> source.report("one", item)));
        List<List<String>> received =
                Stream.generate(SharedWatchesTest::log).limit(50).toList();
        received.forEach(log -> watches.listen("fate", "one", log::add));
        changes.join();

        assertThat(received)
                .allSatisfy(log -> assertThat(log)
                        .containsExactlyElementsOf(Stream.concat(Stream.of("first of one"), all.stream())
                                .toList()));
    }

    @Test
    void aWatchThatListsEverythingAgainRepeatsNothing() {
        List<String> received = log();
        watches.listen("fate", "one", received::add);

        source.report("one", "first of one");

        assertThat(received).containsExactly("first of one");
    }

    @Test
    void clustersHaveWatchesOfTheirOwn() {
        List<String> received = log();
        watches.listen("fate", "one", received::add);
        watches.listen("fate", "other", log()::add);

        source.report("other", "a change of the other");

        assertThat(source.opened).hasValue(2);
        assertThat(received).containsExactly("first of one");
    }

    @Test
    void closingTwiceEndsOneListenerOnly() {
        List<String> received = log();
        Watch first = watches.listen("fate", "one", log()::add);
        watches.listen("fate", "one", received::add);

        first.close();
        first.close();
        source.report("one", "a change");

        assertThat(received).containsExactly("first of one", "a change");
        assertThat(source.closed).hasValue(0);
    }

    @Test
    void aListenerAfterTheLastOneOpensAWatchAgain() {
        watches.listen("fate", "one", log()::add).close();

        List<String> received = log();
        watches.listen("fate", "one", received::add);

        assertThat(source.opened).hasValue(2);
        assertThat(received).containsExactly("first of one");
    }

    @Test
    void aWatchThatCannotBeOpenedIsTriedAgain() {
        source.broken = true;
        assertThatThrownBy(() -> watches.listen("fate", "one", log()::add)).hasMessage("Kubernetes is down");
        source.broken = false;

        List<String> received = log();
        watches.listen("fate", "one", received::add);

        assertThat(received).containsExactly("first of one");
    }

    @Test
    void aListenerThatFailsDoesNotStopTheOthers() {
        watches.listen("fate", "one", item -> {
            if (item.equals("a change")) {
                throw new IllegalStateException("the listener failed");
            }
        });
        List<String> received = log();
        watches.listen("fate", "one", received::add);

        source.report("one", "a change");

        assertThat(received).containsExactly("first of one", "a change");
    }

    private static List<String> log() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    /** Counts the watches, and reports what the test says. The id of an item is its text. */
    private static final class CountingSource implements SharedWatches.Source<String> {

        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private final List<Open> open = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        private record Open(String cluster, Broadcast<String> listeners) {}

        @Override
        public Watch open(String namespace, String clusterId, Broadcast<String> listeners) {
            if (broken) {
                throw new IllegalStateException("Kubernetes is down");
            }
            opened.incrementAndGet();
            listeners.put("first of " + clusterId, "first of " + clusterId);
            open.add(new Open(clusterId, listeners));
            return closed::incrementAndGet;
        }

        private void report(String clusterId, String item) {
            of(clusterId).forEach(watch -> watch.listeners().put(item, item));
        }

        private void forget(String clusterId, String item) {
            of(clusterId).forEach(watch -> watch.listeners().remove(item));
        }

        private Stream<Open> of(String clusterId) {
            return open.stream().filter(watch -> watch.cluster().equals(clusterId));
        }
    }
}
