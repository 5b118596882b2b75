package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;

/** A parsed cluster.yaml: its data and the line of each value. */
public final class SpecDocument {

    private final ClusterSpec spec;
    private final Place root;

    SpecDocument(ClusterSpec spec, Place root) {
        this.spec = requireNonNull(spec, "spec is null");
        this.root = requireNonNull(root, "root is null");
    }

    public ClusterSpec spec() {
        return spec;
    }

    /**
     * Returns the line of a value. Where keys contain dots, the longest matching key applies.
     *
     * @param path for example {@code rollsite.partyList[0].partyIp}; empty for the whole file
     * @return the line of the key, from 1; if it does not exist, that of its nearest parent
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
     * Returns the line of a value.
     *
     * @param path the keys and indexes that lead to it
     * @return the line as for {@link #line(String)}
     */
    int line(List<Object> path) {
        Place place = root;
        Optional<Place> inner = Optional.of(root);
        for (int i = 0; i < path.size() && inner.isPresent(); i++) {
            place = inner.get();
            inner = place.inner(path.get(i));
        }
        return inner.orElse(place).line();
    }

    /** Adds the line to a problem of the schema or of a release's rules. */
    public LocatedProblem locate(Problem problem) {
        return LocatedProblem.of(problem, line(problem.path()));
    }
}
