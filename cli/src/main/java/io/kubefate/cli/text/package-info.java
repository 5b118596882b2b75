/** Text formats: tables, ages, times, YAML and JSON. */
package io.kubefate.cli.text;
