package [=package];

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/** [=title]. */
@Extension
public final class [=class] implements FateDistribution {

    private static final ReleaseKey RELEASE = new ReleaseKey("[=chart]", "[=version]", "[=engine]");

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(RELEASE);
    }

    @Override
    public List<ModuleSpec> modules() {
        return List.of(
                new ModuleSpec("python", "FATE-Flow, which runs federated jobs", List.of("python.yaml.ftl")));
    }

    @Override
    public String schema() {
        return text("/schema.json");
    }

    @Override
    public String example() {
        return text("/example.yaml");
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return Rules.check(spec);
    }

    @Override
    public Map<String, Object> model(ClusterSpec spec) {
        return ClusterModel.of(spec);
    }

    private static String text(String resource) {
        try (InputStream stream = [=class].class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
