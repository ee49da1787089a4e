# find_java: sets java, java_home, java_major and the java_flags that this version wants, or says on stderr what is
# missing and returns 1. Starts no JVM where the release file of a Java home tells its version.

find_java() {
    if [ -n "${QUINTET_JAVA_HOME-}" ]; then
        find_java_in QUINTET_JAVA_HOME "$QUINTET_JAVA_HOME" || return 1
    elif [ -n "${JAVA_HOME-}" ]; then
        find_java_in JAVA_HOME "$JAVA_HOME" || return 1
    else
        find_java_in_path || return 1
    fi
    java_version=$(java_version_of "$java_home" "$java")
    java_major=${java_version%%[!0-9]*}
    if [ "${java_major:-0}" -lt 17 ]; then
        echo "java: version ${java_major:-unknown} in $java_home (expected: 17 or newer)" >&2
        return 1
    fi
    # Netty loads native libraries and reads memory its own way; these JDKs warn of it unless told that it is meant.
    java_flags=
    [ "$java_major" -lt 24 ] || java_flags="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    # These can give memory back that their compilers have used.
    case $java_version in
        17.0.9* | 17.0.[1-9][0-9]* | 21.0.[1-9]* | 2[2-9]* | [3-9][0-9]*) java_flags="$java_flags -XX:TrimNativeHeapInterval=1000" ;;
    esac
}

find_java_in() {
    java_home=$2
    java=$2/bin/java
    if [ ! -x "$java" ]; then
        echo "$1: $2 (expected: a Java home, with bin/java in it)" >&2
        return 1
    fi
}

find_java_in_path() {
    if ! java=$(command -v java); then
        echo "java: not found (expected: Java 17 or newer in QUINTET_JAVA_HOME, JAVA_HOME or PATH)" >&2
        return 1
    fi
    java_home=$java
    while [ -h "$java_home" ]; do
        java_link=$(readlink "$java_home")
        case $java_link in
            /*) java_home=$java_link ;;
            *) java_home=${java_home%/*}/$java_link ;;
        esac
    done
    java_home=${java_home%/*}
    java_home=${java_home%/*}
}

# 17.0.15, 26-ea, 8.0_402 for 1.8.0_402
java_version_of() {
    java_version=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r java_key java_value; do
            [ "$java_key" = JAVA_VERSION ] && java_version=${java_value#\"}
        done < "$1/release"
    fi
    if [ -z "$java_version" ]; then
        java_version=$("$2" -version 2>&1 | sed -n 's/.* version "\([0-9][^"]*\)".*/\1/p')
    fi
    java_version=${java_version%\"}
    echo "${java_version#1.}"
}
