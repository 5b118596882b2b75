package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens to one object.
 *
 * @param action what
 * @param ref which object
 * @param wanted the object as it is to be; empty if it is not wanted any more
 * @param module the module it belongs to; empty for what all modules share
 * @param fields which fields change, as far as that is known
 * @param note why, or what else follows; a conflict's owner, a refusal's reason; may be empty
 */
public record Change(
        Action action, ObjectRef ref, Optional<Manifest> wanted, String module, List<FieldChange> fields, String note) {

    /** What can happen. */
    public enum Action {
        /** It is made. */
        CREATE,
        /** It is applied; its pods, if it has any, restart when their template is among the fields. */
        UPDATE,
        /** Nothing of it changes but its pods restart, because a ConfigMap or Secret that they read changes. */
        RESTART,
        /** It is deleted and made again. */
        REPLACE,
        /** It is deleted. */
        REMOVE,
        /** It is wanted no more, and stays because it holds data. */
        KEEP,
        /** It is as it is to be, and is not written. */
        UNCHANGED,
        /** It is somebody else's: nothing can be done. */
        CONFLICT,
        /** Kubernetes refuses it: nothing can be done. */
        REFUSED;

        /** {@return whether Kubernetes is written to} */
        public boolean writes() {
            return switch (this) {
                case CREATE, UPDATE, RESTART, REPLACE, REMOVE -> true;
                case KEEP, UNCHANGED, CONFLICT, REFUSED -> false;
            };
        }

        /** {@return whether it stands in the way of the whole plan} */
        public boolean blocks() {
            return this == CONFLICT || this == REFUSED;
        }
    }

    /** Checks that nothing is null and copies the list. */
    public Change {
        requireNonNull(action, "action is null");
        requireNonNull(ref, "ref is null");
        requireNonNull(wanted, "wanted is null");
        requireNonNull(module, "module is null");
        requireNonNull(note, "note is null");
        fields = List.copyOf(fields);
    }

    /** {@return whether pods that run now are ended and others started} */
    public boolean restartsPods() {
        return switch (action) {
            case RESTART -> true;
            case UPDATE -> fields.stream().anyMatch(field -> field.path().startsWith("spec.template."));
            case REPLACE ->
                wanted.filter(object -> object.spec().containsKey("template")).isPresent();
            case CREATE, REMOVE, KEEP, UNCHANGED, CONFLICT, REFUSED -> false;
        };
    }

    /** {@return the same change with another note} */
    Change withNote(String other) {
        return new Change(action, ref, wanted, module, fields, other);
    }

    /** {@return the change in a line, for example {@code ConfigMap/eggroll-config belongs to Helm release old}} */
    public String text() {
        return switch (action) {
            case CONFLICT -> ref + " belongs to " + note;
            case REFUSED -> ref + ": " + note;
            default -> ref + " " + action.name().toLowerCase(Locale.ROOT);
        };
    }
}
