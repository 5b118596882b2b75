package io.kubefate.server.service.cluster;

import io.kubefate.api.Revision;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobStatus;
import java.util.Optional;

/** Maps a stored revision to the REST API. */
final class RevisionAnswer {

    private RevisionAnswer() {}

    static Revision of(ClusterRecord cluster, HistoryRecord entry, Optional<RevisionRecord> content) {
        return Revision.builder()
                .number(entry.number())
                .current(entry.number() == cluster.revision())
                .good(entry.status() == JobStatus.Success)
                .restored(entry.origin().restored())
                .chartVersion(entry.origin().release().chartVersion())
                .engine(entry.origin().release().engine())
                .plugin(entry.origin().plugin())
                .creator(entry.creator())
                .createdAt(entry.createdAt())
                .jobId(entry.jobUuid())
                .jobStatus(entry.status().name())
                .spec(content.map(revision -> revision.spec().value()).orElse(null))
                .manifests(content.map(revision -> ManifestWriter.yaml(revision.objects()))
                        .orElse(null))
                .build();
    }
}
