package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.PodTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The planned change of one object.
 *
 * @param action the action
 * @param ref the object
 * @param wanted the desired object; empty if it is no longer desired
 * @param module the module of the object; empty for objects that all modules share
 * @param fields the fields that change, as far as known
 * @param effects what the change does beyond the object
 * @param note the reason or a consequence; the owner of a conflict, the reason of a refusal; may be empty
 */
public record Change(
        Action action,
        ObjectRef ref,
        Optional<Manifest> wanted,
        String module,
        List<FieldChange> fields,
        Set<Effect> effects,
        String note) {

    /** The possible actions. */
    public enum Action {
        /** The object is created. */
        CREATE,
        /** The object is applied; its pods restart if their template changes. */
        UPDATE,
        /** The object does not change, but its pods restart because a ConfigMap or Secret that they read changes. */
        RESTART,
        /** The object is deleted and created again. */
        REPLACE,
        /** The object is deleted. */
        REMOVE,
        /** The object is no longer desired, but kept because it holds data. */
        KEEP,
        /** The object matches the desired one and is not written. */
        UNCHANGED,
        /** The object belongs to another owner, so the plan cannot be executed. */
        CONFLICT,
        /** Kubernetes rejects the object, so the plan cannot be executed. */
        REFUSED;

        /** Returns whether the action writes to Kubernetes. */
        public boolean writes() {
            return switch (this) {
                case CREATE, UPDATE, RESTART, REPLACE, REMOVE -> true;
                case KEEP, UNCHANGED, CONFLICT, REFUSED -> false;
            };
        }

        /** Returns whether the action blocks the whole plan. */
        public boolean blocks() {
            return this == CONFLICT || this == REFUSED;
        }
    }

    public Change {
        requireNonNull(action, "action is null");
        requireNonNull(ref, "ref is null");
        requireNonNull(wanted, "wanted is null");
        requireNonNull(module, "module is null");
        requireNonNull(note, "note is null");
        fields = List.copyOf(fields);
        effects = Set.copyOf(effects);
    }

    /** What a change can do beyond the object. */
    public enum Effect {
        /** Running pods are replaced. */
        RESTARTS_PODS,
        /** The volume of a claim is deleted with its data. */
        DELETES_VOLUME,
        /** None; the object is of the Helm release with the name of the cluster, which the cluster can adopt. */
        ADOPTABLE
    }

    /** Returns the change of an object with its module. */
    static Change of(Action action, Manifest object, List<FieldChange> fields, Set<Effect> effects, String note) {
        return new Change(
                action, object.ref(), Optional.of(object), object.label(Ownership.MODULE), fields, effects, note);
    }

    static Change of(Action action, Manifest object, List<FieldChange> fields, String note) {
        return of(action, object, fields, Restart.effect(fields), note);
    }

    /** Returns the replacement of an object, which ends its pods or deletes the volume of a claim. */
    static Change replace(Manifest object, String note) {
        Set<Effect> effects = object.ref().isClaim() ? Set.of(Effect.DELETES_VOLUME) : Restart.ofAll(object);
        return of(Action.REPLACE, object, List.of(), effects, note);
    }

    static Change of(Action action, Manifest object, String note) {
        return of(action, object, List.of(), note);
    }

    /** Returns whether running pods are replaced. */
    public boolean restartsPods() {
        return effects.contains(Effect.RESTARTS_PODS);
    }

    /** Returns whether the object is of the Helm release that the cluster can adopt. */
    public boolean isAdoptable() {
        return effects.contains(Effect.ADOPTABLE);
    }

    /** Returns whether the volume of a claim is deleted with its data. */
    public boolean deletesVolume() {
        return effects.contains(Effect.DELETES_VOLUME);
    }

    /** Returns the template of the pods that Kubernetes creates: new ones, or such that replace running ones. */
    public Optional<PodTemplate> newPods() {
        boolean news = action == Action.CREATE || action == Action.REPLACE || restartsPods();
        return news ? wanted.flatMap(PodTemplate::of) : Optional.empty();
    }

    Change withNote(String other) {
        return new Change(action, ref, wanted, module, fields, effects, other);
    }

    /** Returns the change in one line, for example {@code ConfigMap/eggroll-config belongs to Helm release old}. */
    public String text() {
        return text(ref.toString());
    }

    /** Returns the change in one line, for several objects that change in the same way. */
    String text(String objects) {
        return switch (action) {
            case CONFLICT -> objects + " belongs to " + note;
            case REFUSED -> objects + ": " + note;
            default -> objects + " " + action.name().toLowerCase(Locale.ROOT);
        };
    }
}
