"""Rows of many clusters: created through the REST API, as users would."""
import itertools, os, queue, random, statistics, subprocess, sys, threading, time
from concurrent.futures import ThreadPoolExecutor

from figures import number
from installs import prefix
from load import Connection, open_loop, results
from service import Service, Unmeasured, cluster

POINTS = [10, 100, 500, 1000]
PAUSE = 1  # seconds between two looks at a job; shorter ones would measure the looks
# What is measured at each point, with the path and the number of requests.
LISTS = [("all clusters", "/v1/cluster/", 7), ("100 clusters", "/v1/cluster/?limit=100", 15),
         ("newest 100 jobs", "/v1/job/?limit=100&sort=-created", 15), ("all jobs", "/v1/job/", 3)]


class Growth:
    """A service whose clusters and jobs become more."""

    def __init__(self, service, clients):
        self.service, self.clients = service, clients
        self.clusters, self.jobs = {}, []
        self.numbers, self.lock, self.points = itertools.count(), threading.Lock(), []
        self.free = queue.SimpleQueue()  # the clusters without a job

    def install(self, _=None):
        """Installs one more cluster."""
        name = f"{prefix()}-scale-{next(self.numbers)}"
        job = self.service.carry_out("POST", "cluster", cluster(name), pause=PAUSE)
        with self.lock:
            self.clusters[name] = job["cluster_id"]
            self.jobs.append(job["uuid"])
        self.free.put(name)

    def install_until(self, end):
        while time.monotonic() < end:
            self.install()

    def update(self, _):
        """Changes the host name of a page, which restarts no pod."""
        name = self.free.get()
        change = f"ingress: {{fateboard: {{hosts: [{{name: board-{next(self.numbers)}.example.com}}]}}}}\n"
        job = self.service.carry_out("PUT", "cluster", cluster(name, change), pause=PAUSE)
        with self.lock:
            self.jobs.append(job["uuid"])
        self.free.put(name)

    def grow(self, work, count):
        """Carries out this many operations, with all clients. Returns the seconds."""
        begin = time.monotonic()
        with ThreadPoolExecutor(self.clients) as threads:
            list(threads.map(work, range(count)))
        return time.monotonic() - begin

    def observe(self):
        """Measures lists and memory at this point."""
        connection = Connection(self.service.host, self.service.port, self.service.token)
        times = [statistics.median(timed(connection, path) for _ in range(count)) for _, path, count in LISTS]
        resident = self.service.resident()
        self.points.append([len(self.clusters), len(self.jobs), *times, resident, self.service.live_heap(), self.service.database()])
        print(f"{len(self.clusters)} clusters, {len(self.jobs)} jobs", file=sys.stderr, flush=True)

    def mix(self):
        """Returns twenty kinds of reads in random order, with their paths."""
        clusters = [f"/v1/cluster/{uuid}" for uuid in self.clusters.values()]
        jobs = [f"/v1/job/{uuid}" for uuid in self.jobs]
        shares = [(6, "one cluster", clusters), (6, "one job", jobs), (3, "50 clusters", ["/v1/cluster/?limit=50"]),
                  (3, "newest 50 jobs", ["/v1/job/?limit=50&sort=-created"]), (2, "version", ["/v1/version/"])]
        turns = [(kind, paths) for share, kind, paths in shares for _ in range(share)]
        random.Random(1).shuffle(turns)
        return turns

    def read(self, rate, seconds, busy):
        """Reads at this rate, while all clients install if it is busy. Returns kinds with milliseconds, and the installs per second."""
        reads, before, begin = open_loop(self.service, self.mix(), rate, seconds), len(self.clusters), time.monotonic()
        with ThreadPoolExecutor(self.clients) as threads:
            installs = [threads.submit(self.install_until, begin + seconds) for _ in range(self.clients if busy else 0)]
            samples = [sample for worker in results(reads) for sample in worker]
            for done in installs:
                done.result()
        return samples, (len(self.clusters) - before) / (time.monotonic() - begin)


