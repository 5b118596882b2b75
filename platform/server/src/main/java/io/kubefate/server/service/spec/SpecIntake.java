package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.spec.AmendedSpec;
import io.kubefate.planning.spec.FileKind;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Validates and renders the cluster.yaml of a request. Accesses neither the database nor Kubernetes. */
public final class SpecIntake {

    private final SpecReader reader = new SpecReader();
    private final Releases releases;

    public SpecIntake(Releases releases) {
        this.releases = requireNonNull(releases, "releases is null");
    }

    Releases releases() {
        return releases;
    }

    /**
     * Validates and renders the cluster.yaml of a request.
     *
     * @param args name, namespace and release of the request count where its file has none
     * @throws KubefateException {@code INVALID_REQUEST} if the request contradicts its file, else as {@link #check(String)}
     */
    public AcceptedSpec check(ClusterArgs args) {
        String text = decode(args.data());
        Map<String, String> asked = asked(args);
        SpecDocument document = reader.read(text);
        asked.forEach((key, value) -> refuseContradiction(key, value, document.spec()));
        return check(text, document, asked);
    }

    /**
     * Validates and renders a cluster.yaml.
     *
     * @throws InvalidSpecException with all errors
     * @throws KubefateException {@code UNKNOWN_RELEASE} if no plugin serves the release and the file means no other one, or if it does
     *     not select an engine, {@code PLUGIN_FAILED}
     */
    public AcceptedSpec check(String text) {
        return check(text, reader.read(text), Map.of());
    }

    private AcceptedSpec check(String text, SpecDocument document, Map<String, String> asked) {
        FileKind.refuseOther(document);
        SpecHeader header = new SpecHeader(document, asked);
        try (ServedRelease served = select(header)) {
            List<LocatedProblem> problems = problems(header, served);
            if (hasError(problems) || !header.additions().isEmpty()) {
                AmendedSpec amended = served.validator().amend(text, header.additions());
                SpecHeader current = new SpecHeader(reader.read(amended.text()), asked);
                List<LocatedProblem> remaining = new ArrayList<>(amended.warnings());
                remaining.addAll(problems(current, served));
                return accepted(amended.text(), current, served, remaining);
            }
            return accepted(text, header, served, problems);
        }
    }

    private ServedRelease select(SpecHeader header) {
        try {
            return releases.select(header.named());
        } catch (KubefateException e) {
            if (e.code() != ErrorCode.UNKNOWN_RELEASE) {
                throw e;
            }
            return releases.select(header.meant(releases.keys())
                    .orElseThrow(() ->
                            header.isComplete() ? e : new InvalidSpecException(header.unknownRelease(e.getMessage()))));
        }
    }

    private static List<LocatedProblem> problems(SpecHeader header, ServedRelease served) {
        ReleaseRenderer renderer = served.renderer();
        List<LocatedProblem> problems =
                served.validator().validate(header.document(), renderer.distribution(), renderer.plugin());
        return Stream.concat(problems.stream(), header.problems(served.key(), problems).stream())
                .toList();
    }

    private static AcceptedSpec accepted(
            String text, SpecHeader header, ServedRelease served, List<LocatedProblem> problems) {
        List<LocatedProblem> sorted = problems.stream()
                .sorted(Comparator.comparingInt(LocatedProblem::line))
                .toList();
        if (hasError(sorted)) {
            throw new InvalidSpecException(sorted);
        }
        ClusterSpec spec = header.document().spec();
        ReleaseRenderer renderer = served.renderer();
        return new AcceptedSpec(text, spec, served.key(), renderer.plugin(), renderer.objects(spec), sorted);
    }

    private static boolean hasError(List<LocatedProblem> problems) {
        return problems.stream().anyMatch(LocatedProblem::isError);
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

    /**
     * Returns the namespace of a request.
     *
     * @return empty if neither the request nor its file has one, and {@link #check(ClusterArgs)} rejects it
     * @throws KubefateException {@code INVALID_REQUEST}, also if the request contradicts its file
     */
    public Optional<String> namespace(ClusterArgs args) {
        ClusterSpec spec = read(args);
        Optional<String> asked = Optional.ofNullable(args.namespace()).filter(namespace -> !namespace.isEmpty());
        asked.ifPresent(namespace -> refuseContradiction("namespace", namespace, spec));
        return spec.text("namespace").or(() -> asked);
    }

    /** Parses the cluster.yaml of a request. */
    ClusterSpec read(ClusterArgs args) {
        return read(decode(args.data()));
    }

    /** Parses a stored cluster.yaml. */
    public ClusterSpec read(String text) {
        return reader.read(text).spec();
    }

    /** Returns the values that a request has of the keys that every release has. */
    private static Map<String, String> asked(ClusterArgs args) {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "name", args.name());
        put(asked, "namespace", args.namespace());
        put(asked, "chartName", args.chartName());
        put(asked, "chartVersion", args.chartVersion());
        return asked;
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(key, value);
        }
    }

    private static void refuseContradiction(String key, String asked, ClusterSpec spec) {
        String inFile = spec.text(key).orElse(asked);
        if (!asked.equals(inFile)) {
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
