package io.kubefate.server.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes maps, lists and scalars of YAML nodes, and notes where each stands. */
final class NodeReader {

    /** Far more than any cluster.yaml has; what aliases multiply counts each time. */
    private static final int MOST_VALUES = 50_000;

    private static final Set<String> TRUE = Set.of("yes", "true", "on");

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<Node, Node> open = new IdentityHashMap<>();
    private int values;

    /** {@return where each path stands} */
    Map<String, Integer> lines() {
        return lines;
    }

    /** {@return the node's value} */
    Object read(Node node, String path) {
        enter(node, path);
        Object value = value(node, path);
        open.remove(node);
        return value;
    }

    private void enter(Node node, String path) {
        if (++values > MOST_VALUES) {
            throw InvalidSpecException.at(line(node), "the file has more than " + MOST_VALUES + " values");
        }
        if (open.put(node, node) != null) {
            throw InvalidSpecException.at(line(node), path + " contains itself; write it out without aliases");
        }
    }

    private Object value(Node node, String path) {
        if (node instanceof MappingNode map && map.getTag().equals(Tag.MAP)) {
            return map(map, path);
        }
        if (node instanceof SequenceNode list && list.getTag().equals(Tag.SEQ)) {
            return list(list, path);
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        throw unknownTag(node);
    }

    private Map<String, Object> map(MappingNode node, String path) {
        Map<String, Object> merged = new LinkedHashMap<>();
        Map<String, Object> own = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(merged, tuple.getValueNode(), path);
                continue;
            }
            String key = key(tuple.getKeyNode());
            String at = path.isEmpty() ? key : path + "." + key;
            if (own.containsKey(key)) {
                throw InvalidSpecException.at(line(tuple.getKeyNode()), at + " stands twice; remove one");
            }
            lines.put(at, line(tuple.getKeyNode()));
            own.put(key, read(tuple.getValueNode(), at));
        }
        merged.putAll(own);
        return merged;
    }

    private void merge(Map<String, Object> into, Node source, String path) {
        if (source instanceof SequenceNode several) {
            several.getValue().forEach(one -> merge(into, one, path));
            return;
        }
        if (!(read(source, path) instanceof Map<?, ?> values)) {
            throw InvalidSpecException.at(line(source), "<< takes a map");
        }
        values.forEach((key, value) -> into.putIfAbsent((String) key, value));
    }

    private List<Object> list(SequenceNode node, String path) {
        List<Object> list = new ArrayList<>();
        for (Node element : node.getValue()) {
            String at = path + "[" + list.size() + "]";
            lines.put(at, line(element));
            list.add(read(element, at));
        }
        return list;
    }

    private static String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw InvalidSpecException.at(line(node), "a key must be a plain word");
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR)) {
            return text;
        }
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        try {
            if (tag.equals(Tag.BOOL)) {
                return TRUE.contains(text.toLowerCase(Locale.ROOT));
            }
            if (tag.equals(Tag.INT)) {
                return whole(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            throw InvalidSpecException.at(line(node), "'" + text + "' is no number");
        }
        throw unknownTag(node);
    }

    private static Number whole(String text) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static InvalidSpecException unknownTag(Node node) {
        return InvalidSpecException.at(line(node), "the tag " + node.getTag() + " is not allowed; remove it");
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
