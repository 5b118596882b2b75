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
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        return check(RequestedSpec.of(args, reader));
    }

    /**
     * Validates and renders a cluster.yaml.
     *
     * @throws InvalidSpecException with all errors
     * @throws KubefateException {@code UNKNOWN_RELEASE} if no plugin serves the release and the file means no other one, or if it does
     *     not select an engine, {@code PLUGIN_FAILED}
     */
    public AcceptedSpec check(String text) {
        return check(new RequestedSpec(text, reader.read(text), Map.of()));
    }

    private AcceptedSpec check(RequestedSpec request) {
        FileKind.refuseOther(request.document());
        SpecHeader header = request.header();
        try (ServedRelease served = select(header)) {
            List<LocatedProblem> problems = problems(header, served);
            if (hasError(problems) || !header.additions().isEmpty()) {
                AmendedSpec amended = served.validator().amend(request.text(), header.additions());
                RequestedSpec current = request.with(amended.text(), reader);
                List<LocatedProblem> remaining = new ArrayList<>(amended.warnings());
                remaining.addAll(problems(current.header(), served));
                return accepted(current, served, remaining);
            }
            return accepted(request, served, problems);
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

    private static AcceptedSpec accepted(RequestedSpec request, ServedRelease served, List<LocatedProblem> problems) {
        List<LocatedProblem> sorted = problems.stream()
                .sorted(Comparator.comparingInt(LocatedProblem::line))
                .toList();
        if (hasError(sorted)) {
            throw new InvalidSpecException(sorted);
        }
        ClusterSpec spec = request.document().spec();
        ReleaseRenderer renderer = served.renderer();
        return new AcceptedSpec(request.text(), spec, served.key(), renderer.plugin(), renderer.objects(spec), sorted);
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
     * Returns the namespace of the cluster that a request means, also if its file has a former name of the key. A caller that checks a
     * permission passes {@link ClusterArgs#in(String)} on, so that no other namespace is accepted afterwards.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if the request contradicts its file, and as {@link #check(ClusterArgs)} if neither
     *     has a namespace
     */
    public String namespace(ClusterArgs args) {
        return current(RequestedSpec.of(args, reader))
                .namespace()
                .orElseGet(() -> check(args).spec().namespace());
    }

    /** Returns a request with the current names of the keys in its file; as it is if its release is not known. */
    private RequestedSpec current(RequestedSpec request) {
        SpecHeader header = request.header();
        try (ServedRelease served = select(header)) {
            return request.with(
                    served.validator().amend(request.text(), header.additions()).text(), reader);
        } catch (KubefateException e) {
            if (e.code() == ErrorCode.UNKNOWN_RELEASE || e.code() == ErrorCode.INVALID_SPEC) {
                return request;
            }
            throw e;
        }
    }

    /** Parses the cluster.yaml of a request. */
    ClusterSpec read(ClusterArgs args) {
        return RequestedSpec.of(args, reader).document().spec();
    }

    /** Parses a stored cluster.yaml. */
    public ClusterSpec read(String text) {
        return reader.read(text).spec();
    }
}
