"""Rows of plugins, and of updates on Kubernetes."""
import base64, glob, os, shutil, time

from installs import prefix
from service import HOME, Service, cluster

EXAMPLES = ["cluster", "cluster-spark", "cluster-1.11", "cluster-2.0", "cluster-serving", "cluster-serving-2.1"]
EXCHANGE = "exchange/cluster-1.11"


def uploads(folder, runs):
    """Returns the milliseconds of each upload of a plugin to a service without plugins."""
    service = Service(folder, plugins=folder)
    service.start()
    service.login()
    times = []
    for _ in range(runs):
        for jar in sorted(glob.glob(f"{HOME}/plugins/*.jar")):
            begin = time.monotonic()
            plugin = upload(service, jar)
            times.append(1000 * (time.monotonic() - begin))
            service.call("DELETE", "plugin/" + plugin)
    service.stop()
    return times


def upload(service, jar):
    """Installs a plugin and returns its id."""
    with open(jar, "rb") as file:
        content = file.read()
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{os.path.basename(jar)}"\r\n\r\n'
    form = head.encode() + content + b"\r\n--b--\r\n"
    return service.send("POST", "plugin", form, "multipart/form-data; boundary=b")["data"]["id"]


def resident(folder, jars, examples):
    """Returns the resident memory of a service that has rendered these examples with these plugins, after a garbage collection."""
    plugins = os.path.join(folder, "plugins")
    os.makedirs(plugins)
    for jar in jars:
        shutil.copy(jar, plugins)
    service = Service(folder, plugins=plugins)
    service.start()
    service.login()
    for example in examples:
        with open(f"{HOME}/examples/{example}.yaml", "rb") as file:
            data = base64.b64encode(file.read()).decode()
        for _ in range(3):
            service.call("POST", "cluster?dryRun=true", {"data": data})
    service.live_heap()
    memory = service.resident()
    service.stop()
    shutil.rmtree(folder)
    return memory


def additional(folder, runs):
    """Returns the MB that each plugin adds to a service with the one of FATE 1.5."""
    jars = sorted(glob.glob(f"{HOME}/plugins/*.jar"))
    first = [jar for jar in jars if "plugin-fate-1.5-" in jar]
    examples = [f"party-9999/{example}" for example in EXAMPLES] + [EXCHANGE]
    return [(resident(folder, jars, examples) - resident(folder, first, examples[:1])) / (len(jars) - 1) for _ in range(runs)]


def measure(table, folder, runs):
    """Prints the rows of plugins."""
    table.row("plugin-resident", additional(os.path.join(folder, "resident"), runs))
    table.row("plugin-upload", uploads(os.path.join(folder, "upload"), runs))


def updates(table, service, runs, kubernetes):
    """Prints the rows of an update that changes one route."""
    name = f"{prefix()}-update"

    def routed(address):
        return cluster(name, f"rollsite: {{partyList: [{{partyId: 10000, partyIp: {address}, partyPort: 30010}}]}}\n")

    uuid = service.carry_out("POST", "cluster", routed("10.0.0.1"))["cluster_id"]
    times = []
    for _ in range(4 * runs):
        begin = time.monotonic()
        plan = service.call("POST", "cluster/plan", routed("10.0.0.2"))["data"]
        times.append(1000 * (time.monotonic() - begin))
    table.row("plan", times, len(plan["objects"]))
    before = kubernetes.writes()
    service.carry_out("PUT", "cluster", routed("10.0.0.2"))
    table.row("writes", [kubernetes.writes() - before])
    service.carry_out("DELETE", f"cluster/{uuid}?purge=true")
    kubernetes.delete_namespace(name)
