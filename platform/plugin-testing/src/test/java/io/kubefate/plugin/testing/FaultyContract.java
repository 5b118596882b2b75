package io.kubefate.plugin.testing;

import io.kubefate.planning.render.TemplateSource;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ReleaseKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The contract of a distribution with the fault that the run is configured with. {@link ContractFaultsTest} runs it. */
@ExtendWith(FaultyContract.Configured.class)
class FaultyContract extends DistributionContract {

    static final String FAULT = "contract.fault";

    private final TestRelease draft;

    FaultyContract(TestRelease draft) {
        this.draft = draft;
    }

    @Override
    protected FateDistribution distribution() {
        return draft.distribution();
    }

    @Override
    protected TemplateSource templates() {
        return name -> Optional.ofNullable(draft.files().get("templates/" + name));
    }

    @Override
    protected Set<ReleaseKey> upgradesFrom() {
        return Set.of(draft.from());
    }

    @Override
    protected Path testResources() {
        return TestRelease.FOLDER;
    }

    static final class Configured implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(TestRelease.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter(FAULT)
                    .map(name -> Fault.valueOf(name).draft())
                    .orElseGet(TestRelease::good);
        }
    }
}
