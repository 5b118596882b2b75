package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;

/** The API server's response to the dry run of an apply. */
public sealed interface DryRunResult {

    /**
     * The object would be applied.
     *
     * @param result the resulting object, with defaults and the fields of other managers
     */
    record Accepted(Manifest result) implements DryRunResult {

        public Accepted {
            requireNonNull(result, "result is null");
        }
    }

    /**
     * The object would be rejected because an existing field is immutable; replacing the object would succeed.
     *
     * @param reason the message of the API server
     */
    record Immutable(String reason) implements DryRunResult {

        public Immutable {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The object would be rejected for another reason: invalid, forbidden, over a quota, or of an unknown kind.
     *
     * @param reason the message of the API server
     */
    record Refused(String reason) implements DryRunResult {

        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The object would be rejected at the moment, because an admission webhook does not answer.
     *
     * @param reason the name of the webhook and the message of the API server
     */
    record Unanswered(String reason) implements DryRunResult {

        public Unanswered {
            requireNonNull(reason, "reason is null");
        }
    }
}
