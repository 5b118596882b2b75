package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.planning.spec.SpecDocument;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Validates and renders the cluster.yaml of a request. Accesses neither the database nor Kubernetes. */
public final class SpecIntake {

    private static final List<String> IDENTITY = List.of("name", "namespace", "chartName", "chartVersion");

    private final SpecReader reader = new SpecReader();
    private final Releases releases;

    public SpecIntake(Releases releases) {
        this.releases = requireNonNull(releases, "releases is null");
    }

    /**
     * Validates and renders the cluster.yaml of a request.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if the request contradicts its file, else as {@link #check(String)}
     */
    public AcceptedSpec check(ClusterArgs args) {
        String text = decode(args.data());
        SpecDocument document = reader.read(text);
        ClusterSpec spec = document.spec();
        refuseContradiction("name", args.name(), spec);
        refuseContradiction("namespace", args.namespace(), spec);
        refuseContradiction("chartName", args.chartName(), spec);
        refuseContradiction("chartVersion", args.chartVersion(), spec);
        return check(text, document);
    }

    /**
     * Validates and renders a cluster.yaml.
     *
     * @throws InvalidSpecException with all errors
     * @throws KubefateException {@code UNKNOWN_RELEASE} or {@code PLUGIN_FAILED}
     */
    public AcceptedSpec check(String text) {
        return check(text, reader.read(text));
    }

    private AcceptedSpec check(String text, SpecDocument document) {
        ClusterSpec spec = document.spec();
        refuseWithoutIdentity(document);
        try (ServedRelease served = releases.select(spec)) {
            return check(text, document, served);
        }
    }

    private AcceptedSpec check(String text, SpecDocument document, ServedRelease served) {
        ClusterSpec spec = document.spec();
        List<LocatedProblem> problems = served.validator()
                .validate(
                        document,
                        served.renderer().distribution(),
                        served.renderer().plugin());
        if (problems.stream().anyMatch(LocatedProblem::isError)) {
            throw new InvalidSpecException(problems);
        }
        return new AcceptedSpec(
                text,
                spec,
                served.key(),
                served.renderer().plugin(),
                served.renderer().objects(spec),
                problems);
    }

    /**
     * Returns the upgrade path that the plugin of the new release defines.
     *
     * @throws KubefateException {@code UNKNOWN_RELEASE} or {@code PLUGIN_FAILED}
     */
    UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        try (ServedRelease served = releases.find(to)) {
            return served.renderer().distribution().upgrade(from, to);
        }
    }

    /**
     * Renders the steps of an upgrade.
     *
     * @param checked the file of the new release
     * @param templates the names of the templates of the steps
     * @return Jobs, in the order in which they run
     * @throws KubefateException {@code UNKNOWN_RELEASE}, or {@code PLUGIN_FAILED}, also if another plugin serves the release since the file
     *     was checked, because steps and objects of two plugins may be incompatible
     */
    List<Manifest> steps(AcceptedSpec checked, List<String> templates) {
        try (ServedRelease served = releases.find(checked.key())) {
            if (!served.renderer().plugin().equals(checked.plugin())) {
                throw new KubefateException(
                        ErrorCode.PLUGIN_FAILED,
                        "plugin " + checked.plugin() + " was replaced by "
                                + served.renderer().plugin() + " during the request; try again");
            }
            return served.renderer().steps(checked.spec(), templates);
        }
    }

    /**
     * Returns the checks that the plugin declares for a cluster; empty if it declares none.
     *
     * @param text the stored cluster.yaml
     * @throws KubefateException {@code UNKNOWN_RELEASE} or {@code PLUGIN_FAILED}
     */
    public List<ClusterCheck> checks(ReleaseKey key, String text) {
        try (ServedRelease served = releases.find(key)) {
            return served.renderer().distribution().checks(read(text));
        }
    }

    /** Parses the cluster.yaml of a request. */
    ClusterSpec read(ClusterArgs args) {
        return read(decode(args.data()));
    }

    /** Parses a stored cluster.yaml. */
    public ClusterSpec read(String text) {
        return reader.read(text).spec();
    }

    private static void refuseWithoutIdentity(SpecDocument document) {
        List<LocatedProblem> missing = IDENTITY.stream()
                .filter(key -> document.spec().text(key).isEmpty())
                .map(key -> LocatedProblem.error(key, document.line(key), key + " cannot be empty"))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidSpecException(missing);
        }
    }

    private static void refuseContradiction(String key, @Nullable String asked, ClusterSpec spec) {
        String inFile = spec.text(key).orElse("");
        if (asked != null && !asked.isEmpty() && !inFile.isEmpty() && !Objects.equals(asked, inFile)) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    key + " of the request is " + asked + ", but " + inFile
                            + " in its cluster.yaml; use the same value");
        }
    }

    private static String decode(@Nullable String data) {
        if (data == null || data.isEmpty()) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "data is required: the cluster.yaml in base64");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "invalid data, not UTF-8 text in base64: " + e.getMessage(), e);
        }
    }
}
