"""Rows of installs: the service alone, or in turn with a peer."""
import os, time

from kubernetes import Watch
from service import UNFINISHED, Unmeasured, cluster


def prefix():
    """Returns the beginning of the names of clusters of this run."""
    return f"bench-{os.getpid()}"


def install(api, name, kubernetes=None):
    """Installs a cluster and deletes it. Returns seconds: accepted, created, lag (only on Kubernetes), cpu."""
    if kubernetes:
        kubernetes.create_namespace(name)
    watch = Watch(kubernetes, name) if kubernetes else None
    cpu, begin = api.cpu(), time.monotonic()
    job = api.call("POST", "cluster", cluster(name))["data"]
    result, applied = {"accepted": time.monotonic() - begin}, None
    while job["status"] in UNFINISHED:
        time.sleep(0.03)
        job = api.call("GET", "job/" + job["uuid"])["data"]
        if applied is None and "helm install Success" in (job["states"] or []):
            applied = time.monotonic()
    end = time.monotonic()
    if job["status"] != "Success":
        raise Unmeasured(f"install of {name}: {job['status']} {job['states'][-3:]}")
    if api.pid:
        result["cpu"] = api.cpu() - cpu
    if watch:
        watch.close()
        result["lag"] = end - max(watch.available.values())
        applied = max(watch.created.values())
    if applied is not None:
        result["created"] = applied - begin
    remove(api, job["cluster_id"], name, kubernetes)
    return result


def remove(api, uuid, name, kubernetes):
    api.carry_out("DELETE", f"cluster/{uuid}?purge=true")
    if kubernetes:
        kubernetes.delete_namespace(name)


def column(results, key):
    """Returns the values that were measured."""
    return [result[key] for result in results if key in result]


def first_installs(service, runs, kubernetes):
    """Starts the service several times. Returns the seconds until it answered and until it was ready, and the first install of each."""
    starts, readies, results = [], [], []
    for number in range(runs):
        starts.append(service.start())
        readies.append(service.await_ready())
        service.login()
        results.append(install(service, f"{prefix()}-first-{number}", kubernetes))
        service.stop()
    return starts, readies, results


def measure(table, service, peer, runs, kubernetes):
    """Prints the rows of starts and installs. The service runs afterwards."""
    starts, readies, first = first_installs(service, runs, kubernetes)
    table.row("start", starts)
    table.row("start-plugins", starts)
    table.row("ready", readies)
    table.row("plugins-load", service.loading()[1:] or service.loading())
    service.start()
    service.await_ready()
    service.login()
    first.append(install(service, f"{prefix()}-warm-0", kubernetes))
    peer_first = [install(peer, f"{prefix()}-peer-0", kubernetes)] if peer else []
    warm, peer_warm = [], []
    for number in range(1, runs + 1):
        warm.append(install(service, f"{prefix()}-warm-{number}", kubernetes))
        if peer:
            peer_warm.append(install(peer, f"{prefix()}-peer-{number}", kubernetes))
    for key in ("accepted", "created", "lag", "cpu"):
        for when, own, other in (("-warm", warm, peer_warm), ("-first", first, peer_first)):
            row = key if key == "lag" else key + when
            if column(own, key) and not (key == "lag" and when == "-first"):
                table.row(row, column(own, key), peer=column(other, key))
    table.row("memory", [service.resident()], runs + 1, peer=[peer.resident()] if peer and peer.pid else [])
