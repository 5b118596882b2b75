package io.kubefate.benchmark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.spi.ClusterSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Renders all plugins a thousand times in eight threads and records them with the JDK's flight recorder. Prints how often a rendering
 * thread waited for a lock, and where.
 */
public final class LockProfile {

    private static final int RENDERS = 1000;
    private static final int THREADS = 8;
    private static final int FRAMES = 6;
    private static final String THREAD_NAME = "render";

    private LockProfile() {}

    /**
     * Prints the number of waits on the last line.
     *
     * @param arguments the names of the examples to render
     * @throws Exception if the recording cannot be written
     */
    public static void main(String[] arguments) throws Exception {
        List<ClusterSpec> specs =
                Stream.of(arguments).map(Distribution::example).toList();
        try (PluginHost host = Distribution.host()) {
            host.apply(Distribution.plugins());
            PluginReleases releases = new PluginReleases(host::use);
            render(releases, specs); // parses the templates, which a service does once
            List<RecordedEvent> waits = recorded(() -> render(releases, specs));
            places(waits).forEach((place, count) -> System.out.println(count + " at " + place));
            System.out.println(waits.size());
        }
    }

    private static void render(PluginReleases releases, List<ClusterSpec> specs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, THREAD_NAME));
        try {
            List<Future<?>> renders = IntStream.range(0, RENDERS)
                    .<Future<?>>mapToObj(run -> threads.submit(() -> render(releases, specs.get(run % specs.size()))))
                    .toList();
            for (Future<?> render : renders) {
                render.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void render(PluginReleases releases, ClusterSpec spec) {
        try (ServedRelease served = releases.select(spec)) {
            served.renderer().objects(spec);
        }
    }

    /** Ignores waits of the thread pool itself for work. */
    private static List<RecordedEvent> recorded(Work work) throws Exception {
        Path file = Files.createTempFile("locks", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaMonitorEnter").withoutThreshold().withStackTrace();
            recording.enable("jdk.ThreadPark").withoutThreshold().withStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(LockProfile::isOfARendering)
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isOfARendering(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return thread != null
                && THREAD_NAME.equals(thread.getJavaName())
                && event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("io.kubefate.server."));
    }

    private static Map<String, Long> places(List<RecordedEvent> waits) {
        return waits.stream()
                .map(wait -> wait.getStackTrace().getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .map(method -> method.getType().getName() + "." + method.getName())
                        .filter(method -> !method.startsWith("java.util.concurrent") && !method.startsWith("jdk."))
                        .limit(FRAMES)
                        .collect(joining(" < ")))
                .collect(groupingBy(Function.identity(), counting()));
    }

    /** The work to record. */
    private interface Work {

        void run() throws Exception;
    }
}
