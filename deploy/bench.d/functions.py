"""Rows of functions: JMH, and the programs of platform/benchmark, all with the JVM options of the service."""
import json, os, subprocess, tempfile

from service import HOME, Unmeasured

TARGET = os.path.join(os.path.dirname(HOME), "..", "..", "platform", "benchmark", "target")
OPTIONS = [f"-Dkubefate.home={HOME}", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss512k"]
EXAMPLES = ["party-9999/cluster", "party-9999/cluster-spark", "party-9999/cluster-serving"]
KEYS = {"parse": "parse", "validate": "validate", "plan": "plan-install", "findPasswords": "find-passwords", "mask": "mask",
        "serializeJobs": "serialize-jobs", "serializeClusters": "serialize-clusters", "loadAllCold": "load-cold",
        "loadAllWarm": "load-warm"}


def java(*arguments):
    """Runs a program. Returns the last line of its output."""
    if not os.path.isdir(f"{TARGET}/lib"):
        raise Unmeasured("platform/benchmark is not built; run ./mvnw package -Pbench -DskipTests")
    done = subprocess.run(["java", *OPTIONS, "-cp", f"{TARGET}/classes:{TARGET}/lib/*", *arguments], capture_output=True, text=True)
    if done.returncode:
        raise Unmeasured(done.stdout[-2000:] + done.stderr[-2000:])
    return done.stdout.strip().splitlines()[-1]


def jmh(quick):
    """Returns the results of JMH."""
    shorter = ["-wi", "1", "-i", "1", "-w", "300ms", "-r", "300ms", "-f", "1"] if quick else []
    with tempfile.NamedTemporaryFile() as results:
        java("org.openjdk.jmh.Main", "-rf", "json", "-rff", results.name, "-jvmArgs", " ".join(OPTIONS), *shorter)
        return json.load(open(results.name))


def values(metric):
    """Returns minimum, median and the 90th percentile of samples; the slowest ones are those of the garbage collector."""
    percentiles = metric["scorePercentiles"]
    return [percentiles["0.0"], percentiles["50.0"], percentiles["90.0"]]


def measure(table, quick):
    """Prints the rows of JMH. The maximum is the 90th percentile."""
    for result in jmh(quick):
        method, metric = result["benchmark"].rsplit(".", 1)[1], result["primaryMetric"]
        if method == "render":
            table.row("render", values(metric), result["params"]["example"])
        elif method in ("loadAllCold", "loadAllWarm"):
            table.row(KEYS[method], [value for fork in metric["rawData"] for value in fork])
        else:
            table.row(KEYS[method], values(metric))
    table.row("locks", [float(java("io.kubefate.benchmark.LockProfile", *EXAMPLES))])
    table.row("plugin-memory", [float(java("io.kubefate.benchmark.PluginMemory", *EXAMPLES).split()[2])])


def fleet(table):
    """Prints the rows of watching a hundred clusters of forty objects, which the program creates on Kubernetes and deletes."""
    seen, heap, processor, watches = map(float, java("io.kubefate.benchmark.FleetCost", "100").split())
    for key, value in (("watches", watches), ("watch-heap", heap), ("watch-cpu", processor), ("watch-seen", seen)):
        table.row(key, [value])
