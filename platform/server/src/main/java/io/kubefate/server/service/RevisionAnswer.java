package io.kubefate.server.service;

import io.kubefate.api.Revision;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.HistoryRecord;
import io.kubefate.server.store.JobStatus;
import io.kubefate.server.store.RevisionRecord;
import java.util.Optional;

/** From a revision's rows to what clients see. */
final class RevisionAnswer {

    private RevisionAnswer() {}

    static Revision of(ClusterRecord cluster, HistoryRecord entry, Optional<RevisionRecord> content) {
        return new Revision(
                entry.number(),
                entry.number() == cluster.revision(),
                entry.status() == JobStatus.Success,
                entry.origin().restored(),
                entry.origin().release().chartVersion(),
                entry.origin().release().engine(),
                entry.origin().plugin(),
                entry.creator(),
                entry.createdAt(),
                entry.jobUuid(),
                entry.status().name(),
                content.map(RevisionRecord::spec).orElse(null),
                content.map(revision -> ManifestWriter.yaml(revision.objects())).orElse(null));
    }
}
