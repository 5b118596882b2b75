"""Rows of reads: the service alone, or in turn with a peer."""
import time
from concurrent.futures import ThreadPoolExecutor

from installs import prefix, remove
from load import closed_loop
from service import cluster

JOBS = 33


def fill(api, tag, kubernetes):
    """Installs and deletes clusters until the list has 33 jobs, and one cluster is left. Returns how many jobs there are."""
    missing = JOBS - len(api.call("GET", "job/")["data"])
    pairs = max(0, missing // 2)

    def pair(number):
        name = f"{prefix()}-{tag}-fill-{number}"
        uuid = api.carry_out("POST", "cluster", cluster(name))["cluster_id"]
        if number:
            api.carry_out("DELETE", f"cluster/{uuid}?purge=true")
            if kubernetes:
                kubernetes.delete_namespace(name)

    if kubernetes:
        for number in range(pairs + 1):
            kubernetes.create_namespace(f"{prefix()}-{tag}-fill-{number}")
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(pair, range(pairs + 1)))
    return len(api.call("GET", "job/")["data"])


def measure(table, service, peer, runs, kubernetes):
    """Prints the rows of lists, version and login."""
    contenders = [service, peer] if peer else [service]
    jobs = [fill(api, "peer" if api is peer else "own", kubernetes) for api in contenders]
    clusters = len(service.call("GET", "cluster/")["data"])
    rows = [("jobs", "/v1/job/", (jobs[0],)), ("clusters", "/v1/cluster/", (clusters,)), ("version", "/v1/version/", ())]
    for key, path, arguments in rows:
        values = [[], []]
        for _ in range(runs):
            for which, api in enumerate(contenders):
                values[which].append(closed_loop(api, path) * (jobs[which] if key == "jobs" else 1))
        table.row(key, values[0], *arguments, peer=values[1])
    logins = [[], []]
    for _ in range(4 * runs):
        for which, api in enumerate(contenders):
            begin = time.monotonic()
            api.login()
            logins[which].append(1000 * (time.monotonic() - begin))
    table.row("login", logins[0], peer=logins[1])


def clean(contenders, kubernetes):
    """Deletes the clusters of this run."""
    for api in contenders:
        for left in api.call("GET", "cluster/")["data"] or []:
            if left["name"].startswith(prefix()):
                remove(api, left["uuid"], left["name"], kubernetes)


def commands(table, service, runs):
    """Prints the rows of the command line."""
    for arguments, key in ((["version"], "version"), (["cluster", "list"], "list"), (["--help"], "help")):
        service.command(*arguments)
        times = [service.command(*arguments) for _ in range(2 * runs)]
        table.row(f"cli-{key}-cpu", [cpu for cpu, _ in times])
        if key == "version":
            table.row("cli-version-wall", [wall for _, wall in times])
