package io.kubefate.plugin.fate111.module;

import io.kubefate.plugin.shared.fate.module.FateModules;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ModuleSpec;
import java.util.List;

/** FATE 1.11, whose gateway is EggRoll's rollsite. */
public final class Fate111 {

    /** Its gateway and its modules. */
    public static final Generation GENERATION = new Generation(
            "rollsite",
            9380,
            FateModules.with(
                    new ModuleSpec(
                            "rollsite",
                            "EggRoll's gateway to the other parties or to an exchange",
                            List.of("fate/rollsite.yaml.ftl")),
                    "EggRoll's gateway behind an nginx that distributes requests to several exchanges; replaces rollsite"));

    private Fate111() {}
}
