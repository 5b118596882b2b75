package io.kubefate.plugin.shared.fate.check;

import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.time.Duration;
import java.util.List;

/** FATE-Flow's toy test, a small job of two parties. The cluster takes the role of both. */
final class ToyTest {

    /** The job takes one or two minutes; then the command line of FATE-Flow gives up and stops it. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration LIMIT = PATIENCE.plusMinutes(1);

    /** Arguments: the party and the seconds. A line of the output reports success; the exit code does not. */
    private static final String SCRIPT = """
            if ! command -v flow >/dev/null; then
              echo "the image has no command line of FATE-Flow"
              exit 77
            fi
            flow init --ip fateflow --port 9380 >/dev/null || exit
            said=$(flow test toy --guest-party-id "$1" --host-party-id "$1" --timeout "$2" 2>&1)
            grep -m 1 'toy test job .* is success' <<<"$said" && exit
            echo "the job did not succeed; the end of what FATE-Flow printed:"
            tail -n 40 <<<"$said"
            exit 1
            """;

    private ToyTest() {}

    /**
     * Returns the test of a cluster with FATE-Flow.
     *
     * @param spec a cluster.yaml without errors
     * @return the check; skipped in images without FATE-Flow's command line
     */
    static ClusterCheck of(ClusterSpec spec) {
        return new ClusterCheck(
                "FATE's toy test of this party alone",
                "python",
                "fateflow",
                List.of(
                        "bash",
                        "-c",
                        SCRIPT,
                        "bash",
                        spec.text("partyId").orElse(""),
                        String.valueOf(PATIENCE.toSeconds())),
                LIMIT,
                "open the job in FATE Board and read the logs of python and of the engine; if a connection check"
                        + " failed, fix the connection first");
    }
}
