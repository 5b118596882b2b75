package io.kubefate.server.service.federation;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.EmptyDistribution;
import io.kubefate.server.service.spec.Releases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FederationMember;
import io.kubefate.spi.Gateway;
import io.kubefate.spi.GatewayPort;
import io.kubefate.spi.PartyRoute;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.RouteAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Version v1 of a chart whose file has one gateway with at most one route. Without a node port, it declares nothing. */
final class RoutesRelease implements Releases, EmptyDistribution {

    private static final ReleaseKey KEY = new ReleaseKey("test", "v1", "");

    private final AtomicInteger calls = new AtomicInteger();
    private volatile String plugin = "test@1";

    int calls() {
        return calls.get();
    }

    void replace(String other) {
        plugin = other;
    }

    @Override
    public Optional<FederationMember> federation(ClusterSpec spec) {
        calls.incrementAndGet();
        if (spec.find("gate", "fail").isPresent()) {
            throw new IllegalStateException("a defect");
        }
        return spec.text("gate", "nodePort").map(port -> member(spec, Integer.parseInt(port)));
    }

    private static FederationMember member(ClusterSpec spec, int nodePort) {
        List<PartyRoute> routes = spec.text("gate", "to").stream()
                .map(party -> new PartyRoute(party, "gate.parties", List.of(address(spec))))
                .toList();
        GatewayPort port = new GatewayPort("", false, 9370, Optional.of(nodePort));
        Gateway gate = new Gateway(
                "gate", "eggroll", "gate", Optional.empty(), List.of(port), "gate.parties", "gate.exchange", routes);
        return new FederationMember("training", spec.text("gate", "party").orElseThrow(), false, List.of(gate));
    }

    private static RouteAddress address(ClusterSpec spec) {
        return new RouteAddress(
                "",
                false,
                spec.text("gate", "host").orElseThrow(),
                Integer.parseInt(spec.text("gate", "port").orElseThrow()));
    }

    @Override
    public List<ReleaseKey> keys() {
        return List.of(KEY);
    }

    @Override
    public ServedRelease select(ClusterSpec spec) {
        return find(KEY);
    }

    @Override
    public ServedRelease find(ReleaseKey key) {
        if (!key.equals(KEY)) {
            throw new KubefateException(ErrorCode.UNKNOWN_RELEASE, key + " is not installed");
        }
        TemplateRenderer templates = new TemplateRenderer(name -> Optional.empty());
        return new ServedRelease(
                key, new ReleaseRenderer(this, plugin, templates), new SpecValidator(schema()), () -> {});
    }

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(KEY);
    }
}
