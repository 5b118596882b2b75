package io.kubefate.server.engine;

import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.server.store.cluster.RevisionRecord;
import java.util.List;
import java.util.Map;

/** Creates the masks that hide the passwords of stored revisions. */
public final class RevisionMask {

    private RevisionMask() {}

    /** Returns a mask that hides the passwords of revisions. */
    public static Mask of(List<RevisionRecord> revisions) {
        return Mask.of(
                revisions.stream().map(RevisionMask::spec).toList(),
                revisions.stream()
                        .flatMap(revision -> revision.objects().stream())
                        .toList());
    }

    private static Map<String, Object> spec(RevisionRecord revision) {
        return new SpecReader().read(revision.spec().value()).spec().values();
    }
}
