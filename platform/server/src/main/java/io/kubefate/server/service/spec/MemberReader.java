package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.ReleaseKey;
import java.util.Optional;

/** Asks plugins what clusters are in a federation. */
public final class MemberReader {

    private final SpecIntake specs;

    public MemberReader(SpecIntake specs) {
        this.specs = requireNonNull(specs, "specs is null");
    }

    /** Returns the id and version of the plugin that serves a release; empty if none does. */
    public Optional<String> plugin(ReleaseKey key) {
        try (ServedRelease served = specs.releases().find(key)) {
            return Optional.of(served.renderer().plugin());
        } catch (KubefateException e) {
            if (e.code() == ErrorCode.UNKNOWN_RELEASE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Returns what the plugin declares of a cluster.
     *
     * @param text the stored cluster.yaml
     * @return empty if it declares nothing
     * @throws KubefateException {@code UNKNOWN_RELEASE} or {@code PLUGIN_FAILED}
     */
    public Optional<FederationMember> member(ReleaseKey key, String text) {
        try (ServedRelease served = specs.releases().find(key)) {
            return served.renderer().distribution().federation(specs.read(text));
        }
    }
}
