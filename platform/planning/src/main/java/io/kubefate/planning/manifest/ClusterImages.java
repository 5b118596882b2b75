package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The images that a cluster pulls and the credentials for them, read from its objects.
 *
 * @param uses every container of every pod template, in the order of the objects
 * @param pullSecrets names of the Secrets in {@code imagePullSecrets}
 * @param serviceAccounts names of the ServiceAccounts of pods without {@code imagePullSecrets}; Kubernetes uses those of the account
 */
public record ClusterImages(List<ImageUse> uses, Set<String> pullSecrets, Set<String> serviceAccounts) {

    public ClusterImages {
        requireNonNull(uses, "uses is null");
        requireNonNull(pullSecrets, "pullSecrets is null");
        requireNonNull(serviceAccounts, "serviceAccounts is null");
    }

    /**
     * Reads the images of rendered objects.
     *
     * @param objects of any kinds; those without pods are ignored
     * @return their images
     */
    public static ClusterImages of(List<Manifest> objects) {
        List<PodTemplate> templates = objects.stream()
                .flatMap(object -> PodTemplate.of(object).stream())
                .toList();
        return new ClusterImages(
                templates.stream()
                        .flatMap(template -> template.images().stream())
                        .toList(),
                templates.stream()
                        .map(PodTemplate::pullSecrets)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toCollection(TreeSet::new)),
                templates.stream()
                        .filter(template -> template.pullSecrets().isEmpty())
                        .map(PodTemplate::serviceAccount)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Returns all distinct images, sorted. */
    public List<String> names() {
        return uses.stream().map(ImageUse::image).distinct().sorted().toList();
    }
}
