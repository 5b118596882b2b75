package io.kubefate.cli.view;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.FieldDiff;
import io.kubefate.api.ObjectChange;
import io.kubefate.api.PlannedStep;
import io.kubefate.api.PreflightResult;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans, and changes of objects and fields. */
public final class PlanView {

    private static final Set<String> REQUIRE_CONSENT = Set.of("update", "adopt", "rollback", "reconcile");

    /** The length from which on a note is printed only once: many objects can have the same. */
    private static final int LONG_NOTE = 160;

    private final Map<String, String> notes = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private PlanView() {}

    public static Display list(List<ClusterPlan> plans) {
        return new Display() {

            @Override
            public String text(Layout layout) {
                return plans.stream().map(PlanView::of).collect(Collectors.joining("\n"));
            }

            @Override
            public List<String> names() {
                return plans.stream()
                        .map(plan -> plan.namespace() + "/" + plan.name())
                        .toList();
            }
        };
    }

    /** {@return the changes; unchanged objects are only counted} */
    public static String of(ClusterPlan plan) {
        PlanView view = new PlanView();
        view.line(plan.operation() + " of cluster " + plan.name() + " in namespace " + plan.namespace());
        view.line("");
        Optional.ofNullable(plan.steps()).orElse(List.of()).forEach(view::step);
        plan.objects().forEach(view::object);
        view.line((plan.changes() || !plan.feasible() ? "" : noChange(plan)) + summary(plan));
        view.list("modules", plan.modules());
        view.lines("data", plan.data());
        view.lines("data lost", lost(plan));
        view.lines("warning", Optional.ofNullable(plan.warnings()).orElse(List.of()));
        Optional.ofNullable(plan.preflight()).orElse(List.of()).forEach(view::check);
        String operation = isDrift(plan) ? "reconcile" : plan.operation();
        if (!lost(plan).isEmpty() && REQUIRE_CONSENT.contains(operation)) {
            view.line("this " + operation + " deletes data: it requires --accept-data-loss");
        }
        if (!plan.feasible()) {
            view.line("this " + operation + " is not possible: see the lines with ! above");
        }
        return view.text.toString();
    }

    public static String objects(List<ObjectChange> changes) {
        PlanView view = new PlanView();
        changes.forEach(view::object);
        return view.text.toString();
    }

    static String fields(List<FieldDiff> fields) {
        PlanView view = new PlanView();
        fields.forEach(view::field);
        return view.text.toString();
    }

    private static List<String> lost(ClusterPlan plan) {
        return Optional.ofNullable(plan.dataLost()).orElse(List.of());
    }

    private static String noChange(ClusterPlan plan) {
        return isDrift(plan) ? "no drift: " : "no changes: ";
    }

    private static boolean isDrift(ClusterPlan plan) {
        return plan.operation().equals("drift");
    }

    private void step(PlannedStep step) {
        line("> run step " + step.name() + " first (" + String.join(", ", step.images()) + ")");
    }

    private void object(ObjectChange change) {
        ObjectAction.of(change).ifPresent(action -> object(change, action));
    }

    private void object(ObjectChange change, ObjectAction action) {
        String module = change.module().isEmpty() ? "" : " (" + change.module() + ")";
        String restarts = change.restarts() && action == ObjectAction.UPDATE ? ", restarts its pods" : "";
        String note = change.note().isEmpty() ? "" : ": " + note(change);
        line(action.sign() + " " + change.action() + " " + change.kind() + "/" + change.name() + module + restarts
                + note);
        change.fields().forEach(this::field);
    }

    private String note(ObjectChange change) {
        if (change.note().length() < LONG_NOTE) {
            return change.note();
        }
        String first = notes.putIfAbsent(change.note(), change.kind() + "/" + change.name());
        return first == null ? change.note() : "the same reason as " + first;
    }

    private void field(FieldDiff field) {
        boolean multiline = field.path().contains(" line ") || (field.before() + field.after()).contains("\n");
        if (multiline) {
            line("    " + field.path() + ":");
            field.before().lines().forEach(removed -> line("      - " + removed));
            field.after().lines().forEach(added -> line("      + " + added));
            return;
        }
        line("    " + field.path() + ": " + shown(field.before()) + " -> " + shown(field.after()));
    }

    private void check(PreflightResult check) {
        String sign = switch (check.status()) {
            case "passed" -> "  ok      ";
            case "warning" -> "  warning ";
            case "failed" -> "! failed  ";
            default -> "  unknown ";
        };
        String remedy = check.remedy().isEmpty() ? "" : "; " + check.remedy();
        line(sign + check.check() + ": " + check.message() + remedy);
    }

    private static String summary(ClusterPlan plan) {
        Map<String, Long> counts = plan.objects().stream()
                .collect(Collectors.groupingBy(ObjectChange::action, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private void list(String label, List<String> items) {
        if (!items.isEmpty()) {
            line(label + ": " + String.join(", ", items));
        }
    }

    private void lines(String label, List<String> items) {
        items.forEach(item -> line(label + ": " + item));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(none)" : value;
    }
}
