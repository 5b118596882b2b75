package io.kubefate.planning.manifest;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes objects as YAML, for display and for {@code kubectl apply -f -}. */
public final class ManifestWriter {

    private ManifestWriter() {}

    /** Returns the objects as one multi-document YAML in the same order, with multi-line text as blocks. */
    public static String yaml(List<Manifest> objects) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        Yaml yaml = new Yaml(new BlockTextRepresenter(options), options);
        return yaml.dumpAll(objects.stream().map(Manifest::content).iterator());
    }
}
