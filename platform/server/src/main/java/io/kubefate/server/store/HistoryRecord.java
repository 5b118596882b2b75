package io.kubefate.server.store;

import java.time.Instant;

/**
 * A revision in the history of its cluster.
 *
 * @param number from 1
 * @param plugin id and version of the plugin that rendered it
 * @param chartVersion for example {@code v1.5.0}
 * @param engine for example {@code eggroll}
 * @param restored the revision that it repeats; 0 for one that was rendered
 * @param creator the user's name
 * @param createdAt when it was accepted
 * @param jobUuid the job that brought it, or tried to
 * @param status how that job is or ended; the revision is good if it is a Success
 */
public record HistoryRecord(
        int number,
        String plugin,
        String chartVersion,
        String engine,
        int restored,
        String creator,
        Instant createdAt,
        String jobUuid,
        JobStatus status) {}
