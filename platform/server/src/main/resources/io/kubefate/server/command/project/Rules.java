package [=package];

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Rules between keys, which the schema cannot express. */
final class Rules {

    private Rules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        boolean nodePort = spec.find("python", "nodePort").isPresent();
        if (nodePort && spec.text("python", "type").orElse("ClusterIP").equals("ClusterIP")) {
            problems.add(Problem.error(
                    "python.nodePort", "has no effect with type ClusterIP; set python.type: NodePort, or remove this line"));
        }
        return problems;
    }
}
