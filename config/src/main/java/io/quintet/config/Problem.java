package io.quintet.config;

/**
 * One thing that is wrong with the settings.
 *
 * @param key the setting
 * @param message one line for the user
 */
public record Problem(String key, String message) {}
