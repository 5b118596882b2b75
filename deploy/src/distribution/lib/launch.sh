# Read by the programs in bin/, which set $home to the distribution's folder.

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# Sets $java and $java_version. A JDK's "release" file tells its version without starting it.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where no bin/java is"
    else
        java=$(command -v java) || fail 'no java found: install a JDK 17 or newer, or set JAVA_HOME'
    fi
    release=$(dirname "$(dirname "$(readlink -f "$java")")")/release
    java_version=$(sed -n 's/^JAVA_VERSION="\(.*\)".*/\1/p' "$release" 2>/dev/null) || java_version=
    [ -n "$java_version" ] || java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    case ${java_version%%[!0-9]*} in
        '' | [1-9] | 1[0-6]) fail "$java is version ${java_version:-?}, but 17 or newer is needed" ;;
    esac
}

# Becomes the JVM: launch NAME ARGUMENT…, with $jvm_options.
# The archive of parsed classes is what share-classes made for this very JVM; it is an optimisation, so the JVM is silent about
# one that does not fit. JAVA_OPTS comes last and wins.
launch() {
    name=$1
    shift
    find_java
    set -- -jar "$(echo "$home/lib/$name"-[0-9]*.jar)" "$@"
    # shellcheck disable=SC2086 # several words on purpose
    if [ -n "${KUBEFATE_ARCHIVE:-}" ]; then
        exec "$java" $jvm_options "-XX:ArchiveClassesAtExit=$KUBEFATE_ARCHIVE" $quiet ${JAVA_OPTS:-} "$@"
    elif [ -r "$home/lib/$name-$java_version.jsa" ]; then
        exec "$java" $jvm_options "-XX:SharedArchiveFile=$home/lib/$name-$java_version.jsa" $quiet ${JAVA_OPTS:-} "$@"
    fi
    # shellcheck disable=SC2086
    exec "$java" $jvm_options -Xshare:auto ${JAVA_OPTS:-} "$@"
}

quiet='-Xshare:auto -Xlog:disable -Xlog:all=error:stderr'
