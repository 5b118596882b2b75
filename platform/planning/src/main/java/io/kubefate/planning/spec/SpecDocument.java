package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.Optional;

/** A cluster.yaml that could be read: its data, and where in the file each value was written. */
public final class SpecDocument {

    private final ClusterSpec spec;
    private final Place root;

    SpecDocument(ClusterSpec spec, Place root) {
        this.spec = requireNonNull(spec, "spec is null");
        this.root = requireNonNull(root, "root is null");
    }

    /** {@return the data} */
    public ClusterSpec spec() {
        return spec;
    }

    /**
     * Finds a value in the file. Where a key itself has dots, the longest key that fits is taken.
     *
     * @param path for example {@code rollsite.partyList[0].partyIp}; empty for the whole file
     * @return the line of its key, from 1; of the nearest parent that exists, if it does not
     */
    public int line(String path) {
        Place place = root;
        Optional<Place.Step> step = place.step(path);
        while (step.isPresent()) {
            place = step.get().place();
            step = place.step(step.get().rest());
        }
        return place.line();
    }

    /**
     * Adds the line to a problem.
     *
     * @param problem from the schema or a release's rules
     * @return the same with its line
     */
    public LocatedProblem locate(Problem problem) {
        return LocatedProblem.of(problem, line(problem.path()));
    }
}
