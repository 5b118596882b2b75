"""What the benchmark measures, with the targets. Many are multiples of what the original KubeFATE 1.4 (in Go) needs on the same machine."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A figure, and its target: sign and limit, or a factor of the original's value."""
    name: str
    unit: str = ""
    sign: str = ""
    limit: float | None = None
    factor: float | None = None
    original: float | None = None

    def target(self, peer=None):
        """Returns the limit: absolute, or the factor of the value of a peer."""
        if self.factor is None:
            return self.limit
        return self.factor * (self.original if peer is None else peer)

    def describe(self, has_peer):
        """Returns the target for people."""
        if not self.sign:
            return "–"
        if self.factor is None:
            return f"{self.sign} {number(self.limit)} {self.unit}".strip()
        if has_peer:
            return f"{self.sign} {self.factor:g} ×"
        return f"{self.sign} {number(self.target())} {self.unit} ({self.factor:g} × {number(self.original)})"


def number(value):
    """Returns a number with about three digits."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    digits = 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3 if abs(value) >= 0.01 else 4
    return f"{value:.{digits}f}"


def within(name, unit, factor, original):
    return Figure(name, unit, "≤", factor=factor, original=original)


def beyond(name, unit, factor, original):
    return Figure(name, unit, "≥", factor=factor, original=original)


def at_most(name, unit, limit):
    return Figure(name, unit, "≤", limit)


def at_least(name, unit, limit):
    return Figure(name, unit, "≥", limit)


FIGURES = {
    # Side by side with a peer, if there is one.
    "accepted-warm": within("install accepted, warm", "s", 5, 0.01),
    "accepted-first": within("install accepted, first after start", "s", 15, 0.01),
    "created-warm": within("all objects created, warm", "s", 0.5, 0.87),
    "created-first": within("all objects created, first after start", "s", 1, 0.87),
    "lag": within("last workload available → job Success", "s", 0.2, 0.45),
    "cpu-warm": within("CPU time per install, warm", "s", 1, 0.93),
    "cpu-first": within("CPU time per install, first after start", "s", 2, 0.93),
    "memory": within("resident memory after {0} installs", "MB", 1.5, 144),
    "start": within("start until the first answer, all plugins", "s", 1.5, 0.8),
    "jobs": beyond("GET /v1/job/ with {0} jobs, 8 clients", "jobs/s", 1.5, 13000),
    "clusters": beyond("GET /v1/cluster/ with {0} clusters, 8 clients", "req/s", 1, 3000),
    "version": beyond("GET /v1/version/, 8 clients", "req/s", 0.5, 9500),
    "login": at_most("login", "ms", 25),
    # The command line.
    "cli-version-cpu": within("kubefate version, CPU", "s", 3, 0.11),
    "cli-version-wall": within("kubefate version, wall", "s", 1.2, 0.27),
    "cli-list-cpu": at_most("kubefate cluster list, CPU", "s", 0.35),
    "cli-help-cpu": at_most("kubefate --help, CPU", "s", 0.25),
    # Plugins and updates.
    "start-plugins": at_most("start with all plugins (issue of new releases)", "s", 2.5),
    "ready": Figure("start until the service is ready", "s"),
    "plugins-load": at_most("of it, loading of all plugins", "ms", 300),
    "plugin-resident": at_most("resident memory of each additional plugin, in use", "MB", 3),
    "plugin-upload": at_most("upload of a plugin", "ms", 500),
    "plan": at_most("plan of an update of {0} objects", "ms", 300),
    "writes": at_most("writes of an update that changes one ConfigMap", "", 10),
    # Functions, with JMH.
    "render": at_most("render {0}", "ms", 4),
    "parse": Figure("parse the cluster.yaml of FATE 1.5", "ms"),
    "validate": Figure("validate it", "ms"),
    "plan-install": Figure("plan its install", "ms"),
    "find-passwords": Figure("find its passwords", "ms"),
    "mask": Figure("find and mask them in its objects", "ms"),
    "serialize-jobs": Figure("write a list of 100 jobs in JSON", "ms"),
    "serialize-clusters": Figure("write a list of 100 clusters in JSON", "ms"),
    "load-cold": Figure("load all plugins, first time in a JVM", "ms"),
    "load-warm": Figure("load all plugins, warm", "ms"),
    "locks": at_most("lock waits in 1,000 renders by 8 threads", "", 0),
    "plugin-memory": at_most("heap and classes of a loaded plugin", "MB", 10),
    "watches": at_most("100 clusters watched: watches of each kind", "", 5),
    "watch-heap": at_most("100 clusters watched: heap", "MB", 100),
    "watch-cpu": at_most("100 clusters watched: one core, idle", "%", 1),
    "watch-seen": Figure("100 clusters watched: all seen after a start", "ms"),
    # Scale.
    "install-rate": at_least("{0} installs by {1} clients", "installs/s", 4),
    "install-rate-kubernetes": at_least("{0} installs by {1} clients, Kubernetes", "installs/s", 2),
    "update-rate": Figure("{0} updates by {1} clients", "updates/s"),
    "history": at_most("list of {0}: time with {1} jobs / with {2} jobs", "×", 1.5),
    "reads-rate": Figure("mixed reads, {0}: reached of {1}", "req/s"),
    "reads-late": at_most("mixed reads, {0}: sent late by the clients, 99th percentile", "ms", 10),
    "reads-median": Figure("mixed reads, {0}: median", "ms"),
    "reads-p99": at_most("mixed reads, {0}: 99th percentile", "ms", 100),
    "reads-max": Figure("mixed reads, {0}: slowest", "ms"),
    "installs-during-reads": Figure("installs while reading", "installs/s"),
    "lost-leases": at_most("leases lost, after which jobs ran again", "", 0),
    "scale-memory": at_most("resident memory, peak", "MB", 512),
}
