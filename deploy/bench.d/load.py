#!/usr/bin/env python3
"""Sends GET requests from several processes over kept connections, with as little of its own time as possible.

As a program, it reads its parameters as JSON from the standard input and prints the results as JSON: see closed_loop and open_loop.
It runs in a process of its own, because forking one that has threads is unsafe.
"""
import json, os, socket, subprocess, sys, time


class Connection:
    """A kept connection. The requests are prepared, and the bodies of responses are not parsed."""

    def __init__(self, host, port, token):
        self.address = (host, port)
        self.rest = f" HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {token}\r\n\r\n"
        self.socket = None

    def get(self, path):
        """Returns the size of a response with status 200."""
        if not self.socket:
            self.socket = socket.create_connection(self.address, 60)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(f"GET {path}{self.rest}".encode())
        received = b""
        while b"\r\n\r\n" not in received:
            received += self.receive()
        head, body = received.split(b"\r\n\r\n", 1)
        if not head.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(f"{path}: {head.splitlines()[0].decode()} {body[:200].decode(errors='replace')}")
        return self.body(head.lower(), body)

    def body(self, head, begun):
        chunked = b"transfer-encoding: chunked" in head
        length = 0 if chunked else int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        size, end = len(begun), begun[-7:]
        # JSON contains no line break in a string, so only the last chunk ends like this.
        while size < length or (chunked and end != b"\r\n0\r\n\r\n"):
            part = self.receive()
            size, end = size + len(part), (end + part)[-7:]
        return size

    def receive(self):
        part = self.socket.recv(1 << 18)
        if not part:
            raise ConnectionError("the service closed the connection")
        return part


def closed(parameters, _):
    """Sends one request after the other. Returns the number of requests."""
    connection = Connection(parameters["host"], parameters["port"], parameters["token"])
    connection.get(parameters["path"])
    count, end = 0, time.monotonic() + parameters["seconds"]
    while time.monotonic() < end:
        connection.get(parameters["path"])
        count += 1
    return count


def opened(parameters, number):
    """Sends requests at given times, in turn. Returns the kind of each, and the milliseconds from its time to its response and to its sending."""
    connection = Connection(parameters["host"], parameters["port"], parameters["token"])
    mix, workers, rate = parameters["mix"], parameters["workers"], parameters["rate"]
    begin, results = parameters["begin"], []
    connection.get(mix[0][1][0])
    for turn in range(number, int(parameters["seconds"] * rate), workers):
        kind, paths = mix[turn % len(mix)]
        due = begin + turn / rate
        time.sleep(max(0, due - time.monotonic()))
        late = 1000 * (time.monotonic() - due)
        connection.get(paths[turn // len(mix) % len(paths)])
        results.append((kind, 1000 * (time.monotonic() - due), late))
    return results


def fork(work, parameters, number):
    """Starts a process. Returns the file with its result."""
    read, write = os.pipe()
    if os.fork() == 0:
        try:
            result = work(parameters, number)
        except Exception as e:
            result = {"error": repr(e)}
        with os.fdopen(write, "w") as file:
            json.dump(result, file)
        os._exit(0)
    os.close(write)
    return os.fdopen(read)


def main():
    parameters = json.load(sys.stdin)
    parameters["begin"] = time.monotonic() + 3  # until all workers are connected
    work = opened if "mix" in parameters else closed
    files = [fork(work, parameters, number) for number in range(parameters["workers"])]
    json.dump([json.load(file) for file in files], sys.stdout)


def start(api, **parameters):
    """Starts the program. Returns its process, for results()."""
    process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    json.dump({"host": api.host, "port": api.port, "token": api.token, **parameters}, process.stdin)
    process.stdin.close()
    process.stdin = None
    return process


def results(process):
    """Waits for the program. Returns the result of each worker."""
    workers = json.loads(process.communicate()[0])
    for result in workers:
        if isinstance(result, dict):
            raise ConnectionError(result["error"])
    return workers


def closed_loop(api, path, clients=8, seconds=3):
    """Returns the requests per second of several clients that send one request after the other."""
    return sum(results(start(api, path=path, workers=clients, seconds=seconds))) / seconds


def open_loop(api, mix, rate, seconds, workers=32):
    """Starts requests at a constant rate, whatever the service needs for them. The mix is a list of kinds with their paths."""
    return start(api, mix=mix, rate=rate, seconds=seconds, workers=workers)


if __name__ == "__main__":
    main()
