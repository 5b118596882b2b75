"""A service that speaks the REST API of KubeFATE: the one of the built distribution, or a peer to compare it with."""
import base64, http.client, json, os, re, socket, subprocess, time

HOME = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "target", "kubefate")
ADMIN = {"username": "admin", "password": "admin"}
UNFINISHED = ("Pending", "Running", "Stopping")
CLUSTER = """name: {0}
namespace: {0}
chartName: fate
chartVersion: v1.5.0
partyId: 9999
modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]
"""


class Unmeasured(Exception):
    """Something could not be measured."""


def cluster(name, more=""):
    """Returns the body of a request that installs or updates a cluster."""
    return {"name": name, "namespace": name, "chart_name": "fate", "chart_version": "v1.5.0",
            "data": base64.b64encode((CLUSTER.format(name) + more).encode()).decode()}


class Api:
    """The REST API. The process id, if it is known, is for CPU time and memory."""

    def __init__(self, host, port, pid=None):
        self.host, self.port, self.pid, self.token = host, port, pid, None

    def call(self, method, path, body=None):
        """Returns the reply in JSON."""
        content = None if body is None else json.dumps(body).encode()
        return self.send(method, path, content, "application/json")

    def send(self, method, path, content, kind):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        headers = {"Content-Type": kind} | ({"Authorization": "Bearer " + self.token} if self.token else {})
        try:
            connection.request(method, "/v1/" + path, content, headers)
            response = connection.getresponse()
            text = response.read()
        except (OSError, http.client.HTTPException) as e:
            raise Unmeasured(f"{method} /v1/{path}: {e!r}") from e
        finally:
            connection.close()
        if response.status != 200:
            raise Unmeasured(f"{method} /v1/{path}: {response.status} {text.decode(errors='replace')[:400]}")
        return json.loads(text)

    def login(self):
        self.token = None
        self.token = self.call("POST", "user/login", ADMIN)["token"]

    def carry_out(self, method, path, body=None, pause=0.1):
        """Starts a job and returns it when it has succeeded."""
        job = self.call(method, path, body)["data"]
        while job["status"] in UNFINISHED:
            time.sleep(pause)
            job = self.call("GET", "job/" + job["uuid"])["data"]
        if job["status"] != "Success":
            raise Unmeasured(f"job {job['uuid']} of {method} {path}: {job['status']} {job['states'][-3:]}")
        return job

    def cpu(self):
        """Returns the seconds of CPU time; 0 if the process is not known."""
        if not self.pid:
            return 0
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self, which="VmRSS"):
        """Returns the resident memory in MB, or its peak (VmHWM)."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith(which))


def peer():
    """Returns the peer of BENCH_PEER, if it is set."""
    if "BENCH_PEER" not in os.environ:
        return None
    host, port = os.environ["BENCH_PEER"].rsplit(":", 1)
    return Api(host, int(port), os.environ.get("BENCH_PEER_PID"))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Service(Api):
    """The service of the distribution, with data of its own."""

    def __init__(self, folder, plugins=None):
        super().__init__("127.0.0.1", free_port())
        os.makedirs(folder, exist_ok=True)
        self.folder, self.process = folder, None
        self.environment = os.environ | {
            "KUBEFATE_DATA": os.path.join(folder, "data"), "FATECLOUD_SERVER_PORT": str(self.port),
            "KUBEFATE_ADMIN_PORT": str(free_port()), "FATECLOUD_SERVICEURL": f"localhost:{self.port}", "HOME": folder,
            "FATECLOUD_USER_USERNAME": "admin", "FATECLOUD_USER_PASSWORD": "admin", "FATECLOUD_JWT_LIFETIME": "12h"}
        if plugins:
            self.environment["KUBEFATE_PLUGINS"] = plugins
        if "KUBECONFIG" not in os.environ:
            self.environment["KUBEFATE_KUBERNETES"] = "sandbox"
        self.log = os.path.join(folder, "service.log")

    def start(self):
        """Returns the seconds until the first answer."""
        self.started = begin = time.monotonic()
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([f"{HOME}/bin/kubefate-server"], env=self.environment, stdout=log, stderr=log)
        self.pid = self.process.pid
        while not self.answers():
            if self.process.poll() is not None:
                raise Unmeasured(f"the service exited: {self.last_lines()}")
            time.sleep(0.01)
        return time.monotonic() - begin

    def await_ready(self):
        """Returns the seconds from the start until the service is ready, which Kubernetes awaits before it sends requests."""
        while self.status("/health?type=ready") != 200:
            time.sleep(0.01)
        return time.monotonic() - self.started

    def answers(self):
        return self.status("/") is not None

    def status(self, path):
        """Returns the status of a reply; none if there is no reply."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=1)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def stop(self):
        """Stops the service, if it runs."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def last_lines(self):
        with open(self.log) as file:
            return "".join(file.readlines()[-5:])

    def loading(self):
        """Returns the milliseconds that each start spent on loading plugins."""
        with open(self.log) as file:
            return [int(ms) for ms in re.findall(r"plugins installed, after (\d+) ms", file.read())]

    def lost_leases(self):
        """Returns how often the service did not renew the lease of a job in time, and the job ran again."""
        with open(self.log) as file:
            return file.read().count("another runner continues job")

    def live_heap(self):
        """Returns the MB of objects that are in use."""
        def jcmd(command):
            return subprocess.run(["jcmd", str(self.pid), command], capture_output=True, text=True, check=True).stdout
        jcmd("GC.run")
        return sum(int(kilobytes) for kilobytes in re.findall(r"generation.*used (\d+)K", jcmd("GC.heap_info"))) / 1024

    def database(self):
        """Returns the MB of the database."""
        data = os.path.join(self.folder, "data")
        return sum(os.path.getsize(os.path.join(data, file)) for file in os.listdir(data) if file.endswith(".db")) / 2 ** 20

    def command(self, *arguments):
        """Runs kubefate. Returns the seconds of CPU and wall time."""
        begin = time.monotonic()
        process = subprocess.Popen([f"{HOME}/bin/kubefate", *arguments], env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise Unmeasured(f"kubefate {' '.join(arguments)}: {errors.decode()}")
        return usage.ru_utime + usage.ru_stime, time.monotonic() - begin
