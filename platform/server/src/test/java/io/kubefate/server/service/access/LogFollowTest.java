package io.kubefate.server.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import io.kubefate.server.kubernetes.access.TestPods;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LogFollowTest {

    private static final LogQuery NODES = query("nodemanager", false, Optional.empty());

    private final TestPods pods = new TestPods();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Lines lines = new Lines();
    private Optional<LogFollow> follow = Optional.empty();

    @AfterEach
    void end() throws InterruptedException {
        follow.ifPresent(LogFollow::close);
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS))
                .as("every thread ends")
                .isTrue();
        assertThat(pods.watches()).isZero();
    }

    @Test
    void linesHaveAPrefixOnceThereAreSeveralContainers() throws InterruptedException {
        pods.run("node-a", "nodemanager", "node", "1");
        open(NODES);
        pods.write("node-a", "node", "2020-11-13T07:00:01Z alone");
        assertThat(lines.next()).isEqualTo("alone\n");

        pods.run("node-b", "nodemanager", "node", "1");
        pods.write("node-b", "node", "2020-11-13T07:00:02Z scaled up");

        assertThat(lines.next()).isEqualTo("[node-b node] scaled up\n");
        assertThat(pods.asked()).last().asString().contains("node-b", "tail=Optional.empty");
    }

    @Test
    void goesOnWithTheContainerThatWasStartedAgain() throws InterruptedException {
        pods.run("node-a", "nodemanager", "node", "1");
        open(NODES);
        pods.write("node-a", "node", "2020-11-13T07:00:01Z before");
        assertThat(lines.next()).isEqualTo("before\n");

        pods.put(new PodContainer(
                "node-a", "node-a-uid", "nodemanager", "node", false, "1", State.FAILED, "ended with exit code 1"));
        pods.end("node-a", "node");
        pods.run("node-a", "nodemanager", "node", "2");
        pods.write("node-a", "node", "2020-11-13T07:00:05Z after");

        assertThat(lines.next()).isEqualTo("after\n");
    }

    @Test
    void goesOnWhereAStreamBrokeOff() throws InterruptedException {
        pods.run("node-a", "nodemanager", "node", "1");
        open(NODES);
        pods.write("node-a", "node", "2020-11-13T07:00:01.5Z one");
        assertThat(lines.next()).isEqualTo("one\n");

        pods.end("node-a", "node");
        pods.write("node-a", "node", "2020-11-13T07:00:01.5Z one");
        pods.write("node-a", "node", "2020-11-13T07:00:01.6Z two");

        assertThat(lines.next()).isEqualTo("two\n");
        assertThat(pods.asked()).last().asString().contains("since=Optional[2020-11-13T07:00:01.500Z]");
    }

    @Test
    void saysThatAContainerWasNotStartedYetAndFollowsItThen() throws InterruptedException {
        pods.put(new PodContainer(
                "node-a", "node-a-uid", "nodemanager", "node", false, "", State.WAITING, "waiting: ContainerCreating"));
        open(NODES);
        assertThat(lines.next())
                .isEqualTo("kubefate: no log yet: the container has not started; waiting: ContainerCreating\n");

        pods.run("node-a", "nodemanager", "node", "1");
        pods.write("node-a", "node", "2020-11-13T07:00:01Z hello");

        assertThat(lines.next()).isEqualTo("hello\n");
    }

    @Test
    void endsWhenEveryContainerHasReachedTheLimit() throws InterruptedException {
        pods.run("node-a", "nodemanager", "node", "1");
        open(query("", true, Optional.of(30L)));
        pods.write("node-a", "node", "2020-11-13T07:00:01Z 123456789012345");

        assertThat(lines.next()).isEqualTo("2020-11-13T07:00:01Z 123456789\n");
        assertThat(lines.next()).isEqualTo("END all requested lines were sent");
    }

    private void open(LogQuery query) {
        follow = Optional.of(new LogFollow(pods, "fate", query, lines, executor).open("c-1"));
    }

    private static LogQuery query(String name, boolean timestamps, Optional<Long> limit) {
        return new LogQuery(name, false, Optional.empty(), Optional.empty(), timestamps, Optional.of(5L), limit);
    }

    private static final class Lines implements LogSink {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public void line(String line) {
            lines.add(line);
        }

        @Override
        public void end(String reason) {
            lines.add("END " + reason);
        }

        String next() throws InterruptedException {
            return Optional.ofNullable(lines.poll(10, TimeUnit.SECONDS)).orElse("nothing within 10 s");
        }
    }
}