def timed(connection, path):
    begin = time.monotonic()
    connection.get(path)
    return 1000 * (time.monotonic() - begin)


def reads(table, growth, options, busy):
    """Prints the rows of mixed reads. Returns a text with the times of each kind."""
    during = number(len(growth.jobs)) + " jobs" + f", {growth.clients} concurrent installs" * busy
    samples, installs = growth.read(options.rate, options.seconds, busy)
    times = [milliseconds for _, milliseconds, _ in samples]
    table.row("reads-late", [percentile([late for *_, late in samples], 99)], during)
    table.row("reads-rate", [len(samples) / (options.seconds + max(times) / 1000)], during, options.rate)
    table.row("reads-median", [statistics.median(times)], during)
    table.row("reads-p99", [percentile(times, 99)], during)
    table.row("reads-max", [max(times)], during)
    if busy:
        table.row("installs-during-reads", [installs])
    kinds = {}
    for kind, milliseconds, _ in samples:
        kinds.setdefault(kind, []).append(milliseconds)
    texts = [f"{kind} {number(statistics.median(values))} / {number(percentile(values, 99))}" for kind, values in kinds.items()]
    return f"{during}: median / 99th percentile in ms of {'; '.join(texts)}"


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def add_history(table, growth, updates):
    """Updates clusters. Prints how much longer the jobs of the past make the lists in parts."""
    before, seconds = growth.points[-1], 0
    for count in (updates // 2, updates - updates // 2):
        seconds += growth.grow(growth.update, count)
        growth.observe()
    table.row("update-rate", [updates / seconds], updates, growth.clients)
    after = growth.points[-1]
    for column, (name, path, _) in enumerate(LISTS, start=2):
        if "limit" in path:
            table.row("history", [after[column] / before[column]], name, number(after[1]), number(before[1]))


def curve(table, growth):
    """Prints how lists and memory grow."""
    columns = ["clusters", "jobs"] + [f"{name}, ms" for name, _, _ in LISTS] + ["resident, MB", "objects in use, MB", "database, MB"]
    table.note(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for point in growth.points:
        print(f"| {' | '.join(map(number, point))} |", flush=True)


def measure(table, folder, options, kubernetes):
    """Prints the rows of many clusters."""
    service = Service(os.path.join(folder, "scale"))
    service.start()
    service.login()
    growth = Growth(service, options.clients)
    try:
        run(table, growth, options, kubernetes)
    except (Unmeasured, ConnectionError) as e:
        ended = service.process.poll()
        why = f"the service exited with {ended}, " if ended is not None else ""
        raise Unmeasured(f"{why}after {len(growth.clusters)} clusters and {len(growth.jobs)} jobs: {e}") from e
    finally:
        curve(table, growth)
        service.stop()
        if kubernetes:
            delete(growth)


def run(table, growth, options, kubernetes):
    seconds = 0
    for point in [*[point for point in POINTS if point < options.clusters], options.clusters]:
        seconds += growth.grow(growth.install, point - len(growth.clusters))
        growth.observe()
    rate = "install-rate-kubernetes" if kubernetes else "install-rate"
    table.row(rate, [options.clusters / seconds], options.clusters, growth.clients)
    kinds = []
    if options.jobs > len(growth.jobs):
        kinds.append(reads(table, growth, options, busy=False))
        add_history(table, growth, options.jobs - len(growth.jobs))
    kinds += [reads(table, growth, options, busy) for busy in (False, True)]
    table.row("scale-memory", [growth.service.resident("VmHWM")])
    table.row("lost-leases", [growth.service.lost_leases()])
    for text in kinds:
        table.note(text)


def delete(growth):
    """Deletes the namespaces; Kubernetes then deletes the objects."""
    names = list(growth.clusters)
    for begin in range(0, len(names), 50):
        subprocess.run(["kubectl", "delete", "namespace", "--wait=false", *names[begin:begin + 50]], capture_output=True)
