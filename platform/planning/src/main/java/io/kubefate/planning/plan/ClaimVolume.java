package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;

/** Whether a live claim ever had a volume, and so may have data. */
final class ClaimVolume {

    private ClaimVolume() {}

    /** Returns whether the claim is bound or names a volume; a claim that is only Pending never had data. */
    static boolean exists(Manifest claim) {
        return claim.spec().containsKey("volumeName")
                || "Bound".equals(claim.status().get("phase"));
    }
}
