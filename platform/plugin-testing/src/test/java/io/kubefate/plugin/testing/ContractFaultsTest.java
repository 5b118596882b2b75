package io.kubefate.plugin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract finds each kind of fault, and none where there is none. */
class ContractFaultsTest {

    @Test
    void aGoodDistributionKeepsTheContract() {
        assertThat(failures(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(FaultyContract.class))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void finds(Fault fault) {
        assertThat(failures(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectMethod(FaultyContract.class, fault.test()))
                        .configurationParameter(FaultyContract.FAULT, fault.name())))
                .hasEntrySatisfying(fault.test(), message -> assertThat(message).contains(fault.message()));
    }

    /** {@return the messages of the tests that fail, by the name of their method} */
    private static Map<String, String> failures(LauncherDiscoveryRequestBuilder request) {
        Failures failures = new Failures();
        request.configurationParameter(Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, "false");
        LauncherFactory.create().execute(request.build(), failures);
        return failures.byMethod;
    }

    private static final class Failures implements TestExecutionListener {

        private final Map<String, String> byMethod = new LinkedHashMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable()
                    .ifPresent(failure -> byMethod.merge(
                            method(test.getSource().orElseThrow()),
                            String.valueOf(failure.getMessage()),
                            (a, b) -> a + "\n" + b));
        }

        private static String method(TestSource source) {
            return source instanceof MethodSource method ? method.getMethodName() : source.toString();
        }
    }
}
