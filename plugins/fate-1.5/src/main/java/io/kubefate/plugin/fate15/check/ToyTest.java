package io.kubefate.plugin.fate15.check;

import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** FATE's toy example, a small job of two parties. The cluster takes the role of both. */
final class ToyTest {

    /** The job takes one or two minutes; then FATE's script gives up. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /**
     * Arguments: the party, then more arguments of FATE's script. The script is in one of the two directories or missing, depending on
     * the image. A line of the log reports success; the exit code does not.
     */
    private static final String SCRIPT = """
            party=$1
            shift
            for folder in /data/projects/fate/examples /data/projects/fate/python/examples; do
              [ ! -f "$folder/toy_example/run_toy_example.py" ] || break
              folder=
            done
            if [ -z "$folder" ]; then
              echo "the image has no toy_example/run_toy_example.py below /data/projects/fate"
              exit 77
            fi
            . /data/projects/python/venv/bin/activate
            export PYTHONPATH="${PYTHONPATH:-/data/projects/fate/python:/data/projects/fate/eggroll/python}"
            cd "$folder/toy_example" || exit
            said=$(python run_toy_example.py "$party" "$party" 1 "$@" 2>&1)
            grep -o -m 1 'success to calculate secure_sum.*' <<<"$said" && exit
            echo "the job did not calculate the sum; the end of what it printed:"
            tail -n 40 <<<"$said"
            exit 1
            """;

    private ToyTest() {}

    /**
     * Returns the test of a cluster with FATE-Flow.
     *
     * @param spec a cluster.yaml without errors
     * @param engine the engine that runs jobs
     * @return the check; skipped in images without FATE's examples
     */
    static ClusterCheck of(ClusterSpec spec, Engine engine) {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", SCRIPT, "bash", spec.text("partyId").orElse("")));
        if (engine == Engine.SPARK) {
            command.addAll(List.of("-b", "1"));
        }
        return new ClusterCheck(
                "FATE's toy test of this party alone",
                "python",
                "python",
                command,
                LIMIT,
                "open the job in FATE Board and read the logs of python and of the engine; if a connection check"
                        + " failed, fix the connection first");
    }
}
