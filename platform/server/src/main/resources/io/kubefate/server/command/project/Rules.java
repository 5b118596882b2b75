package [=package];

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** What the schema cannot say: rules between keys. Asked only about what the schema accepts. */
final class Rules {

    private Rules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        boolean nodePort = spec.find("python", "nodePort").isPresent();
        if (nodePort && spec.text("python", "type").orElse("ClusterIP").equals("ClusterIP")) {
            problems.add(Problem.error(
                    "python.nodePort", "a Service of type ClusterIP has none; write type: NodePort beside it, or remove it"));
        }
        return problems;
    }
}
