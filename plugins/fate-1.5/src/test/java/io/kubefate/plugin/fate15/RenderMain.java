package io.kubefate.plugin.fate15;

import io.kubefate.plugin.testing.ClassPathRelease;
import io.kubefate.server.engine.ManifestWriter;
import io.kubefate.server.engine.Planner;
import io.kubefate.server.spec.SpecReader;
import io.kubefate.server.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the objects of a cluster.yaml, for a comparison without the host: {@code RenderMain <file>}. */
final class RenderMain {

    private RenderMain() {}

    public static void main(String[] arguments) throws Exception {
        Fate15Distribution distribution = new Fate15Distribution();
        ClusterSpec spec =
                new SpecReader().read(Files.readString(Path.of(arguments[0]))).spec();
        List<Problem> problems = new ArrayList<>(new SpecValidator(distribution.schema()).validate(spec));
        if (problems.isEmpty()) {
            problems.addAll(distribution.validate(spec));
        }
        problems.forEach(
                problem -> System.err.println(problem.severity() + " " + problem.path() + ": " + problem.message()));
        if (problems.stream().anyMatch(Problem::isError)) {
            System.exit(2);
        }
        System.out.println(ManifestWriter.yaml(new Planner().desired(ClassPathRelease.of(distribution), spec)));
    }
}
