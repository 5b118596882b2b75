# Sourced by the programs in bin/, which set $home to the folder of the distribution.

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# Sets $java, $java_home and $java_version. Reads the version from the "release" file of the JDK, which is faster than starting Java.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "invalid JAVA_HOME: $JAVA_HOME/bin/java not found"
    else
        java=$(command -v java) || fail 'java not found: install a JDK 17 or newer, or set JAVA_HOME'
    fi
    java_home=$(readlink -f "$java")
    java_home=${java_home%/*/*}
    java_version=
    if [ -r "$java_home/release" ]; then
        while [ -z "$java_version" ] && IFS='="' read -r key _ value _; do
            [ "$key" != JAVA_VERSION ] || java_version=$value
        done <"$java_home/release"
    fi
    [ -n "$java_version" ] || java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    case ${java_version%%[!0-9]*} in
        '' | [1-9] | 1[0-6]) fail "unsupported Java version ${java_version:-unknown} of $java: 17 or newer is required" ;;
    esac
}

# launch NAME ARGUMENT…: replaces the shell with the JVM that runs NAME, with $jvm_options and an archive of classes, if there is one.
# JAVA_OPTS comes last and takes precedence. KUBEFATE_CLASSES, KUBEFATE_ARCHIVE and KUBEFATE_CACHE name a file for the loaded classes,
# their archive, or an AOT cache, which has classes that are already linked and profiles of their methods (JDK 25).
launch() {
    name=$1
    shift
    find_java
    for jar in "$home/lib/$name"-[0-9]*.jar; do :; done
    set -- -jar "$jar" "$@"
    archive=$home/lib/$name-$java_version.jsa
    cache=$home/lib/$name-$java_version.aot
    # shellcheck disable=SC2086 # word splitting is intended
    if [ -n "${KUBEFATE_CLASSES:-}" ]; then
        exec "$java" $jvm_options "-XX:DumpLoadedClassList=$KUBEFATE_CLASSES" -Xshare:off ${JAVA_OPTS:-} "$@"
    elif [ -n "${KUBEFATE_ARCHIVE:-}" ]; then
        exec "$java" $jvm_options "-XX:ArchiveClassesAtExit=$KUBEFATE_ARCHIVE" $quiet ${JAVA_OPTS:-} "$@"
    elif [ -n "${KUBEFATE_CACHE:-}" ]; then
        exec "$java" $jvm_options "-XX:AOTCacheOutput=$KUBEFATE_CACHE" $only_errors ${JAVA_OPTS:-} "$@"
    elif [ -r "$cache" ]; then
        exec "$java" $jvm_options "-XX:AOTCache=$cache" $only_errors ${JAVA_OPTS:-} "$@"
    elif [ -r "$archive" ]; then
        exec "$java" $jvm_options "-XX:SharedArchiveFile=$archive" $quiet ${JAVA_OPTS:-} "$@"
    elif keeps_archive; then
        exec "$java" $jvm_options -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$archive" $quiet ${JAVA_OPTS:-} "$@"
    fi
    # shellcheck disable=SC2086
    exec "$java" $jvm_options -Xshare:auto ${JAVA_OPTS:-} "$@"
}

# Where share-classes created no archive, a JDK 19 or newer keeps one in $archive_folder, if it is set: the JVM creates it when a command
# with $archive_new ends, and again when it does not match. Sets $archive. The folder of another user could contain any code.
keeps_archive() {
    [ -n "${archive_folder:-}" ] && [ "${java_version%%[!0-9]*}" -ge 19 ] || return 1
    archive=$archive_folder/$name-$java_version.jsa
    mkdir -p "$archive_folder" 2>/dev/null && [ -O "$archive_folder" ] || return 1
    [ -n "$archive_new" ] || [ -r "$archive" ]
}

# The archive is an optimization: the JVM ignores one that does not match without a warning.
only_errors='-Xlog:disable -Xlog:all=error:stderr'
quiet="-Xshare:auto $only_errors"
