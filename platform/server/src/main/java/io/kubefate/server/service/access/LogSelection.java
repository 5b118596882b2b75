package io.kubefate.server.service.access;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses containers by the name of a module, a container or a pod.
 *
 * @param name one of these; empty text for all
 */
record LogSelection(String name) {

    /**
     * The containers that are meant, in the given order. A module's name comes before a container's, which comes before a pod's:
     * pods that wait for a module commonly do it in a container of the module's name.
     */
    List<PodContainer> of(List<PodContainer> containers) {
        if (name.isEmpty() || has(containers, PodContainer::module)) {
            return containers.stream()
                    .filter(container -> name.isEmpty() || name.equals(container.module()))
                    .filter(container -> !isDone(container))
                    .toList();
        }
        Function<PodContainer, String> part =
                has(containers, PodContainer::name) ? PodContainer::name : PodContainer::pod;
        return containers.stream()
                .filter(container -> name.equals(part.apply(container)))
                .toList();
    }

    /**
     * The same, and refuses a name that nothing has.
     *
     * @throws KubefateException {@code INVALID_REQUEST}, with the names that there are
     */
    List<PodContainer> checked(List<PodContainer> containers) {
        List<PodContainer> meant = of(containers);
        if (name.isEmpty() || !meant.isEmpty() || has(containers, PodContainer::module)) {
            return meant;
        }
        throw new KubefateException(
                ErrorCode.INVALID_REQUEST,
                "the cluster has no module, container or pod " + name + "; it has the modules "
                        + names(containers.stream().map(PodContainer::module)) + ", the containers "
                        + names(containers.stream().map(PodContainer::name)) + " and the pods "
                        + names(containers.stream().map(PodContainer::pod)));
    }

    private boolean has(List<PodContainer> containers, Function<PodContainer, String> part) {
        return containers.stream().map(part).anyMatch(name::equals);
    }

    /** What prepared a pod and succeeded is of interest only to who names it. */
    private static boolean isDone(PodContainer container) {
        return container.init() && container.state() == State.SUCCEEDED;
    }

    private static List<String> names(Stream<String> names) {
        return names.filter(text -> !text.isEmpty()).distinct().sorted().toList();
    }
}
