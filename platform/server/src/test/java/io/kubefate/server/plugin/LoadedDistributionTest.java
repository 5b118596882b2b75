package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.EmptyDistribution;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever a distribution throws or returns, callers get a valid result or an error that names the plugin. */
class LoadedDistributionTest {

    private static final ReleaseKey KEY = new ReleaseKey("fate", "v1.5.0", "eggroll");

    @Test
    void anExceptionNamesThePluginAndTheOperation() {
        LoadedDistribution distribution = validating(() -> {
            throw new IllegalStateException("boom");
        });

        KubefateException failure = failure(distribution);

        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure).hasMessage("plugin fate-1.5 3.0.0 failed in validate: IllegalStateException: boom");
    }

    @Test
    void theCauseIsKeptForTheLog() {
        IllegalStateException cause = new IllegalStateException("boom");

        KubefateException failure = failure(validating(() -> {
            throw cause;
        }));

        assertThat(failure).hasCause(cause);
    }

    @Test
    void aMissingClassIsThePluginsFailure() {
        KubefateException failure = failure(validating(() -> {
            throw new NoClassDefFoundError("some/Library");
        }));

        assertThat(failure).hasMessage("plugin fate-1.5 3.0.0 failed in validate: NoClassDefFoundError: some/Library");
    }

    @Test
    void endlessRecursionIsThePluginsFailure() {
        KubefateException failure = failure(validating(new Supplier<>() {
            @Override
            @SuppressWarnings("InfiniteRecursion") // as a careless plugin does
            public List<Problem> get() {
                return List.copyOf(get());
            }
        }));

        assertThat(failure).hasMessage("plugin fate-1.5 3.0.0 failed in validate: StackOverflowError");
    }

    @Test
    void lackOfMemoryIsNotThePluginsFailure() {
        LoadedDistribution distribution = validating(() -> {
            throw new OutOfMemoryError("a test's");
        });

        assertThatThrownBy(() -> distribution.validate(PluginsDirectory.emptySpec()))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void nullIsThePluginsFailure() {
        KubefateException failure = failure(validating(() -> null));

        assertThat(failure).hasMessage("plugin fate-1.5 3.0.0 failed in validate: it returned null");
    }

    @Test
    void aListWithNullIsThePluginsFailure() {
        KubefateException failure = failure(validating(() -> Arrays.asList((Problem) null)));

        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
    }

    @Test
    void problemsPass() {
        Problem problem = Problem.error("partyId", "write a whole number");

        assertThat(validating(() -> List.of(problem)).validate(PluginsDirectory.emptySpec()))
                .containsExactly(problem);
    }

    @Test
    void aModelPassesAsACopy() {
        Map<String, Object> model = new HashMap<>(Map.of("list", List.of(1, "two", Map.of("three", 3.0))));
        LoadedDistribution distribution = modelling(model);

        Map<String, Object> copy = distribution.model(PluginsDirectory.emptySpec());
        model.clear();

        assertThat(copy).containsEntry("list", List.of(1, "two", Map.of("three", 3.0)));
    }

    @Test
    void aNullInAModelIsAnAbsentKey() {
        Map<String, Object> model = new HashMap<>();
        model.put("ip", null);

        assertThat(modelling(model).model(PluginsDirectory.emptySpec())).isEmpty();
    }

    @Test
    void aModelOfOtherTypesIsThePluginsFailure() {
        LoadedDistribution distribution =
                modelling(Map.of("rollsite", Map.of("since", List.of(Date.from(Instant.EPOCH)))));

        assertThatThrownBy(() -> distribution.model(PluginsDirectory.emptySpec()))
                .isInstanceOf(KubefateException.class)
                .hasMessage("plugin fate-1.5 3.0.0 failed in model: rollsite.since[0] is a java.util.Date;"
                        + " a model holds maps, lists, strings, numbers and booleans");
    }

    @Test
    void aModelThatContainsItselfIsThePluginsFailure() {
        Map<String, Object> model = new HashMap<>();
        model.put("self", model);

        assertThatThrownBy(() -> modelling(model).model(PluginsDirectory.emptySpec()))
                .isInstanceOf(KubefateException.class)
                .hasMessage("plugin fate-1.5 3.0.0 failed in model: StackOverflowError");
    }

    @Test
    void anUpgradeIsRefusedUnlessThePluginAllowsIt() {
        assertThat(modelling(Map.of()).upgrade(KEY, KEY)).isInstanceOf(UpgradePath.Refused.class);
    }

    private static KubefateException failure(LoadedDistribution distribution) {
        return catchThrowableOfType(KubefateException.class, () -> distribution.validate(PluginsDirectory.emptySpec()));
    }

    private static LoadedDistribution validating(Supplier<List<Problem>> problems) {
        return load(new Scripted(problems, Map.of()));
    }

    private static LoadedDistribution modelling(Map<String, Object> model) {
        return load(new Scripted(List::of, model));
    }

    private static LoadedDistribution load(FateDistribution distribution) {
        return new LoadedDistribution(distribution, new PluginGuard("fate-1.5", "3.0.0"), Map.of());
    }

    private record Scripted(Supplier<List<Problem>> problems, Map<String, Object> answer) implements EmptyDistribution {

        @Override
        public Set<ReleaseKey> releases() {
            return Set.of(KEY);
        }

        @Override
        public List<ModuleSpec> modules() {
            return List.of(new ModuleSpec("python", "", List.of()));
        }

        @Override
        public List<Problem> validate(ClusterSpec spec) {
            return problems.get();
        }

        @Override
        public Map<String, Object> model(ClusterSpec spec) {
            return answer;
        }
    }
}
