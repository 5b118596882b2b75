package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The claims that Kubernetes makes from the claim templates of a StatefulSet: one of each template for each pod, called
 * {@code <template>-<pod>}, with the labels that select the pods. Kubernetes keeps them when it deletes the pods.
 *
 * @param statefulSet the StatefulSet
 */
public record TemplateClaims(Manifest statefulSet) {

    public TemplateClaims {
        requireNonNull(statefulSet, "statefulSet is null");
    }

    /** Returns the claims of those objects that are StatefulSets with claim templates. */
    public static List<TemplateClaims> of(Collection<Manifest> objects) {
        return objects.stream()
                .filter(object -> object.kind().equals("StatefulSet"))
                .map(TemplateClaims::new)
                .filter(claims -> claims.templates().findAny().isPresent())
                .toList();
    }

    /** Returns the claim templates. */
    public Stream<Manifest> templates() {
        return PodTemplate.maps(statefulSet.spec(), "volumeClaimTemplates").map(Manifest::new);
    }

    /** Returns the names of the claims of the desired pods. */
    public List<String> names() {
        return templates().flatMap(this::names).toList();
    }

    /** Returns the names of the claims that the desired pods have of one template. */
    public Stream<String> names(Manifest template) {
        int first = Manifest.map(statefulSet.spec(), "ordinals").get("start") instanceof Number start
                ? start.intValue()
                : 0;
        int pods = PodTemplate.of(statefulSet).map(PodTemplate::replicas).orElse(1);
        return IntStream.range(first, first + pods).mapToObj(ordinal -> prefix(template) + ordinal);
    }

    private String prefix(Manifest template) {
        return template.ref().name() + "-" + statefulSet.ref().name() + "-";
    }

    /** Returns the labels that Kubernetes gives to every claim. */
    public Map<String, Object> labels() {
        return Manifest.map(Manifest.map(statefulSet.spec(), "selector"), "matchLabels");
    }

    /**
     * Returns whether Kubernetes made a claim for a pod of the StatefulSet, also for one that is gone. A claim of such a name that somebody
     * made by hand does not have the labels.
     */
    public boolean made(Manifest claim) {
        return claim.ref().isClaim()
                && claim.ref().namespace().equals(statefulSet.ref().namespace())
                && hasLabels(claim)
                && isNamed(claim.ref().name());
    }

    private boolean hasLabels(Manifest claim) {
        return !labels().isEmpty()
                && labels().entrySet().stream()
                        .allMatch(label -> claim.label(label.getKey()).equals(Objects.toString(label.getValue())));
    }

    private boolean isNamed(String claim) {
        String prefixes =
                templates().map(template -> Pattern.quote(prefix(template))).collect(Collectors.joining("|"));
        return claim.matches("(" + prefixes + ")(0|[1-9][0-9]*)");
    }

    /** Returns the claims of an object; empty if it is no StatefulSet with claim templates. */
    static Optional<TemplateClaims> of(Manifest object) {
        return of(List.of(object)).stream().findFirst();
    }
}
