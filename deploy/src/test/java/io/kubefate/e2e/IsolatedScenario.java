package io.kubefate.e2e;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A scenario with a service of the class's own: with other settings, or because its tests change what other classes would see. */
abstract class IsolatedScenario extends Scenario {

    @BeforeAll
    @Override
    void startService(@TempDir Path home, SharedService shared) {
        assumeKubernetes();
        service = new Service(home, settings());
    }

    /** {@return more environment variables of the service} */
    Map<String, String> settings() {
        return Map.of();
    }

    @AfterAll
    void stopService() {
        if (service != null) {
            service.close();
        }
    }
}
