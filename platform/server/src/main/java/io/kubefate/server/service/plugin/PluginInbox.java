package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.server.store.plugin.PluginRecord;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins folder: a jar that is added to it is installed. Jars that are installed, were removed before or are rejected are skipped.
 * Deleting a jar from the folder does not remove its plugin.
 */
public final class PluginInbox {

    private static final Logger LOG = LoggerFactory.getLogger(PluginInbox.class);

    private final Path directory;
    private final InboxRules rules;
    private final PluginReplica replica;
    private Map<Path, Stamp> seen = Map.of();
    private Map<Path, Verdict> verdicts = Map.of();
    private volatile List<Plugin> refused = List.of();

    /** @param directory the folder; may be missing */
    public PluginInbox(Path directory, InboxRules rules, PluginReplica replica) {
        this.directory = requireNonNull(directory, "directory is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.replica = requireNonNull(replica, "replica is null");
    }

    /** Returns the jars that are not installed, by file name, with the reasons, as of the last scan. */
    List<Plugin> refused() {
        return refused;
    }

    /** Scans all jars until nothing more is installed, because one plugin may require another. */
    synchronized void lookAtAll() {
        seen = stamps();
        boolean changed = true;
        while (changed) {
            List<PluginRecord> before = replica.installed();
            judge(seen);
            changed = !replica.installed().equals(before);
        }
    }

    /** Scans the jars that have not changed since the last scan, so that a jar that is still being copied is not rejected. */
    synchronized void look() {
        Map<Path, Stamp> found = stamps();
        Map<Path, Stamp> stable = new TreeMap<>(found);
        stable.entrySet().removeIf(jar -> !jar.getValue().equals(seen.get(jar.getKey())));
        seen = found;
        judge(stable);
    }

    /** A result is valid until the file or the installed plugins change. */
    private void judge(Map<Path, Stamp> jars) {
        Map<Path, Verdict> next = new TreeMap<>();
        jars.forEach((jar, stamp) -> {
            Optional<Verdict> known = Optional.ofNullable(verdicts.get(jar));
            next.put(
                    jar,
                    known.filter(verdict -> verdict.holds(stamp, replica.installed()))
                            .orElseGet(() -> judge(jar, stamp, known)));
        });
        verdicts = next;
        refused = next.values().stream()
                .flatMap(verdict -> verdict.refusal().stream())
                .toList();
    }

    private Verdict judge(Path jar, Stamp stamp, Optional<Verdict> before) {
        Verdict verdict = judge(jar, stamp);
        verdict.refusal()
                .filter(plugin -> before.filter(known -> known.refusal().equals(verdict.refusal()))
                        .isEmpty())
                .ifPresent(plugin -> LOG.warn("{} is not installed: {}", jar, plugin.reason()));
        return verdict;
    }

    private Verdict judge(Path jar, Stamp stamp) {
        try {
            Optional<Plugin> refusal = rules.judge(jar, stamp.size());
            return new Verdict(stamp, replica.installed(), refusal);
        } catch (IOException e) { // the disk may be full: try again at the next scan
            return new Verdict(
                    Stamp.NONE,
                    replica.installed(),
                    Optional.of(PluginAnswer.refused(jar, stamp.size(), "cannot read or store it: " + e)));
        }
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (Path jar : jars()) {
            stamp(jar).ifPresent(stamp -> stamps.put(jar, stamp));
        }
        return stamps;
    }

    private List<Path> jars() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.jar")) {
            stream.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw new IllegalStateException("cannot read the plugins folder " + directory + ": " + e, e);
        }
        return jars;
    }

    /** Returns empty for a file that no longer exists. */
    private static Optional<Stamp> stamp(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Stamp(long size, FileTime time) {

        /** The stamp of a missing file. */
        private static final Stamp NONE = new Stamp(-1, FileTime.fromMillis(0));
    }

    private record Verdict(Stamp stamp, List<PluginRecord> installed, Optional<Plugin> refusal) {

        boolean holds(Stamp stampNow, List<PluginRecord> installedNow) {
            return stamp.equals(stampNow) && installed.equals(installedNow);
        }
    }
}
