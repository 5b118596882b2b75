package io.kubefate.planning.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.kubefate.planning.yaml.TemplateExpression;
import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Converts YAML nodes into plain data and records their lines. Use one instance for each document. */
final class NodeReader {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_TAG = 60;
    /** The cost of a value in memory, in characters. */
    private static final int VALUE = 32;

    private static final PlainScalars PLAIN_SCALARS = new PlainScalars();
    private static final Set<Tag> TEXTS = Set.of(Tag.STR, Tag.MERGE);
    private static final Set<Tag> SCALARS = Set.of(Tag.STR, Tag.MERGE, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private long budget;
    private int depth;
    /** Whether the document is on one line, such as the JSON of a client, so that its number does not help. */
    private boolean onOneLine;

    /**
     * Creates a reader for one document.
     *
     * @param budget the maximum number of characters after its aliases are expanded; each value counts as 32 more
     */
    NodeReader(long budget) {
        this.budget = budget;
    }

    SpecDocument read(MappingNode root) {
        onOneLine = SpecAmendment.isOnOneLine(root);
        Value value = value(root);
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) requireNonNull(value.data(), "a mapping is null"))
                .forEach((key, child) -> values.put((String) key, child));
        return new SpecDocument(new ClusterSpec(values), value.place());
    }

    private record Value(@Nullable Object data, Place place) {}

    private Value value(Node node) {
        spend(node, VALUE);
        if (node.isTwoStepsConstruction() || ++depth > MAX_DEPTH) {
            throw refusal(node, "nested more than " + MAX_DEPTH + " levels deep, or refers to itself");
        }
        Value value = valueByKind(node);
        depth--;
        return value;
    }

    private Value valueByKind(Node node) {
        if (node instanceof MappingNode mapping && Tag.MAP.equals(node.getTag())) {
            return map(mapping);
        }
        if (node instanceof SequenceNode sequence && Tag.SEQ.equals(node.getTag())) {
            return list(sequence);
        }
        if (node instanceof ScalarNode scalar) {
            return new Value(scalar(scalar), Place.scalar(line(node)));
        }
        throw unknownTag(node);
    }

    private Value map(MappingNode node) {
        if (isTemplateExpression(node)) {
            throw refusal(node, TemplateExpression.ADVICE);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (!isMerge(entry)) {
                String key = key(entry.getKeyNode(), places);
                Value value = value(entry.getValueNode());
                data.put(key, value.data());
                places.put(key, value.place().under(line(entry.getKeyNode())));
            }
        }
        node.getValue().stream().filter(NodeReader::isMerge).forEach(entry -> merge(entry, data, places));
        return new Value(data, new Place(line(node), places, List.of()));
    }

    /** Returns whether it is written as <code>{{ … }}</code>, which is a map whose key is a map. */
    private static boolean isTemplateExpression(MappingNode node) {
        Mark start = node.getStartMark();
        return node.getFlowStyle() == DumperOptions.FlowStyle.FLOW
                && node.getValue().stream()
                        .map(NodeTuple::getKeyNode)
                        .limit(1)
                        .anyMatch(key ->
                                key instanceof MappingNode && key.getStartMark().getIndex() == start.getIndex() + 1);
    }

    private static boolean isMerge(NodeTuple entry) {
        return Tag.MERGE.equals(entry.getKeyNode().getTag());
    }

    /** Adds the keys of {@code <<: *other} or {@code <<: [*one, *two]} that are not in the map. */
    private void merge(NodeTuple entry, Map<String, Object> data, Map<String, Place> places) {
        Value value = value(entry.getValueNode());
        List<?> maps = value.data() instanceof List<?> list ? list : Collections.singletonList(value.data());
        List<Place> mapPlaces = value.data() instanceof List<?> ? value.place().items() : List.of(value.place());
        for (int i = 0; i < maps.size(); i++) {
            if (!(maps.get(i) instanceof Map<?, ?> map)) {
                throw refusal(entry.getKeyNode(), "'<<' requires the name of a map, for example '<<: *defaults'");
            }
            map.forEach((key, child) -> data.putIfAbsent((String) key, child));
            mapPlaces.get(i).keys().forEach(places::putIfAbsent);
        }
    }

    private String key(Node node, Map<String, Place> known) {
        if (!(node instanceof ScalarNode scalar) || !SCALARS.contains(scalar.getTag())) {
            throw refusal(node, "a key must be plain text");
        }
        String key = text(scalar);
        if (key.length() > Place.MAX_KEY) {
            throw refusal(node, "a key of more than " + Place.MAX_KEY + " characters; shorten it");
        }
        Place first = known.get(key);
        if (first != null) {
            String where = onOneLine ? "there" : "on line " + first.line();
            String message = "the key '" + key + "' is already " + where + "; keep one of them";
            throw new InvalidSpecException("", line(node), message);
        }
        return key;
    }

    private Value list(SequenceNode node) {
        List<Object> data = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Node element : node.getValue()) {
            Value value = value(element);
            data.add(value.data());
            places.add(value.place());
        }
        return new Value(data, new Place(line(node), Map.of(), places));
    }

    /** Rejects a single surrogate, which escapes can write but UTF-8 and YAML cannot represent. */
    private String text(ScalarNode node) {
        String text = node.getValue();
        spend(node, text.length());
        if (!UTF_8.newEncoder().canEncode(text)) {
            throw refusal(node, "an escape such as \\ud800 is half a character; write the whole surrogate pair");
        }
        return text;
    }

    private @Nullable Object scalar(ScalarNode node) {
        String text = text(node);
        Tag tag = node.getTag();
        if (!SCALARS.contains(tag)) {
            throw unknownTag(node);
        }
        if (TEXTS.contains(tag)) {
            return text;
        }
        if (!tag.equals(PLAIN_SCALARS.resolve(NodeId.scalar, text, true))) {
            throw refusal(node, "the value does not match its tag; write it without a tag");
        }
        return plain(tag, text);
    }

    private static @Nullable Object plain(Tag tag, String text) {
        if (tag.equals(Tag.INT)) {
            return whole(new BigInteger(text));
        }
        if (tag.equals(Tag.FLOAT)) {
            return new BigDecimal(text);
        }
        return tag.equals(Tag.BOOL) ? TRUE.contains(text.toLowerCase(Locale.ROOT)) : null;
    }

    private static Number whole(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return number;
    }

    private void spend(Node node, int amount) {
        budget -= amount;
        if (budget < 0) {
            throw refusal(node, "its aliases (*name) expand to too much; write the values out");
        }
    }

    private InvalidSpecException unknownTag(Node node) {
        String tag = StringUtils.abbreviate(node.getTag().getValue(), "…", MAX_TAG);
        return refusal(node, "the tag " + tag + " is not allowed; write the value without a tag");
    }

    private InvalidSpecException refusal(Node node, String message) {
        return new InvalidSpecException("", line(node), message);
    }

    private int line(Node node) {
        return onOneLine ? 0 : node.getStartMark().getLine() + 1;
    }
}
