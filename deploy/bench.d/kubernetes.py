"""Watches and deletes objects of a Kubernetes cluster, through kubectl proxy."""
import contextlib, http.client, json, re, socket, subprocess, threading, time

from service import Unmeasured

KINDS = [("/apis/apps/v1", "deployments"), ("/apis/apps/v1", "statefulsets"), ("/api/v1", "services"), ("/api/v1", "configmaps"),
         ("/api/v1", "secrets"), ("/api/v1", "persistentvolumeclaims"), ("/apis/networking.k8s.io/v1", "ingresses")]
WORKLOADS = ("deployments", "statefulsets")


class Kubernetes:
    """The Kubernetes of KUBECONFIG."""

    def __init__(self):
        self.proxy = subprocess.Popen(["kubectl", "proxy", "--port=0"], stdout=subprocess.PIPE, text=True)
        line = self.proxy.stdout.readline()
        match = re.search(r":(\d+)$", line.strip())
        if not match:
            raise Unmeasured("kubectl proxy does not start")
        self.port = int(match.group(1))

    def close(self):
        self.proxy.terminate()
        self.proxy.wait()

    def call(self, method, path, body=None):
        """Returns status and reply."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json"})
            response = connection.getresponse()
            return response.status, json.loads(response.read() or b"null")
        finally:
            connection.close()

    def create_namespace(self, name):
        self.call("POST", "/api/v1/namespaces", {"metadata": {"name": name}})

    def delete_namespace(self, name, limit=180):
        """Deletes a namespace and waits until it is gone, because pods that end would disturb the next measurement."""
        self.call("DELETE", "/api/v1/namespaces/" + name)
        end = time.monotonic() + limit
        while self.call("GET", "/api/v1/namespaces/" + name)[0] != 404 and time.monotonic() < end:
            time.sleep(0.3)

    def writes(self):
        """Returns the number of server-side applies, without dry runs. Only KubeFATE sends them."""
        text = subprocess.run(["kubectl", "get", "--raw", "/metrics"], capture_output=True, text=True, check=True).stdout
        lines = [line for line in text.splitlines() if line.startswith("apiserver_request_total") and 'verb="APPLY"' in line]
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if 'dry_run=""' in line)


class Watch:
    """Notes when the objects of a namespace are created, and when the workloads become available."""

    def __init__(self, kubernetes, namespace):
        self.kubernetes, self.namespace = kubernetes, namespace
        self.created, self.available, self.sockets = {}, {}, []
        for kind in KINDS:
            threading.Thread(target=self.run, args=kind, daemon=True).start()
        time.sleep(0.4)  # until the watches are open

    def run(self, group, kind):
        connection = http.client.HTTPConnection("127.0.0.1", self.kubernetes.port, timeout=700)
        connection.connect()
        self.sockets.append(connection.sock)
        try:
            connection.request("GET", f"{group}/namespaces/{self.namespace}/{kind}?watch=1&timeoutSeconds=600")
            response = connection.getresponse()
            while line := response.readline():
                self.seen(kind, json.loads(line))
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass  # closed

    def seen(self, kind, event):
        now, item = time.monotonic(), event["object"]
        name = item.get("metadata", {}).get("name", "")
        if name == "kube-root-ca.crt" or item.get("type") == "kubernetes.io/service-account-token":
            return
        if event["type"] == "ADDED":
            self.created.setdefault((kind, name), now)
        if kind in WORKLOADS and (kind, name) not in self.available and is_available(item):
            self.available[kind, name] = now

    def close(self):
        """Ends the watches. To close a connection would wait for the next event, for which its thread waits."""
        for watching in self.sockets:
            with contextlib.suppress(OSError):
                watching.shutdown(socket.SHUT_RDWR)


def is_available(workload):
    """Returns whether all replicas of a workload are ready."""
    status, wanted = workload.get("status", {}), workload["spec"].get("replicas", 1)
    return status.get("readyReplicas", 0) >= wanted and status.get("observedGeneration", 0) >= workload["metadata"]["generation"]
