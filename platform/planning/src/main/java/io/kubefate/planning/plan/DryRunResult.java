package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;

/** What the API server says to applying an object, in a dry run. */
public sealed interface DryRunResult {

    /**
     * It would be applied.
     *
     * @param result the object as it would be afterwards, with all that defaults and other managers add
     */
    record Accepted(Manifest result) implements DryRunResult {

        /** Checks that there is a result. */
        public Accepted {
            requireNonNull(result, "result is null");
        }
    }

    /**
     * It would be refused because the object exists and a field of it cannot be changed: a new object in its place would do.
     *
     * @param reason what the API server says
     */
    record Immutable(String reason) implements DryRunResult {

        /** Checks that there is a reason. */
        public Immutable {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * It would be refused for another reason: invalid, forbidden, over a quota, of an unknown kind.
     *
     * @param reason what the API server says
     */
    record Refused(String reason) implements DryRunResult {

        /** Checks that there is a reason. */
        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }
}
