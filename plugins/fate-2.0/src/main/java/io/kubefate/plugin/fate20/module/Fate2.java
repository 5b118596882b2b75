package io.kubefate.plugin.fate20.module;

import io.kubefate.plugin.shared.fate.module.FateModules;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ModuleSpec;
import java.util.List;

/** FATE 2, whose gateway is osx. */
public final class Fate2 {

    /** Its gateway and its modules. */
    public static final Generation GENERATION = new Generation(
            "osx",
            9883,
            FateModules.with(
                    new ModuleSpec(
                            "osx",
                            "osx, the gateway to the other parties or to an exchange",
                            List.of("fate/osx.yaml.ftl")),
                    "a gateway of FATE 1 before several exchanges, which does not start in FATE 2"));

    private Fate2() {}
}
