# Class data sharing: the JVM maps the classes of a start from an archive instead of loading them from jars one by one,
# which halves the time. An archive fits one build of Java only, so it is made where it is used. Everything works without.

# use_archive: sets archive to that of this Java; first makes it where $1 is serve, it is missing, and it can be. It
# is empty where there is none to use.
use_archive() {
    archive=
    case ${QUINTET_JAVA_OPTS-} in
        *-Xshare* | *-XX:SharedArchiveFile* | *-XX:AOT*) return ;;
    esac
    find_archive || return 0
    [ "$1" = serve ] && make_archive
    [ -s "$archive" ] || archive=
}

# The release file tells builds of Java apart.
find_archive() {
    archives=$home/share/archives
    [ -r "$java_home/release" ] || return 1
    # shellcheck disable=SC2046 # a checksum and a length
    set -- $({ cksum < "$java_home/release"; } 2> /dev/null)
    [ $# -eq 2 ] || return 1
    archive=$archives/$1-$2.jsa
}

# An empty archive says that it was tried in vain. One that is older than the jars' folder was made of other jars.
make_archive() {
    # shellcheck disable=SC3013 # younger than POSIX, older than any shell in use
    if [ -f "$archive" ] && [ ! "$home/lib" -nt "$archive" ]; then
        return
    fi
    if ! mkdir -p "$archives" 2> /dev/null || [ ! -w "$archives" ]; then
        return
    fi
    [ -t 2 ] && printf 'preparing fast starts on this Java, once ...' >&2
    part=$archives/$$
    trap 'rm -f "$part.loaded" "$part.classes" "$part.jsa"' EXIT
    trap 'exit 130' INT TERM HUP
    rehearse > /dev/null 2>&1 < /dev/null || : > "$part.jsa"
    touch -r "$home/lib" "$part.jsa" && mv -f "$part.jsa" "$archive"
    rm -f "$part.loaded" "$part.classes"
    trap - EXIT INT TERM HUP
    [ -t 2 ] && echo ' done' >&2
}

# The list of classes comes from a server in small. Only G1 can write objects into an archive; every collector reads them.
# What a JDK adds to the list about constants of a class would have it linked too early, and old ones (picocli) left out.
rehearse() {
    # shellcheck disable=SC2086 # options are words
    "$java" $java_flags -XX:TieredStopAtLevel=1 "-XX:DumpLoadedClassList=$part.loaded" -cp "$jar" io.quintet.cli.Rehearsal &&
        grep -v '^@cp ' "$part.loaded" > "$part.classes" &&
        "$java" $java_flags -XX:+UseG1GC -Xshare:dump "-XX:SharedClassListFile=$part.classes" "-XX:SharedArchiveFile=$part.jsa" \
            -cp "$jar" &&
        [ -s "$part.jsa" ]
}
