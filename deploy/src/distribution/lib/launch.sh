# Sourced by the programs in bin/, which set $home to the folder of the distribution.

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# Sets $java and $java_version. Reads the version from the "release" file of the JDK, which is faster than starting Java.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "invalid JAVA_HOME: $JAVA_HOME/bin/java not found"
    else
        java=$(command -v java) || fail 'java not found: install a JDK 17 or newer, or set JAVA_HOME'
    fi
    release=$(dirname "$(dirname "$(readlink -f "$java")")")/release
    java_version=$(sed -n 's/^JAVA_VERSION="\(.*\)".*/\1/p' "$release" 2>/dev/null) || java_version=
    [ -n "$java_version" ] || java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    case ${java_version%%[!0-9]*} in
        '' | [1-9] | 1[0-6]) fail "unsupported Java version ${java_version:-unknown} of $java: 17 or newer is required" ;;
    esac
}

# launch NAME ARGUMENT…: replaces the shell with the JVM that runs NAME, with $jvm_options.
# If share-classes created an archive for this JVM version, the JVM uses it. It is an optimization, so the JVM ignores an archive that
# does not match without a warning. JAVA_OPTS comes last and takes precedence.
launch() {
    name=$1
    shift
    find_java
    set -- -jar "$(echo "$home/lib/$name"-[0-9]*.jar)" "$@"
    # shellcheck disable=SC2086 # word splitting is intended
    if [ -n "${KUBEFATE_ARCHIVE:-}" ]; then
        exec "$java" $jvm_options "-XX:ArchiveClassesAtExit=$KUBEFATE_ARCHIVE" $quiet ${JAVA_OPTS:-} "$@"
    elif [ -r "$home/lib/$name-$java_version.jsa" ]; then
        exec "$java" $jvm_options "-XX:SharedArchiveFile=$home/lib/$name-$java_version.jsa" $quiet ${JAVA_OPTS:-} "$@"
    fi
    # shellcheck disable=SC2086
    exec "$java" $jvm_options -Xshare:auto ${JAVA_OPTS:-} "$@"
}

quiet='-Xshare:auto -Xlog:disable -Xlog:all=error:stderr'
