package io.kubefate.plugin.fate15.eggroll;

import io.kubefate.plugin.fate15.Engine;
import io.kubefate.plugin.fate15.rule.Need;
import io.kubefate.plugin.fate15.rule.OtherEngine;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.stream.Stream;

/** The modules that an EggRoll cluster consists of. */
final class EggRollRules {

    private static final List<Need> NEEDS = List.of(
            new Need("nodemanager", "clustermanager", "node managers register with it"),
            new Need("clustermanager", "nodemanager", "nothing computes without one"),
            new Need("python", "clustermanager", "FATE-Flow computes on EggRoll"),
            new Need("python", "rollsite", "FATE-Flow reaches other parties through it"));

    private static final List<String> OF_SPARK = List.of("spark", "hdfs", "nginx", "rabbitmq");

    private EggRollRules() {}

    static List<Problem> check(ClusterSpec spec) {
        return Stream.concat(Need.check(spec, NEEDS).stream(), OtherEngine.check(spec, Engine.SPARK, OF_SPARK).stream())
                .toList();
    }
}
