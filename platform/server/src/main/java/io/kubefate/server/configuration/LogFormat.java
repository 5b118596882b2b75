package io.kubefate.server.configuration;

/** How lines of a log look. */
public enum LogFormat {
    /** For people, by a pattern. */
    TEXT,
    /** One JSON object for each line. */
    JSON
}
