package io.kubefate.server.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The Java source of a small distribution that satisfies the contract, except where a test replaces a method's body. */
public final class DistributionSource {

    private static final Map<String, String> SIGNATURES = Map.of(
            "releases", "Set<ReleaseKey> releases()",
            "defaultEngine", "boolean defaultEngine()",
            "modules", "List<ModuleSpec> modules()",
            "commonTemplates", "List<String> commonTemplates()",
            "schema", "String schema()",
            "example", "String example()",
            "validate", "List<Problem> validate(ClusterSpec spec)",
            "model", "Map<String, Object> model(ClusterSpec spec)",
            "checks", "List<ClusterCheck> checks(ClusterSpec spec)",
            "upgrade", "UpgradePath upgrade(ReleaseKey from, ReleaseKey to)");

    private final String className;
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private String members = "";

    private DistributionSource(String className) {
        this.className = className;
    }

    /**
     * A distribution with one module and no template.
     *
     * @param className its name with package
     * @param chartName the chart it serves
     * @param chartVersion the chart's version
     * @param engine the engine
     * @return the source
     */
    public static DistributionSource serving(String className, String chartName, String chartVersion, String engine) {
        String key = "new ReleaseKey(\"%s\", \"%s\", \"%s\")".formatted(chartName, chartVersion, engine);
        return new DistributionSource(className)
                .method("releases", "return Set.of(" + key + ");")
                .method("modules", "return List.of(new ModuleSpec(\"demo\", \"A module\", List.of()));")
                .method("schema", "return \"{}\";")
                .method("example", "return \"name: demo\";")
                .method("validate", "return List.of();")
                .method("model", "return Map.of(\"madeBy\", getClass().getName());");
    }

    /** A distribution {@code demo.DemoDistribution} of the chart {@code demo v1.0.0}, engine {@code eggroll}. */
    public static DistributionSource demo() {
        return serving("demo.DemoDistribution", "demo", "v1.0.0", "eggroll");
    }

    /** Replaces the body of one of the SPI's methods by name, for example {@code "return null;"}. */
    public DistributionSource method(String name, String body) {
        bodies.put(name, body);
        return this;
    }

    /** Adds fields, constructors or methods to the class. */
    public DistributionSource member(String text) {
        members += text + "\n";
        return this;
    }

    /** Returns the class's name with package. */
    public String className() {
        return className;
    }

    /** Returns the Java source. */
    public String text() {
        int dot = className.lastIndexOf('.');
        return """
            package %s;
            import io.kubefate.spi.*;
            import java.util.*;
            @org.pf4j.Extension
            public class %s implements FateDistribution {
            %s
            %s
            }
            """.formatted(className.substring(0, dot), className.substring(dot + 1), members, methods());
    }

    private String methods() {
        return bodies.entrySet().stream()
                .map(method -> "@Override public " + SIGNATURES.get(method.getKey()) + " { " + method.getValue() + " }")
                .collect(Collectors.joining("\n"));
    }
}
