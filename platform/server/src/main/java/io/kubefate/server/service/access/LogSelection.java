package io.kubefate.server.service.access;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects containers by the name of a container, a module or a pod.
 *
 * @param name one of these; empty text for all
 */
record LogSelection(String name) {

    /**
     * Returns the selected containers in the given order. The name of a container selects only it, as in KubeFATE. Init containers come
     * after modules, because pods that wait for a module often do so in an init container of its name; pods come last.
     */
    List<PodContainer> of(List<PodContainer> containers) {
        if (name.isEmpty()) {
            return containers.stream().filter(container -> !isDone(container)).toList();
        }
        return Stream.<Predicate<PodContainer>>of(
                        container -> !container.init() && name.equals(container.name()),
                        container -> !isDone(container) && name.equals(container.module()),
                        container -> name.equals(container.name()),
                        container -> name.equals(container.pod()))
                .map(selected -> containers.stream().filter(selected).toList())
                .filter(selected -> !selected.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Returns the selected containers, and rejects an unknown name.
     *
     * @throws KubefateException {@code INVALID_REQUEST}, with the valid names
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

    /** An init container that succeeded is included only if it is named. */
    private static boolean isDone(PodContainer container) {
        return container.init() && container.state() == State.SUCCEEDED;
    }

    private static List<String> names(Stream<String> names) {
        return names.filter(text -> !text.isEmpty()).distinct().sorted().toList();
    }
}
