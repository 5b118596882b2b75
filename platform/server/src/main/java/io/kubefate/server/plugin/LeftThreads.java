package io.kubefate.server.plugin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds threads that run a plugin's code. Java cannot stop a thread that does not cooperate, so they are only reported. */
final class LeftThreads {

    private LeftThreads() {}

    /**
     * Returns the threads that currently run a plugin's code.
     *
     * @param loaderName the name of the plugin's class loader
     * @return their names
     */
    static List<String> of(String loaderName) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> runs(thread, loaderName))
                .map(thread -> thread.getKey().getName())
                .sorted()
                .toList();
    }

    private static boolean runs(Map.Entry<Thread, StackTraceElement[]> thread, String loaderName) {
        return Stream.of(thread.getValue()).anyMatch(frame -> loaderName.equals(frame.getClassLoaderName()));
    }
}
