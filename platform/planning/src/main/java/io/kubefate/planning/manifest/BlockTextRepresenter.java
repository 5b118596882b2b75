package io.kubefate.planning.manifest;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Represents multi-line text as literal blocks, so that configuration files stay readable. */
final class BlockTextRepresenter extends Representer {

    BlockTextRepresenter(DumperOptions options) {
        super(options);
    }

    @Override
    protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
        boolean block = tag.equals(Tag.STR) && value.contains("\n");
        return super.representScalar(tag, value, block ? DumperOptions.ScalarStyle.LITERAL : style);
    }
}
