package io.kubefate.e2e;

import java.nio.file.Path;
import java.util.Objects;

/** The built distribution that the tests run, {@code deploy/target/kubefate}. */
final class Home {

    private Home() {}

    /** {@return its folder, from the system property {@code kubefate.home} that the build sets} */
    static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty("kubefate.home"), "kubefate.home is not set"));
    }

    /** {@return a program of it} */
    static String program(String name) {
        return folder().resolve("bin").resolve(name).toString();
    }
}
