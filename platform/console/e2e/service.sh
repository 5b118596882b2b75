# Sourced by the scripts beside it: starts the built distribution. KUBEFATE_KUBERNETES=sandbox, or KUBECONFIG, names its Kubernetes.
console=$(cd "$(dirname "$0")/.." && pwd)
home=$console/../../deploy/target/kubefate
[ -x "$home/bin/kubefate-server" ] || { echo 'nothing is built; run ./mvnw package -DskipTests' >&2; exit 1; }
command -v node >/dev/null || PATH=$console/.node/node:$PATH

work=$(mktemp -d)
service=
KUBEFATE_PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
stop_service() {
    [ -z "$service" ] || kill "$service" 2>/dev/null || true
    [ -z "$service" ] || wait "$service" 2>/dev/null || true
    rm -rf "$work"
}
trap 'exit 130' INT TERM

# Starts the service, sets $url, and returns when it answers. The caller stops it in its trap.
start_service() {
    port=${CONSOLE_PORT:-18120}
    url=http://localhost:$port
    export KUBEFATE_PASSWORD KUBEFATE_DATA="$work/data" FATECLOUD_SERVICEURL="localhost:$port"
    export FATECLOUD_SERVER_PORT="$port" KUBEFATE_ADMIN_PORT=$((port + 1)) FATECLOUD_USER_USERNAME=admin FATECLOUD_USER_PASSWORD="$KUBEFATE_PASSWORD"
    "$home/bin/kubefate-server" >"$work/service.log" 2>&1 &
    service=$!
    attempt=0
    until curl -fs -o /dev/null "$url/v1/user/login"; do
        attempt=$((attempt + 1))
        if [ "$attempt" -gt 120 ] || ! kill -0 "$service" 2>/dev/null; then
            cat "$work/service.log" >&2
            exit 1
        fi
        sleep 0.5
    done
}
