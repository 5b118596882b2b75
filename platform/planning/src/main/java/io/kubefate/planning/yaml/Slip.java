package io.kubefate.planning.yaml;

/**
 * What someone probably mistyped.
 *
 * @param line from 0
 * @param column from 0, in characters
 * @param length the number of characters to replace
 * @param replacement what YAML expects there
 * @param message what to write; empty if another slip has it
 */
record Slip(int line, int column, int length, String replacement, String message) {}
