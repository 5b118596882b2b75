package io.kubefate.server.service.job;

import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import java.util.List;

/** The state line of an event about a Kubernetes object. */
final class ObjectStateLine {

    private ObjectStateLine() {}

    static String of(JobEvent event) {
        String object = event.object();
        EventDetails details = event.details();
        return switch (event.reason()) {
            case OBJECT_CONFLICT -> object + " belongs to " + details.text("owner") + ": it was not changed";
            case REPLACING_FOREIGN -> "overwrite current installation";
            case FOREIGN_OBJECT_HELD -> object + " cannot be replaced: it is still being deleted";
            case OBJECT_HELD -> held(object, details.texts("finalizers"));
            case STUCK_POD_DELETED ->
                object + " of the former revision was not ready; deleted it, so that Kubernetes replaces it";
            case STUCK_POD_KEPT -> stuck(object, details);
            case OBJECT_LEFT -> object + " is being deleted";
            case OBJECTS_KEPT -> kept(details);
            case CLAIM_KEPT -> object + " and its data are kept";
            default -> throw new IllegalArgumentException("event " + event.reason() + " does not belong to an object");
        };
    }

    private static String stuck(String object, EventDetails details) {
        String name = object.substring(object.indexOf('/') + 1);
        return object
                + " of the former revision is not ready, and Kubernetes waits for it; delete it with: kubectl --namespace "
                + details.text("namespace") + " delete pod " + name + after(details.text("message"));
    }

    private static String kept(EventDetails details) {
        List<String> objects = details.texts("objects");
        boolean none = objects.isEmpty() && details.values().containsKey("objects");
        String claims = objects.stream().anyMatch(object -> object.startsWith("PersistentVolumeClaim/"))
                ? ", which keeps claims and their data unless you add --purge"
                : "";
        String namespace = details.text("namespace");
        return (none
                        ? "no object was created; remove the cluster with: "
                        : "created objects are kept" + after(String.join(", ", objects)) + "; delete them with: ")
                + "kubefate cluster delete " + details.text("cluster") + claims
                + (namespace.isEmpty() ? "" : "; namespace " + namespace + " stays, too");
    }

    private static String held(String object, List<String> finalizers) {
        return object + " still exists" + (finalizers.isEmpty() ? "" : "; it waits for " + finalizers);
    }

    private static String after(String message) {
        return message.isEmpty() ? "" : ": " + message;
    }
}
