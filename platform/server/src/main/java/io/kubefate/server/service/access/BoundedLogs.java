package io.kubefate.server.service.access;

import io.kubefate.server.kubernetes.access.PodContainer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last lines of several logs within a common limit. Above the limit, the oldest line of the longest log is dropped, so that a
 * container with many lines does not displace the others. Either all lines start with a time, or none.
 */
final class BoundedLogs {

    private final long maxChars;
    private final List<Log> logs = new ArrayList<>();
    private long chars;

    BoundedLogs(List<PodContainer> containers, long maxChars) {
        this.maxChars = maxChars;
        containers.forEach(container -> logs.add(new Log(container)));
    }

    synchronized void add(int log, LogLine line) {
        logs.get(log).add(line);
        chars += line.text().length() + 1;
        while (chars > maxChars) {
            chars -= longest().dropOldest();
        }
    }

    /** Adds a note about a log, which does not count towards the limit. */
    synchronized void note(int log, String text) {
        logs.get(log).notes.add(text);
    }

    /** Returns the logs one after the other. */
    synchronized String inOrder(LogText format) {
        StringBuilder text = new StringBuilder();
        for (Log log : logs) {
            text.append(log.cutNote(format));
            log.lines.forEach(line -> text.append(format.line(log.container, line.text())));
            text.append(log.notes(format));
        }
        return text.toString();
    }

    /** Returns all lines by the time at their start; a line without a time stays behind the line before it. */
    synchronized String byTime(LogText format) {
        StringBuilder text = new StringBuilder();
        logs.forEach(log -> text.append(log.cutNote(format)));
        List<Timed> all = new ArrayList<>();
        for (Log log : logs) {
            Instant time = Instant.MIN;
            for (LogLine line : log.lines) {
                time = line.time().orElse(time);
                all.add(new Timed(time, format.line(log.container, line.text())));
            }
        }
        all.sort(Comparator.comparing(Timed::time));
        all.forEach(line -> text.append(line.text()));
        logs.forEach(log -> text.append(log.notes(format)));
        return text.toString();
    }

    private Log longest() {
        return logs.stream().max(Comparator.comparingLong(log -> log.chars)).orElseThrow();
    }

    private record Timed(Instant time, String text) {}

    private static final class Log {

        private final PodContainer container;
        private final Deque<LogLine> lines = new ArrayDeque<>();
        private final List<String> notes = new ArrayList<>();
        private long chars;
        private long dropped;

        private Log(PodContainer container) {
            this.container = container;
        }

        private void add(LogLine line) {
            lines.add(line);
            chars += line.text().length() + 1;
        }

        private long dropOldest() {
            dropped++;
            long length = lines.remove().text().length() + 1L;
            chars -= length;
            return length;
        }

        private String cutNote(LogText format) {
            return Optional.of(dropped)
                    .filter(count -> count > 0)
                    .map(count -> format.note(
                            container,
                            count + " earlier lines are omitted because the answer is limited; restrict it with --tail,"
                                    + " --since or a container name, or follow the log"))
                    .orElse("");
        }

        private String notes(LogText format) {
            StringBuilder text = new StringBuilder();
            notes.forEach(note -> text.append(format.note(container, note)));
            return text.toString();
        }
    }
}
