# Sourced by the scripts beside it: starts the built distribution with a sandbox in place of Kubernetes.

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_service DISTRIBUTION FOLDER: sets $server, $url and $password, and returns when the service answers. Its log is FOLDER/log.
start_service() {
    local port
    port=$(free_port)
    url=http://127.0.0.1:$port
    password=$(python3 -c 'import secrets; print(secrets.token_urlsafe(16))')
    KUBEFATE_KUBERNETES=sandbox KUBEFATE_DATA=$2/data FATECLOUD_LOG_LEVEL=warn \
        FATECLOUD_SERVER_ADDRESS=127.0.0.1 FATECLOUD_SERVER_PORT=$port KUBEFATE_ADMIN_PORT=$(free_port) \
        FATECLOUD_USER_PASSWORD=$password \
        "$1/bin/kubefate-server" >"$2/log" 2>&1 &
    server=$!
    for _ in $(seq 120); do
        curl -fs -o "$2/openapi.json" "$url/v1/openapi.json" && return
        kill -0 "$server" || { cat "$2/log"; exit 1; }
        sleep 0.5
    done
    cat "$2/log"
    exit 1
}

# request TOKEN METHOD PATH BODY: prints the response.
request() {
    curl -fsS -X "$2" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$4" "$url$3"
}

# login USER: prints a token.
login() {
    request '' POST /v1/user/login "{\"username\":\"$1\",\"password\":\"$password\"}" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])'
}
