package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of an object that is no longer desired. */
final class Leftover {

    private Leftover() {}

    /** Returns its removal, or that it is kept because it is a claim and the user does not purge. */
    static Change of(Manifest object, Set<PlanOption> options) {
        if (!object.ref().isClaim()) {
            return removed(object, "");
        }
        if (options.contains(PlanOption.PURGE)) {
            return change(Change.Action.REMOVE, object, Set.of(Change.Effect.DELETES_VOLUME), "its data are lost");
        }
        String advice = options.contains(PlanOption.ADOPT) ? "" : "; --purge deletes them";
        return change(Change.Action.KEEP, object, Set.of(), "it and its data are kept" + advice);
    }

    /** Returns that a new StatefulSet uses a claim which an earlier one left. */
    static Change reused(ObjectRef claim, Manifest statefulSet) {
        return new Change(
                Change.Action.UNCHANGED,
                claim,
                Optional.empty(),
                statefulSet.label(Ownership.MODULE),
                List.of(),
                Set.of(),
                statefulSet.ref() + " uses it with its data");
    }

    static Change removed(Manifest object, String note) {
        return change(Change.Action.REMOVE, object, Set.of(), note);
    }

    private static Change change(Change.Action action, Manifest object, Set<Change.Effect> effects, String note) {
        return new Change(
                action, object.ref(), Optional.empty(), object.label(Ownership.MODULE), List.of(), effects, note);
    }
}
