package io.kubefate.plugin.testing;

import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.RouteAddress;
import io.kubefate.spi.UpgradePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small distribution that keeps the contract, to be made wrong in one respect.
 *
 * @param files {@code schema.json}, {@code example.yaml} and templates by their path below {@code small/}
 * @param rules what {@code validate} answers
 * @param model what is done to the model
 * @param from the release whose clusters it is said to take over
 * @param checks what {@code checks} answers
 * @param federation what {@code federation} answers
 */
record TestRelease(
        Map<String, String> files,
        Function<ClusterSpec, List<Problem>> rules,
        BiFunction<ClusterSpec, Map<String, Object>, Map<String, Object>> model,
        ReleaseKey from,
        Function<ClusterSpec, List<ClusterCheck>> checks,
        Function<ClusterSpec, Optional<FederationMember>> federation) {

    /** The release whose clusters it takes over. */
    static final ReleaseKey BEFORE = new ReleaseKey("small", "v0.9.0", "");

    static final Path FOLDER = Path.of("src", "test", "resources", "small");

    /** {@return the one without a fault} */
    static TestRelease good() {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            Map<String, String> files = paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> FOLDER.relativize(path).toString().replace('\\', '/'), TestRelease::read));
            return new TestRelease(
                    files,
                    spec -> List.of(),
                    (spec, model) -> model,
                    BEFORE,
                    spec -> reaching(spec, "web", "look at it"),
                    spec -> member(spec, "9999", "web", 8080));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return this with other text in one of its files} */
    TestRelease with(String file, String old, String other) {
        String text = files.get(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put(file, text.replace(old, other));
        return new TestRelease(changed, rules, model, from, checks, federation);
    }

    TestRelease withRules(Function<ClusterSpec, List<Problem>> other) {
        return new TestRelease(files, other, model, from, checks, federation);
    }

    TestRelease withModel(BiFunction<ClusterSpec, Map<String, Object>, Map<String, Object>> other) {
        return new TestRelease(files, rules, other, from, checks, federation);
    }

    TestRelease withChecks(Function<ClusterSpec, List<ClusterCheck>> other) {
        return new TestRelease(files, rules, model, from, other, federation);
    }

    TestRelease withFederation(Function<ClusterSpec, Optional<FederationMember>> other) {
        return new TestRelease(files, rules, model, from, checks, other);
    }

    TestRelease withFrom(String version) {
        return new TestRelease(files, rules, model, new ReleaseKey("small", version, ""), checks, federation);
    }

    /** {@return a check in the module web, if the cluster has it} */
    static List<ClusterCheck> reaching(ClusterSpec spec, String container, String remedy) {
        return spec.hasModule("web")
                ? List.of(ClusterCheck.tcp("web reaches store", "web", container, "store", 3306, remedy))
                : List.of();
    }

    /** {@return a party whose gateway is the module web, if the cluster has it} */
    static Optional<FederationMember> member(ClusterSpec spec, String party, String service, int port) {
        RouteAddress address = new RouteAddress("", false, "192.0.2.1", port);
        Gateway gateway = new Gateway(
                "web",
                "web",
                service,
                Optional.empty(),
                List.of(new GatewayPort("", false, 8080, Optional.empty())),
                "web.parties",
                "web.parties",
                List.of(new PartyRoute("10000", "web.parties", List.of(address))));
        return spec.hasModule("web")
                ? Optional.of(new FederationMember("training", party, false, List.of(gateway)))
                : Optional.empty();
    }

    FateDistribution distribution() {
        return new Small(this);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Small(TestRelease draft) implements FateDistribution {

        @Override
        public Set<ReleaseKey> releases() {
            return Set.of(new ReleaseKey("small", "v1.0.0", ""));
        }

        @Override
        public List<ModuleSpec> modules() {
            return List.of(
                    new ModuleSpec("store", "keeps", List.of("store.yaml.ftl")),
                    new ModuleSpec("web", "shows", List.of("web.yaml.ftl")));
        }

        @Override
        public String schema() {
            return draft.files.get("schema.json");
        }

        @Override
        public String example() {
            return draft.files.get("example.yaml");
        }

        @Override
        public List<Problem> validate(ClusterSpec spec) {
            return draft.rules.apply(spec);
        }

        @Override
        public List<ClusterCheck> checks(ClusterSpec spec) {
            return draft.checks.apply(spec);
        }

        @Override
        public Optional<FederationMember> federation(ClusterSpec spec) {
            return draft.federation.apply(spec);
        }

        @Override
        public Map<String, Object> model(ClusterSpec given) {
            ClusterSpec spec = given.withDefaults();
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, Object> selector = Map.of("cluster", spec.name());
            model.put("partyId", spec.find("partyId").orElseThrow());
            model.put("selector", selector);
            model.put("labels", selector);
            model.put("registry", spec.text("registry").map(text -> text + "/").orElse(""));
            model.put("pullPolicy", spec.text("pullPolicy").orElseThrow());
            model.put("pullSecrets", spec.list("imagePullSecrets"));
            model.put("web", web(spec));
            model.put("store", store(spec));
            return draft.model.apply(given, model);
        }

        @Override
        public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
            return from.equals(BEFORE)
                    ? new UpgradePath.Allowed(List.of("migrate.yaml.ftl"))
                    : FateDistribution.super.upgrade(from, to);
        }

        private static Map<String, Object> web(ClusterSpec spec) {
            Map<String, Object> web = new LinkedHashMap<>();
            web.put("greeting", spec.text("web", "greeting").orElseThrow());
            web.put("nodeSelector", spec.map("web", "nodeSelector"));
            web.put("parties", spec.map("web", "parties"));
            spec.text("web", "password").ifPresent(text -> web.put("password", text));
            return web;
        }

        private static Map<String, Object> store(ClusterSpec spec) {
            Map<String, Object> store = new LinkedHashMap<>();
            store.put("size", spec.text("store", "size").orElseThrow());
            store.put("schema", spec.text("store", "schema").orElseThrow());
            spec.text("store", "existingClaim").ifPresent(text -> store.put("existingClaim", text));
            return store;
        }
    }
}
