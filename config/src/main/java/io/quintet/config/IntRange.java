package io.quintet.config;

/** The whole numbers that a setting takes, both ends included. */
record IntRange(int least, int most) {
    int require(String key, int value) {
        if (value < least || value > most) {
            throw new SettingException(key, Integer.toString(value), expected());
        }
        return value;
    }

    String expected() {
        return least + " to " + most;
    }
}
