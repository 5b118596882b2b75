package io.kubefate.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The program and a service. */
abstract class ServiceTest {

    static final String JOB = "fe846176-0787-4879-9d27-622692ce181c";
    static final String CLUSTER = "27e37a60-fffb-4031-a76f-990b2ff43cf2";

    @TempDir
    Path directory;

    StubService service;
    CommandLineRunner program;

    @BeforeEach
    void start() throws IOException {
        service = new StubService();
        program = new CommandLineRunner(directory).with("FATECLOUD_SERVICEURL", service.address());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** A job as the service sends it; {@code more} is further JSON fields, each followed by a comma. */
    static String job(String status, String more) {
        return "{\"msg\":\"getJob Success\",\"data\":{\"uuid\":\"" + JOB + "\"," + more
                + "\"start_time\":\"2020-11-13T07:22:53Z\",\"end_time\":\"2020-11-13T07:23:35.5Z\","
                + "\"method\":\"ClusterInstall\",\"cluster_id\":\"" + CLUSTER + "\",\"creator\":\"admin\",\"status\":\""
                + status + "\",\"time_limit\":3600000000000,\"ID\":1,\"DeletedAt\":null}}";
    }
}
