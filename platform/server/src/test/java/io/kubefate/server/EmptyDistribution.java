package io.kubefate.server;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Map;

/** A distribution without modules, whose schema accepts everything, and in which a test implements what it is about. */
public interface EmptyDistribution extends FateDistribution {

    @Override
    default List<ModuleSpec> modules() {
        return List.of();
    }

    @Override
    default String schema() {
        return "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}";
    }

    @Override
    default String example() {
        return "";
    }

    @Override
    default List<Problem> validate(ClusterSpec spec) {
        return List.of();
    }

    @Override
    default Map<String, Object> model(ClusterSpec spec) {
        return spec.values();
    }
}
