package io.kubefate.server.service.image;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.ImagesArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.planning.manifest.ImageUse;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.registry.Availability;
import io.kubefate.server.registry.DockerConfig;
import io.kubefate.server.registry.ImageReference;
import io.kubefate.server.registry.Keyring;
import io.kubefate.server.registry.Registries;
import io.kubefate.server.service.spec.AcceptedSpec;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.service.spec.SpecProblems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists the images of a cluster and checks them in their registries. */
public final class ImageService {

    private final SpecIntake specs;
    private final Function<AcceptedSpec, List<Manifest>> steps;
    private final Kubernetes kubernetes;
    private final Registries registries;

    /**
     * @param steps the Jobs that run before a cluster gets a new release, as far as they are known
     * @param kubernetes reads the pull secrets
     */
    public ImageService(
            SpecIntake specs,
            Function<AcceptedSpec, List<Manifest>> steps,
            Kubernetes kubernetes,
            Registries registries) {
        this.specs = requireNonNull(specs, "specs is null");
        this.steps = requireNonNull(steps, "steps is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.registries = requireNonNull(registries, "registries is null");
    }

    /** Returns the namespace of the cluster of a request, as {@link SpecIntake#namespace}. */
    public String namespace(ImagesArgs args) {
        return specs.namespace(args.cluster());
    }

    /**
     * Lists the images that an install would pull, or an update with its steps if the cluster exists. Changes nothing, and accesses neither
     * Kubernetes nor a registry.
     *
     * @throws KubefateException as a dry run of the install
     */
    public ImageList list(ImagesArgs args) {
        AcceptedSpec checked = specs.check(args.cluster());
        return new ImageList(answer(images(checked), Map.of()), SpecProblems.of(checked.warnings()));
    }

    /**
     * Checks the images in their registries, with the credentials of the request and of the pull secrets in the namespace of the cluster.
     * Secrets that cannot be read are warnings.
     *
     * @throws KubefateException as a dry run of the install, and {@code INVALID_REQUEST} if the credentials cannot be read
     */
    public ImageList check(ImagesArgs args) {
        AcceptedSpec checked = specs.check(args.cluster());
        ClusterImages images = images(checked);
        List<DockerConfig> logins = new ArrayList<>(brought(args).stream().toList());
        PullSecrets secrets = new PullSecrets(kubernetes, checked.spec().namespace());
        logins.addAll(secrets.read(images));
        List<ClusterImage> answer = answer(images, registries.check(images.names(), new Keyring(logins)));
        List<LocatedProblem> warnings = new ArrayList<>(checked.warnings());
        warnings.addAll(secrets.warnings());
        return new ImageList(answer, SpecProblems.of(warnings));
    }

    private ClusterImages images(AcceptedSpec checked) {
        return ClusterImages.of(Stream.concat(checked.objects().stream(), steps.apply(checked).stream())
                .toList());
    }

    private static Optional<DockerConfig> brought(ImagesArgs args) {
        if (args.dockerConfig() == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getMimeDecoder().decode(args.dockerConfig()), StandardCharsets.UTF_8);
            return Optional.of(
                    DockerConfig.read("the given Docker configuration", text).orElseThrow(ImageService::unreadable));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** Returns an exception without a cause, because the message of the cause may quote a password. */
    private static KubefateException unreadable() {
        return new KubefateException(
                ErrorCode.INVALID_REQUEST, "invalid docker_config, not a Docker config.json with auths in base64");
    }

    private static List<ClusterImage> answer(ClusterImages images, Map<String, Availability> answers) {
        Map<String, List<ImageUse>> byName = images.uses().stream().collect(groupingBy(ImageUse::image));
        return images.names().stream()
                .map(name -> answer(name, byName.getOrDefault(name, List.of()), Optional.ofNullable(answers.get(name))))
                .toList();
    }

    private static ClusterImage answer(String name, List<ImageUse> uses, Optional<Availability> answer) {
        return new ClusterImage(
                name,
                ImageReference.parse(name).map(ImageReference::registry).orElse(""),
                uses.stream().map(ImageService::use).toList(),
                answer.map(known -> known.status().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                answer.map(Availability::reason)
                        .filter(reason -> !reason.isEmpty())
                        .orElse(null));
    }

    private static ClusterImage.Use use(ImageUse use) {
        return new ClusterImage.Use(use.module(), use.workload(), use.container(), use.init(), use.pullPolicy());
    }
}
