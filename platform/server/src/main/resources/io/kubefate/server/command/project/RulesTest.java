package [=package];

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void aNodePortNeedsATypeThatHasOne() {
        assertEquals(List.of("python.nodePort"), paths(Map.of("nodePort", 30097L)));
        assertEquals(List.of(), paths(Map.of("nodePort", 30097L, "type", "NodePort")));
    }

    private static List<String> paths(Map<String, Object> python) {
        return Rules.check(new ClusterSpec(Map.of("python", python))).stream()
                .map(Problem::path)
                .toList();
    }
}
