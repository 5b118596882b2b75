package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A rule for addresses that pods connect to: a loopback address is the pod itself.
 *
 * @param paths the paths of the addresses; {@code []} is every element of a list, {@code *} every key of a map
 */
public record PodAddresses(List<String> paths) {

    private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9.]+|0\\.0\\.0\\.0|::1?|\\[::1?\\]"
            + "|([a-z0-9-]+\\.)?localhost|localhost\\.localdomain|ip6-(localhost|loopback)");

    public PodAddresses {
        paths = List.copyOf(paths);
    }

    /**
     * Finds addresses that are the pod itself.
     *
     * @param spec a cluster.yaml
     * @return a warning for each
     */
    public List<Problem> loopback(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        paths.forEach(
                path -> visit(spec.values(), List.of(path.replace("[]", ".[]").split("\\.")), "", problems));
        return problems;
    }

    private static void visit(Object value, List<String> steps, String path, List<Problem> problems) {
        if (steps.isEmpty()) {
            if (isLoopback(String.valueOf(value))) {
                problems.add(Problem.warning(
                        path, value + " is the pod itself; write the address of a node or a host name"));
            }
            return;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals("[]") && value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                visit(list.get(index), rest, path + "[" + index + "]", problems);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                if (step.equals("*") || step.equals(key)) {
                    visit(child, rest, path.isEmpty() ? String.valueOf(key) : path + "." + key, problems);
                }
            });
        }
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.length() <= 253 && LOOPBACK.matcher(name).matches();
    }
}
