package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object with fields that Kubernetes does not change in place.
 *
 * @param wanted the desired object
 * @param live the live object
 * @param mask hides passwords
 */
record Immutable(Manifest wanted, Optional<Manifest> live, Mask mask) {

    Immutable {
        requireNonNull(wanted, "wanted is null");
        requireNonNull(live, "live is null");
        requireNonNull(mask, "mask is null");
    }

    /**
     * Returns the change: a replacement if the user allows it or the object is a claim that never had a volume, else a refusal with advice.
     *
     * @param reason the message of the API server
     * @param recreate whether the user allows to replace it
     */
    Change change(String reason, boolean recreate) {
        String what = "it cannot be changed in place: " + fields();
        boolean claim = wanted.ref().isClaim();
        if (claim && live.filter(ClaimVolume::exists).isEmpty()) {
            String why = fields().isEmpty() ? reason + "; " : "";
            String note = what + why + "it has no volume yet, so no data are lost";
            return Change.of(Change.Action.REPLACE, wanted, List.of(), Set.of(), note);
        }
        if (recreate) {
            return Change.replace(wanted, what + reason + (claim ? "; its data are lost" : ""));
        }
        String advice = claim
                ? "; revert this change in the file, or back up the data and replace it with --recreate, which deletes"
                        + " its data"
                : "; revert this change in the file, or delete and create it again with --recreate";
        return Change.of(Change.Action.REFUSED, wanted, what + reason + advice);
    }

    private String fields() {
        return live.map(before -> Difference.ofDesired(before, wanted, mask)).orElse(List.of()).stream()
                .map(field -> field.path() + " " + field.before() + " -> " + field.after() + "; ")
                .collect(Collectors.joining());
    }
}
