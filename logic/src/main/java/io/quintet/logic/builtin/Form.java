package io.quintet.logic.builtin;

/** How bytes are written down. */
enum Form {
    /** As text in a charset. */
    TEXT,
    /** Two hexadecimal digits a byte. */
    HEX
}
